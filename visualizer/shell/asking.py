"""Asks for a value on another thread, so that the window stays responsive until the answer."""

from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from contextvars import ContextVar
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from visualizer.diagram.beside import run_beside
from visualizer.model import CannotRun, NotKept


class Asking(QObject):
    """``answered`` carries each result, on the thread of the object that receives it.

    It has no parent, so it stays valid if its owner is deleted before the answer.
    """

    answered = Signal(object)

    def ask(self, work: Callable[[], object]) -> Thread:
        """Run ``work`` on a new thread, and return the thread; several may run at once."""
        return run_beside(lambda: self.answered.emit(work()))


class NoAnswer(CannotRun, NotKept):
    """The user no longer wanted to wait for a drive, so a file is neither read nor saved."""


def no_answer(file: Path) -> NoAnswer:
    """Return the error of a wait that the user has stopped."""
    return NoAnswer(
        "{file}: the drive does not answer; try again, or choose another folder", file=file
    )


_future: ContextVar[Future[Any] | None] = ContextVar("future", default=None)


def fulfil[T](future: Future[T], work: Callable[[], T]) -> None:
    """Do ``work``, and give ``future`` its result or error, unless it was cancelled meanwhile."""
    _future.set(future)
    try:
        found = work()
    except Exception as error:  # the waiting thread raises it again
        with suppress(InvalidStateError):
            future.set_exception(error)
    else:
        with suppress(InvalidStateError):
            future.set_result(found)


def check_wanted(file: Path) -> None:
    """Raise ``NoAnswer`` if nobody waits for this work any more: it must not replace ``file``."""
    future = _future.get()
    if future is not None and future.cancelled():
        raise no_answer(file)


class Wait(Protocol):
    """Returns the result of ``work`` on ``file``; raises its errors, and ``NoAnswer``."""

    def __call__[T](self, work: Callable[[], T], file: Path) -> T:
        """Wait for the end of ``work``."""


def at_once[T](work: Callable[[], T], file: Path) -> T:
    """Do ``work`` on this thread, for programs without a user who could wait."""
    return work()
