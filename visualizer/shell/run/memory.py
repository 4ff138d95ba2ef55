"""Stores the run options of each program."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.shell.program.program_memory import ProgramMemory
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.run.options import RunOptions, run_options

_KEY = "run"
_SOON = 500
"""Milliseconds until a choice is stored."""


class RunMemory(QObject):
    """Loads and stores run options; ``changed`` follows each change of them."""

    changed = Signal()

    def __init__(self, memory: ProgramMemory, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._memory, self._workbench = memory, workbench
        self._program: Path | None = None
        self._unwritten = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.settle)
        workbench.program_changed.connect(self._recall)

    @property
    def options(self) -> RunOptions:
        """The options of the current program."""
        return self._workbench.run_options

    def choose(self, options: RunOptions) -> None:
        """Use ``options`` for the current program from now on."""
        if options != self._workbench.run_options:
            self._workbench.run_options = options
            self._unwritten = True
            self._soon.start()
            self.changed.emit()

    def keep(self) -> None:
        """Store the options for the program's new file."""
        self._program = self._of_program()
        self._write()

    def settle(self) -> None:
        """Store the last choice now, if it is not stored yet."""
        if self._unwritten:
            self._soon.stop()
            self._write()

    def _write(self) -> None:
        self._unwritten = False
        if self._program is not None:
            self._memory.keep(self._program, _KEY, self._workbench.run_options.as_json())

    def _of_program(self) -> Path | None:
        return self._workbench.document.path if self._workbench.kept is None else None

    def _recall(self) -> None:
        self.settle()
        path = self._program = self._of_program()
        found = self._memory.of(path).get(_KEY) if path is not None else None
        self._workbench.run_options = run_options(found)
        self.changed.emit()
