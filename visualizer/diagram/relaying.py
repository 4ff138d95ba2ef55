"""Lays a picture out anew beside the work, on a thread, where that takes long."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from visualizer.diagram.beside import run_beside
from visualizer.layout import Layout


class Relaying(QObject):
    """``adopt`` is given what was laid out, once it is ready and if it is still wanted.

    ``working`` says that one is being laid out, or no longer. The layout that is in use goes on
    being asked for pictures: one can step meanwhile.
    """

    working = Signal(bool)
    _ready = Signal(object)

    def __init__(self, adopt: Callable[[Layout], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._adopt = adopt
        self.wanted: Layout | None = None
        self._ready.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def begin(self, layout: Layout) -> None:
        """Lay this one out; what was begun before is wanted no longer."""
        before, self.wanted = self.wanted, layout
        run_beside(partial(self._work, layout))
        if before is None:
            self.working.emit(True)

    def cancel(self) -> None:
        """Leave everything as it is."""
        if self.wanted is not None:
            self.wanted = None
            self.working.emit(False)

    def _work(self, layout: Layout) -> None:
        layout.prepare()
        # The window may have been closed meanwhile.
        with suppress(RuntimeError):
            self._ready.emit(layout)

    def _take(self, layout: Layout) -> None:
        if layout is self.wanted:
            self.wanted = None
            self._adopt(layout)
            self.working.emit(False)
