"""The results of a lab's run: the current run, the last one, or an earlier one."""

import json
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from visualizer.labs.report import row_name
from visualizer.platform.processes import describe_exit
from visualizer.shell.own_process import OwnProcess

_RUNNER = "visualizer.labs.runner"
_LARGEST = 16 << 20
"""Bytes of a line that is longer than any event; it ends the run."""
_PATIENCE = 1000
"""Milliseconds that the runner has to end by itself when the window closes."""
_LAST_WORDS = 2_000
"""Characters kept of an error message."""


class LabRun(QObject):
    """Runs one lab at a time; ``received`` carries each event of ``visualizer.labs.runner``.

    ``ended`` follows the last event. Its text is empty, or says why a run that was not cancelled
    has no report. ``cancel`` stops the events.
    """

    received = Signal(dict)
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: OwnProcess | None = None
        self._buffer = bytearray()
        self._reported = self.cancelled = False
        self._fault = ""

    @property
    def active(self) -> bool:
        """Whether a lab runs, or is about to end."""
        return self._process is not None

    @property
    def process_id(self) -> int | None:
        """The process id of the runner, None while no lab runs."""
        return self._process.processId() if self._process is not None else None

    def start(self, lab: str, settings: dict[str, Any]) -> None:
        """Run ``lab``, unless a lab runs already."""
        if self.active:
            return
        self._buffer.clear()
        self._reported = self.cancelled = False
        self._fault = ""
        process = self._process = OwnProcess(self, _RUNNER, lab, json.dumps(settings))
        process.readyReadStandardOutput.connect(self._read)
        process.ended.connect(self._finish)
        process.start()

    def cancel(self) -> None:
        """End the lab and all processes it has started; ``ended`` follows."""
        if self._process is not None and not self.cancelled:
            self.cancelled = True
            # The runner ends at the end of its input, so it also ends if this window is killed.
            self._process.closeWriteChannel()

    def shut_down(self) -> None:
        """End the lab without ``ended``, before the window closes."""
        process, self._process = self._process, None
        if process is not None:
            # If it is killed, its janitor ends the processes that it has started.
            process.end(_PATIENCE)

    def _read(self) -> None:
        if self._process is None:
            return
        self._buffer += self._process.readAllStandardOutput().data()
        *lines, rest = self._buffer.split(b"\n")
        self._buffer = bytearray(rest)
        for line in lines:
            self._handle_line(bytes(line))
        if len(self._buffer) > _LARGEST:
            self._process.kill()

    def _handle_line(self, line: bytes) -> None:
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
        self.received.emit(event)

    def _finish(self) -> None:
        self._read()
        process, self._process = self._process, None
        assert process is not None
        if not (self._reported or self.cancelled or self._fault):
            sign = -1 if process.exitStatus() is QProcess.ExitStatus.CrashExit else 1
            self._fault = process.last_words or describe_exit(sign * process.exitCode())
        process.deleteLater()
        self.ended.emit("" if self.cancelled else self._fault)


type Row = dict[str, Any]
type Report = dict[str, Any]


class LabResults(QObject):
    """Collects the events of a run into ``report``.

    ``report`` has the form that ``lab … --json`` prints, and is None before the first run.
    ``changed`` is emitted when the report changes, ``began`` and ``ended`` with each run. During a
    run, ``doing`` is the last kind of event (``starting``, ``running``) and ``current`` its row;
    ``share`` is the part done, from 0 to 1, and ``left`` the estimated remaining seconds, None
    if unknown. ``fault`` says why a run failed; ``is_whole`` is False for a run that was cut short.
    ``last`` is the last event.
    """

    began = Signal()
    changed = Signal()
    ended = Signal()

    def __init__(self, run: LabRun) -> None:
        super().__init__(run)
        self.run = run
        self.report: Report | None = None
        self.doing = self.current = self.fault = ""
        self.share = 0.0
        self.left: float | None = None
        self.is_whole = True
        self.last: dict[str, Any] = {}
        run.received.connect(self._handle_event)
        run.ended.connect(self._end)

    @property
    def rows(self) -> list[Row]:
        """The rows of results, in order."""
        return list(self.report["results"]) if self.report is not None else []

    @property
    def keys(self) -> list[str]:
        """The names of the rows."""
        return [row_name(row) for row in self.rows]

    def row(self, key: str) -> Row | None:
        """Return the row of that name, if any."""
        return next((row for row in self.rows if row_name(row) == key), None)

    def begin(self, lab: str, settings: dict[str, Any]) -> None:
        """Run the lab; the former results stay until the first event."""
        if self.run.active:
            return
        self.doing = self.current = self.fault = ""
        self.share, self.left, self.is_whole = 0.0, None, False
        self.last = {}
        self.run.start(lab, settings)
        self.began.emit()

    def show(self, report: Report, *, is_whole: bool = True) -> None:
        """Show an earlier run, unless a run goes on."""
        if not self.run.active:
            self.report, self.is_whole, self.fault = report, is_whole, ""
            self.changed.emit()

    def _handle_event(self, event: dict[str, Any]) -> None:
        self.last = event
        kind = event.get("event")
        if kind in ("begun", "report"):
            self.report = event["report"]
            self.is_whole = kind == "report"
        elif self.report is not None:
            self._update(event)
        self.changed.emit()

    def _update(self, event: dict[str, Any]) -> None:
        assert self.report is not None
        self.doing, self.current = str(event["event"]), str(event.get("key", ""))
        self.share = float(event.get("share", self.share))
        self.left = event.get("left", self.left)
        more = event.get("more")
        if isinstance(more, dict):
            self.report.update(more)
        row = event.get("row")
        if row is not None:
            rows: Iterable[Row] = self.report["results"]
            key = row_name(row)
            self.report["results"] = [row if row_name(one) == key else one for one in rows]

    def _end(self, fault: str) -> None:
        self.fault = fault
        self.doing = self.current = ""
        self.ended.emit()
        self.changed.emit()
