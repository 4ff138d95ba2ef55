"""Work beside the window's own thread, and Python's cyclic collector kept away from it.

The collector runs on whichever thread happens to allocate. On another than the window's it would
destroy widgets and timers that are part of a cycle, which Qt forbids: so it is switched off while
anything of ours may run elsewhere, also when the window that began it has been closed meanwhile.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal


class _Keeper(QObject):
    """Lives on the window's thread: the collector is given back there, never on another."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.holders, self._was_on = 0, False
        self.ended.connect(self.release, Qt.ConnectionType.QueuedConnection)

    def hold(self) -> None:
        if not self.holders:
            self._was_on = gc.isenabled()
            gc.disable()
        self.holders += 1

    def release(self) -> None:
        self.holders -= 1
        if not self.holders and self._was_on:
            gc.enable()


_keeper: _Keeper | None = None


def _kept() -> _Keeper:
    global _keeper  # noqa: PLW0603
    if _keeper is None:
        _keeper = _Keeper()
    return _keeper


def hold_collector() -> None:
    """Keep Python from collecting by itself, from now on; asked for on the window's thread."""
    _kept().hold()


def release_collector() -> None:
    """Let it collect again, as soon as nobody else keeps it from that."""
    _kept().release()


def run_beside(work: Callable[[], object]) -> None:
    """Do ``work`` on a thread of its own that nobody waits for."""
    keeper = _kept()
    keeper.hold()

    def run() -> None:
        try:
            work()
        finally:
            # The application may have gone meanwhile.
            with suppress(RuntimeError):
                keeper.ended.emit()

    threading.Thread(target=run, daemon=True).start()
