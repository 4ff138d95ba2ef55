"""Runs a module of ours in a process of its own."""

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from visualizer.platform.python import module_path, own_python, run_module

_PATIENCE = 5_000
"""Milliseconds to wait for the killed process to end."""
_LAST_WORDS = 2_000
"""The number of bytes kept from the end of standard error."""


class OwnProcess(QProcess):
    """Runs ``module`` once it is started; emits ``ended`` at its end or if the start fails."""

    ended = Signal()

    def __init__(self, parent: QObject, module: str, *arguments: str) -> None:
        super().__init__(parent)
        self._errors = b""
        self.setProgram(own_python())
        self.setArguments(run_module(module, *arguments))
        surroundings = QProcessEnvironment.systemEnvironment()
        surroundings.insert("PYTHONPATH", module_path())
        self.setProcessEnvironment(surroundings)
        self.readyReadStandardError.connect(self._read_errors)
        self.finished.connect(self.ended)
        self.errorOccurred.connect(self._fail)

    @property
    def came_through(self) -> bool:
        """Whether the process ended with exit code 0."""
        return self.error() is QProcess.ProcessError.UnknownError and not self.exitCode()

    @property
    def last_words(self) -> str:
        """The last line of standard error, or why the process could not be started; else empty."""
        self._read_errors()
        written = self._errors.decode("utf-8", "replace").strip().splitlines()
        return written[-1] if written else ""

    def end(self, patience: int = 0) -> None:
        """End the process without ``ended``, by force after ``patience`` ms, and delete it."""
        self.blockSignals(True)
        self.closeWriteChannel()
        if not self.waitForFinished(patience):
            self.kill()
            self.waitForFinished(_PATIENCE)
        self.deleteLater()

    def _read_errors(self) -> None:
        self._errors = (self._errors + self.readAllStandardError().data())[-_LAST_WORDS:]

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._errors = self.errorString().encode()
            self.ended.emit()
