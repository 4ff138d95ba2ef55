"""When a view has become larger or smaller: what the step changed is not lost from sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, QTimer, Signal

from visualizer.diagram.box_item import BoxItem

if TYPE_CHECKING:
    from visualizer.diagram.view import DiagramView

_REST = 120
"""Milliseconds without a further change of size after which it is over."""


class Steadying(QObject):
    """Brings back, once the size rests, what was in view before; who looked elsewhere stays there.

    Where nothing at all would be in view, what the step changed comes into it. ``rested`` says that
    it is over.
    """

    rested = Signal()

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view)
        self._view = view
        self._had = False
        self._rests = QTimer(self, singleShot=True, interval=_REST)
        self._rests.timeout.connect(self._steady)

    @property
    def is_over(self) -> bool:
        """Whether the size rests."""
        return not self._rests.isActive()

    def begin(self, size: QSize | None = None) -> None:
        """The size changes, or is about to; it was ``size``, else what it is now."""
        room = QRect(QPoint(), size) if size is not None else self._view.viewport().rect()
        self._had = (self._had and not self.is_over) or self._sees_change(room)
        self._rests.start()

    def _sees_change(self, room: QRect) -> bool:
        seen = self._view.mapToScene(room).boundingRect()
        first = next(iter(self._view.diagram.places_of_change()), None)
        return first is not None and QRectF(*first).intersects(seen)

    def _steady(self) -> None:
        view = self._view
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        empty = not any(isinstance(item, BoxItem) for item in view.diagram.items(seen))
        if self._had or empty:
            view.follow()
        self.rested.emit()
