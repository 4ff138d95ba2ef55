"""Asks for a value on another thread, so that the window stays responsive until the answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from visualizer.diagram.beside import run_beside


class Asking(QObject):
    """``answered`` carries each result, on the thread of the object that receives it.

    It has no parent, so it stays valid if its owner is deleted before the answer.
    """

    answered = Signal(object)

    def ask(self, work: Callable[[], object]) -> None:
        """Run ``work`` on a new thread; several may run at once."""
        run_beside(lambda: self.answered.emit(work()))
