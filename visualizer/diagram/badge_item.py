"""The sign and the count of a card, above the arrows that pass there."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.draggable import DraggableItem
from visualizer.diagram.surface import Surface
from visualizer.layout import Key

_OVER, _JUST_OVER, _ARROWS = 4.8, 0.1, 7.0
"""How much higher than their card signs lie that arrows pass; of one in hand, above all arrows."""


class Signed(Protocol):
    """A card that can paint its signs."""

    def paint_signs(self, painter: QPainter, detail: float) -> None:
        """Paint them, in the card's own lengths."""
        ...


class BadgeItem(QGraphicsItem):
    """Goes along with its card, which tells it where to be and how much of it there is."""

    def __init__(self, card: Signed) -> None:
        super().__init__()
        self._card = card
        self._rect = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def stand(self, rect: QRectF) -> None:
        """Take that much room, in the card's own lengths, and show what the card shows now."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self.update()

    def boundingRect(self) -> QRectF:
        """Around sign and count at any size."""
        return self._rect

    def shape(self) -> QPainterPath:
        """Nothing: clicks are for the card."""
        return QPainterPath()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """As the card itself would."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._card.paint_signs(painter, option.levelOfDetailFromTransform(painter.worldTransform()))


class LiftingItem(DraggableItem):
    """A card whose signs may stand ``above`` all arrows, in an item that goes along with it."""

    def __init__(self, key: Key, surface: Surface) -> None:
        self.above: BadgeItem | None = None
        super().__init__(key, surface)

    def paint_signs(self, painter: QPainter, detail: float) -> None:
        """Paint what stands above, in the card's own lengths."""
        raise NotImplementedError

    def stand_above(self) -> None:
        """Let what stands above have the room that it needs."""
        raise NotImplementedError

    def lift_signs(self, above: BadgeItem | None) -> None:
        """Let its signs stand above all arrows, or not."""
        self.above = above
        if above is not None:
            above.setCacheMode(self.cacheMode())
            above.setOpacity(self.opacity())
            above.setPos(self.pos())
            self.stand_above()
        self.update()

    def update(self) -> None:  # type: ignore[override]
        """Paint it again, with what stands above it."""
        super().update()
        if self.above is not None:
            self.above.update()

    def setPos(self, at: QPointF) -> None:  # type: ignore[override]
        """Be there, with what stands above it."""
        super().setPos(at)
        if self.above is not None:
            self.above.setPos(at)

    def setOpacity(self, opacity: float) -> None:
        """Be there so far, with what stands above it."""
        super().setOpacity(opacity)
        if self.above is not None:
            self.above.setOpacity(opacity)

    def setZValue(self, level: float) -> None:
        """Lie there, what stands above it over all arrows and under the numbers on them."""
        super().setZValue(level)
        if self.above is not None:
            self.above.setZValue(level + (_OVER if level < _ARROWS else _JUST_OVER))
