"""Asks for a value on another thread, so that the window stays responsive until the answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from visualizer.diagram.beside import run_beside
from visualizer.model import CannotRun, NotKept


class Asking(QObject):
    """``answered`` carries each result, on the thread of the object that receives it.

    It has no parent, so it stays valid if its owner is deleted before the answer.
    """

    answered = Signal(object)

    def ask(self, work: Callable[[], object]) -> None:
        """Run ``work`` on a new thread; several may run at once."""
        run_beside(lambda: self.answered.emit(work()))


class NoAnswer(CannotRun, NotKept):
    """The user no longer wanted to wait for a drive, so a file is neither read nor saved."""


class Wait(Protocol):
    """Returns the result of ``work`` on ``file``; raises its errors, and ``NoAnswer``."""

    def __call__[T](self, work: Callable[[], T], file: Path) -> T:
        """Wait for the end of ``work``."""


def at_once[T](work: Callable[[], T], file: Path) -> T:
    """Do ``work`` on this thread, for programs without a user who could wait."""
    return work()
