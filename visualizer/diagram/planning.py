"""Finds places for other groups of very many cards beside the work, on a thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from visualizer.diagram.beside import run_beside
from visualizer.layout import Layout
from visualizer.layout.condensed import Condensed


class Planning(QObject):
    """``working`` says that places are being found, or no longer.

    The layout in use goes on being asked for pictures with the groups it has: one can step
    meanwhile.
    """

    working = Signal(bool)
    _ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Callable[[Condensed], None] | None = None
        self._ready.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def begin(self, layout: Layout, kinds: frozenset[str], show: Callable[[], object]) -> None:
        """Find the places with these types grouped, then ``show`` that; instead of what was begun
        before."""
        before = self._wanted

        def done(found: Condensed) -> None:
            layout.keep_condensed(found)
            show()

        self._wanted = done
        run_beside(partial(self._work, layout, kinds, done))
        if before is None:
            self.working.emit(True)

    def cancel(self) -> None:
        """Leave everything as it is."""
        if self._wanted is not None:
            self._wanted = None
            self.working.emit(False)

    def _work(
        self, layout: Layout, kinds: frozenset[str], done: Callable[[Condensed], None]
    ) -> None:
        found = layout.new_condensed(kinds)
        # The window may have been closed meanwhile.
        with suppress(RuntimeError):
            self._ready.emit((done, found))

    def _take(self, ready: tuple[Callable[[Condensed], None], Condensed]) -> None:
        done, found = ready
        if done is self._wanted:
            self.cancel()
            done(found)
