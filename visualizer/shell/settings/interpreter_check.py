"""Asks an interpreter, beside the window's own work, whether programs can be recorded with it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from visualizer.diagram.beside import run_beside
from visualizer.model import CannotRun

_IN_ENVIRONMENT = ("bin/python", "Scripts/python.exe")


def interpreter_in(path: Path) -> Path:
    """The interpreter of a virtual environment where ``path`` is its folder, else ``path``."""
    if path.is_dir():
        for name in _IN_ENVIRONMENT:
            if (path / name).exists():
                return path / name
    return path


class InterpreterCheck(QObject):
    """``done`` comes on the window's thread: what was asked about, and why it will not do or None.

    It has no parent: an interpreter that never answers must not outlive it.
    """

    done = Signal(str, object)

    def begin(self, python: str) -> None:
        """Ask; several may be under way at once."""
        run_beside(partial(self._ask, python))

    def _ask(self, python: str) -> None:
        from visualizer.session.start.interpreter import check_interpreter, find_interpreter

        try:
            check_interpreter(find_interpreter(Path(python)))
        except CannotRun as error:
            self.done.emit(python, error)
        else:
            self.done.emit(python, None)
