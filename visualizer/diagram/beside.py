"""Runs work on other threads than the window's, and suspends Python's cyclic collector meanwhile.

The collector runs on the thread that happens to allocate. On a thread other than the window's it
would destroy widgets and timers in cycles, which Qt forbids: so it is off while our work may run on
another thread, even if the window that started the work has been closed.
"""

import gc
import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal


class _Keeper(QObject):
    """Lives on the window's thread, so that only that thread enables the collector again."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.holders, self.was_on = 0, False
        self.ended.connect(self.release, Qt.ConnectionType.QueuedConnection)

    def hold(self) -> None:
        if not self.holders:
            self.was_on = gc.isenabled()
            gc.disable()
        self.holders += 1

    def release(self) -> None:
        self.holders -= 1
        if not self.holders and self.was_on:
            gc.enable()


_keeper: _Keeper | None = None


def _kept() -> _Keeper:
    global _keeper  # noqa: PLW0603
    if _keeper is None:
        _keeper = _Keeper()
    return _keeper


def hold_collector() -> bool:
    """Stop automatic collections, on the window's thread; return whether there were any before."""
    keeper = _kept()
    keeper.hold()
    return keeper.was_on


def release_collector() -> None:
    """Allow automatic collections again once no other caller holds the collector."""
    _kept().release()


def run_beside(work: Callable[[], object]) -> threading.Thread:
    """Run ``work`` on a new daemon thread, and return the thread.

    A caller after which the application may end waits for the thread, whose last signal would
    crash the ending interpreter.
    """
    keeper = _kept()
    keeper.hold()

    def run() -> None:
        try:
            work()
        finally:
            # The application may have ended meanwhile.
            with suppress(RuntimeError):
                keeper.ended.emit()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread
