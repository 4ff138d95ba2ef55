"""Reads an HDF5 file in another process, as the window does not import h5py."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from visualizer.platform.python import own_python, run_module
from visualizer.shell.labs.common.lab_run import environment

_MODULE = "visualizer.labs.shared_memory.tables.preview"
_PATIENCE = 2000
"""Milliseconds to wait for the killed process to end."""


class FilePreview(QObject):
    """Describes files; ``came`` carries the description of a file, or an ``error``."""

    came = Signal(dict)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._process is not None

    def look(self, path: str) -> None:
        """Read the file at ``path``, and no longer another one."""
        self.shut_down()
        process = self._process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.finished.connect(lambda: self._end(process))
        process.errorOccurred.connect(lambda error: self._fail(process, error))
        process.start(own_python(), run_module(_MODULE, path))

    def _fail(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finish(process, {"error": process.errorString()})

    def _end(self, process: QProcess) -> None:
        try:
            found: Any = json.loads(bytes(process.readAllStandardOutput().data()))
        except ValueError:
            found = None
        if not isinstance(found, dict):
            written = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
            lines = written.strip().splitlines()
            found = {"error": lines[-1] if lines else _MODULE}
        self._finish(process, found)

    def _finish(self, process: QProcess, found: dict[str, Any]) -> None:
        if process is self._process:
            self._process = None
            process.deleteLater()
            self.came.emit(found)

    def shut_down(self) -> None:
        """Stop reading."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_PATIENCE)
            process.deleteLater()
