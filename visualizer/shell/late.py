"""Makes parts that are first needed late; the window is painted meanwhile, keys and clicks wait."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from contextvars import copy_context
from functools import partial
from pkgutil import resolve_name
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from visualizer.diagram.beside import run_beside
from visualizer.layout.checkpoints import call_at_checkpoints, do_nothing
from visualizer.shell.asking import fulfil

_ALL_BUT_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
_SLICE = 0.01
"""Seconds of work between two looks at what the window has to paint."""


def done_beside[T](work: Callable[[], T]) -> T:
    """Return the result of ``work``, done on another thread; raises its errors."""
    future = Future[T]()
    run_beside(partial(fulfil, future, work))
    while True:
        _handle_events()
        # While this thread waits, the other one has the interpreter.
        wait([future], _SLICE)
        if future.done():
            return future.result()


def made_in_slices[T](place: str, make: Callable[[Any], T]) -> T:
    """Import ``place`` (``module:name``) on another thread, and return what ``make`` makes of it.

    The window may be painted at each checkpoint of ``make``, and at its end.
    """
    found = done_beside(partial(resolve_name, place))

    def run() -> T:
        paints = _Paints()
        call_at_checkpoints(paints.at_times)
        made = make(found)
        paints.now()
        return made

    return copy_context().run(run)


def _handle_events() -> None:
    # A widget that is polished before it has its parent loses its own font when it gets one. Each
    # will be polished when it is shown. The stubs do not know that None means every widget.
    every: Any = None
    QApplication.removePostedEvents(every, QEvent.Type.PolishRequest.value)
    QApplication.processEvents(_ALL_BUT_INPUT)


class _Paints:
    """Lets the window be painted while a part of it is made."""

    def __init__(self) -> None:
        self._next = perf_counter() + _SLICE

    def at_times(self) -> None:
        """Let the window be painted, if a slice has passed."""
        if perf_counter() >= self._next:
            self.now()

    def now(self) -> None:
        """Let the window be painted."""
        # The slots of the events do other work, which has no checkpoints here.
        call_at_checkpoints(do_nothing)
        _handle_events()
        call_at_checkpoints(self.at_times)
        self._next = perf_counter() + _SLICE
