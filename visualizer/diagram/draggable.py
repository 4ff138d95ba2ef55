"""An item that goes along with the pointer while the left button is down on it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QGraphicsSceneMouseEvent

from visualizer.diagram.surface import Surface
from visualizer.layout import Key

_LEFT = Qt.MouseButton.LeftButton
_IN_HAND = 8.0
"""Above all other cards and their arrows."""


class DraggableItem(QGraphicsRectItem):
    """Tells where it is dragged to, once that is further than the hand of one who clicks shakes.

    ``place`` is where it belongs; only if ``draggable`` it can be taken elsewhere.
    """

    def __init__(self, key: Key, surface: Surface) -> None:
        super().__init__()
        self._key, self._surface = key, surface
        self.place = QPointF()
        self.draggable = False
        self._grip: QPointF | None = None
        self._level = 0.0
        self._dragged = False

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Keep the pointer, so that the view is not dragged instead."""
        held = event.button() == _LEFT and self.draggable
        self._grip = event.scenePos() - self.pos() if held else None
        event.setAccepted(held)

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Go along."""
        if self._grip is None:
            return
        way = event.screenPos() - event.buttonDownScreenPos(_LEFT)
        if not self._dragged:
            if way.manhattanLength() < QApplication.startDragDistance():
                return
            self._dragged, self._level = True, self.zValue()
            self.setZValue(_IN_HAND)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.setPos(event.scenePos() - self._grip)
        self._surface.carry(self._key)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Belong there from now on."""
        if event.button() != _LEFT:
            return
        # A view that becomes larger tells once more where the pointer is.
        self._grip = None
        if self._dragged:
            self._dragged = False
            self.setZValue(self._level)
            self.unsetCursor()
            self._surface.drop(self._key)
