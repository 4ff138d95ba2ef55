"""A lab that runs in a process of its own; nothing of it runs in the window's."""

import json
import os
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from visualizer.platform.python import own_python, run_module

_RUNNER = "visualizer.labs.runner"
_LARGEST = 16 << 20
"""Bytes of one line beyond which it is no event of ours."""
_PATIENCE = 1000
"""Milliseconds that the runner has to end in good order when the window goes."""
_LAST_WORDS = 2_000


class LabRun(QObject):
    """One run at a time. ``told`` carries each event of ``visualizer.labs.runner``.

    ``ended`` follows the last of them: its text is empty, or says why there is no report although
    nobody has cancelled. After ``cancel`` the events so far are all there is.
    """

    told = Signal(dict)
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._buffer = bytearray()
        self._errors = bytearray()
        self._reported = self.cancelled = False
        self._fault = ""

    @property
    def active(self) -> bool:
        """Whether a lab runs, or is being ended."""
        return self._process is not None

    @property
    def process_id(self) -> int | None:
        """Of the runner, while there is one."""
        return self._process.processId() if self._process is not None else None

    def start(self, lab: str, settings: dict[str, Any]) -> None:
        """Run ``lab``; one that runs already goes on, and nothing is done."""
        if self.active:
            return
        self._buffer.clear()
        self._errors.clear()
        self._reported = self.cancelled = False
        self._fault = ""
        process = self._process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_errors)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        process.start(own_python(), run_module(_RUNNER, lab, json.dumps(settings)))

    def cancel(self) -> None:
        """End it and everything it has started; ``ended`` says when that is done."""
        if self._process is not None and not self.cancelled:
            self.cancelled = True
            # The runner ends at the end of its input, also where this window is killed.
            self._process.closeWriteChannel()

    def shut_down(self) -> None:
        """The same, at once and for good: the window goes."""
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)  # nobody is there any more to hear of the end
        process.closeWriteChannel()
        if not process.waitForFinished(_PATIENCE):
            # What it has started is ended by its janitor.
            process.kill()
            process.waitForFinished(_PATIENCE)
        process.deleteLater()

    def _read(self) -> None:
        if self._process is None:
            return
        self._buffer += self._process.readAllStandardOutput().data()
        *lines, rest = self._buffer.split(b"\n")
        self._buffer = bytearray(rest)
        for line in lines:
            self._take(bytes(line))
        if len(self._buffer) > _LARGEST:
            self._process.kill()

    def _take(self, line: bytes) -> None:
        if self.cancelled:
            return
        try:
            event = json.loads(line)
        except ValueError:
            return
        if not isinstance(event, dict):
            return
        if event.get("event") == "error":
            self._fault = str(event.get("message"))[:_LAST_WORDS]
            return
        self._reported = self._reported or event.get("event") == "report"
        self.told.emit(event)

    def _read_errors(self) -> None:
        if self._process is not None:
            self._errors += self._process.readAllStandardError().data()
            del self._errors[:-_LAST_WORDS]

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._fault = self._process.errorString()
            self._leave()

    def _finish(self) -> None:
        self._read()
        self._read_errors()
        if not (self._reported or self.cancelled or self._fault):
            written = self._errors.decode("utf-8", "replace").strip().splitlines()
            self._fault = written[-1] if written else self._said_end()
        self._leave()

    def _said_end(self) -> str:
        """How a runner ended that has not said why."""
        assert self._process is not None
        code = self._process.exitCode()
        if self._process.exitStatus() is QProcess.ExitStatus.CrashExit:
            return f"killed by signal {code}"
        return f"ended with exit code {code}"

    def _leave(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.ended.emit("" if self.cancelled else self._fault)


def environment() -> QProcessEnvironment:
    """Ours, with the folder of this package to be found, wherever the window was started from."""
    import visualizer

    here = os.path.dirname(os.path.dirname(os.path.abspath(visualizer.__file__)))
    found = QProcessEnvironment.systemEnvironment()
    paths = [here, *filter(None, [found.value("PYTHONPATH")])]
    found.insert("PYTHONPATH", os.pathsep.join(paths))
    return found
