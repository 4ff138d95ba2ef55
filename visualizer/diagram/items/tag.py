"""A name at an object, or under the cell that it indexes, in the scene."""

from dataclasses import replace
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.items.leaving import leave
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.painter_canvas import PainterCanvas
from visualizer.layout.drawing.labels import STRONG_HALF, draw_tag
from visualizer.layout.picture import Rect
from visualizer.layout.sheet import Label, Tag

LEVEL = 4.0


class TagItem(QGraphicsItem):
    """One tag; ``show_tag`` updates it for another step."""

    def __init__(self, tag: Tag, look: Look) -> None:
        super().__init__()
        self.tag, self._look = tag, look
        self._here = _at_origin(tag)
        self.setZValue(LEVEL)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setPos(self.place)

    @property
    def place(self) -> QPointF:
        """The position of the tag outside of transitions."""
        return QPointF(self.tag.label.rect.x, self.tag.label.rect.y)

    def show_tag(self, tag: Tag, look: Look) -> bool:
        """Show another step's tag; return whether its place differs."""
        here = _at_origin(tag)
        if look is not self._look or here != self._here:
            leave(self)
            self.prepareGeometryChange()
            self.update()
        before = self.place
        self.tag, self._look, self._here = tag, look, here
        return before != self.place

    def boundingRect(self) -> QRectF:
        """Return the bounds of the whole tag."""
        return bounds_of(self._here)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the name on its ground."""
        draw_tag(PainterCanvas(painter, self._look), self._here)


def bounds_of(tag: Tag) -> QRectF:
    """Return the area of a tag: its name, which may be moved aside, and its pointer."""
    rect = tag.label.rect
    if tag.tip is not None:
        rect = rect.united(Rect(*tag.pointer_top, 0, 0).grown(STRONG_HALF))
        rect = reduce(Rect.united, tag.leader, rect)
    return QRectF(*rect.grown(2))


def _at_origin(tag: Tag) -> Tag:
    """Return the tag moved to the origin, where an item paints."""
    rect, tip, edge = tag.label.rect, tag.tip, tag.edge
    label = Label(tag.label.text, rect.moved(-rect.x, -rect.y))
    return replace(
        tag,
        label=label,
        tip=tip.moved(-rect.x, -rect.y) if tip is not None else None,
        edge=edge - rect.x if edge is not None else None,
    )
