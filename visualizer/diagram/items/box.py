"""A box in the scene: paints its block, and finds the reference at a place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from visualizer.diagram.items.leaving import leave
from visualizer.diagram.items.marks import NO_MARKS, Marks
from visualizer.diagram.painting.block_paint import SMALL, paint_block, paint_small
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.painter_canvas import pixels_of
from visualizer.layout.blocks.block import Block, Field, ReferenceDisplay, Sign
from visualizer.layout.blocks.outlines import RADIUS
from visualizer.layout.picture import Rect
from visualizer.layout.sheet import Placed

if TYPE_CHECKING:
    from visualizer.diagram.view.scene import SheetScene


LEVEL = 2.0
RING, _RING_GAP = 2.0, 2.0
"""The width of the ring around a selected box, and its distance from the box."""
_REACH = RING + _RING_GAP + 1
EDGE = 4.0
"""The distance that lines, marks and letters reach beyond their rectangle."""


class BoxItem(QGraphicsItem):
    """One box; ``show_box`` updates it for another step."""

    def __init__(self, box: Placed, look: Look, pointed: "SheetScene") -> None:
        super().__init__()
        self.box = box
        self.marks = NO_MARKS
        self._look, self._pointed = look, pointed
        self.setZValue(LEVEL)
        self.setAcceptHoverEvents(True)
        # With this flag, Qt reports the exposed part exactly.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setPos(self.place)

    @property
    def place(self) -> QPointF:
        """The position of the box outside of transitions."""
        return QPointF(self.box.x, self.box.y)

    def show_box(self, box: Placed, look: Look, marks: Marks) -> bool:
        """Show another step's box, and repaint only the parts that differ.

        Return whether its place differs; the caller moves the item there.
        """
        before, after = self.box.block, box.block
        is_same = after is before or after == before
        if look is not self._look or marks != self.marks or not is_same:
            if (before.width, before.height) != (after.width, after.height):
                leave(self)
                self.prepareGeometryChange()
                # Qt would keep the former picture of a box that becomes larger than the view.
                mode = self.cacheMode()
                self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
                self.setCacheMode(mode)
            is_whole = look is not self._look or self.is_selected
            part = None if is_whole else differing(before, after, self.marks, marks)
            self.update(QRectF() if part is None else QRectF(*part))
        moved = (box.x, box.y) != (self.box.x, self.box.y)
        self.box, self._look, self.marks = box, look, marks
        return moved

    def boundingRect(self) -> QRectF:
        """Return the bounds with the ring around the box."""
        return self._rect.adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def shape(self) -> QPainterPath:
        """Return the area of the box, for the pointer."""
        path = QPainterPath()
        path.addRect(self._rect)
        return path

    @property
    def _rect(self) -> QRectF:
        return QRectF(0, 0, self.box.block.width, self.box.block.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the box; if it is too small to read, only its ground and name."""
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < SMALL:
            paint_small(painter, self.box.block, self._look, self.marks)
        else:
            found = option.exposedRect
            part = Rect(found.x(), found.y(), found.width(), found.height())
            paint_block(painter, self.box.block, self._look, self.marks, part.grown(EDGE))
        if self.is_selected:
            self._paint_ring(painter)

    @property
    def is_selected(self) -> bool:
        """Whether the whole box is selected or followed, not something in it."""
        serial = self.marks.selected
        is_object = serial is not None and self.box.key == ("object", serial)
        return is_object or self.marks.is_chosen

    def _paint_ring(self, painter: QPainter) -> None:
        pixels = pixels_of(painter)
        width = pixels.width(RING)
        away = _RING_GAP + width / 2
        rect = QRectF(*pixels.rect(self.box.block.rect).grown(away))
        painter.setPen(QPen(self._look.colour("accent"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, RADIUS + away, RADIUS + away)

    # ---- what is at a place ----

    def field_at(self, at: QPointF) -> Field | None:
        """Return the innermost reference at a point of the box; None if there is none."""
        found = [one for one in self.box.block.fields if one.rect.contains(at.x(), at.y())]
        return min(found, key=lambda one: one.rect.width * one.rect.height, default=None)

    def sign_at(self, at: QPointF) -> Sign | None:
        """Return the sign for places left out at a point of the box."""
        signs = self.box.block.signs
        return next((one for one in signs if one.rect.contains(at.x(), at.y())), None)

    def object_at(self, at: QPointF) -> int | None:
        """Return the serial of the innermost object at a point: a value, a nested object, its own.

        For folded nodes it is the first one, which is drawn once it is selected.
        """
        field = self.field_at(at)
        if field is not None and field.display is ReferenceDisplay.TEXT:
            return field.target
        anchors = self.box.block.anchors.items()
        found = [
            (r.width * r.height, serial) for serial, r in anchors if r.contains(at.x(), at.y())
        ]
        if found:
            return min(found)[1]
        return int(self.box.key.name) if self.box.key.kind in ("object", "nodes") else None

    def described(self, field: Field | None = None) -> str:
        """Describe the box, or one reference in it, in words."""
        return self._pointed.describer.box_words(self.box, field)

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Report the reference under the pointer, and point at what a click opens."""
        is_sign = self._pointed.opened.is_listening and self.sign_at(event.pos()) is not None
        if not is_sign:
            self.unsetCursor()
        elif not self.hasCursor():
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pointed.point_at_box(self.box, self.field_at(event.pos()))
        super().hoverMoveEvent(event)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Report that the pointer has left."""
        self._pointed.point_away()
        super().hoverLeaveEvent(event)


def differing(before: Block, after: Block, marks: Marks, marks_after: Marks) -> Rect | None:
    """Return the area where two pictures of a box differ; None if they may differ anywhere."""
    if not _are_alike(before, after, marks, marks_after):
        return None
    rects = [
        *_other(before.shapes, after.shapes),
        *_other(before.words, after.words),
        *(one.rect for one in before.fields if marks.is_changed(one)),
        *(one.rect for one in after.fields if marks_after.is_changed(one)),
    ]
    return reduce(Rect.united, rects).grown(EDGE) if rects else None


def _are_alike(before: Block, after: Block, marks: Marks, marks_after: Marks) -> bool:
    """Whether two pictures can only differ in single shapes and texts, each in its place."""
    return (
        (before.width, before.height) == (after.width, after.height)
        and len(before.shapes) == len(after.shapes)
        and len(before.words) == len(after.words)
        and before.rules == after.rules
        and replace(marks, changed=marks_after.changed) == marks_after
    )


def _other[T](before: Iterable[T], after: Iterable[T]) -> Iterator[Rect]:
    for one, other in zip(before, after, strict=True):
        if one != other:
            yield one.rect  # type: ignore[attr-defined]
            yield other.rect  # type: ignore[attr-defined]
