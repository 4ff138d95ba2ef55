"""Paints the grounds and outlines of a block's shapes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.pixels import Pixels
from visualizer.layout.blocks.block import Block, Form, Shape
from visualizer.layout.blocks.outlines import (
    RADIUS,
    ground_colour,
    has_outline,
    header_colour,
    outline_colour,
    radius_of,
)
from visualizer.layout.picture import Rect

CELL_LINE = 1.0
_DASHES = (4.0, 3.0)


@dataclass(frozen=True, slots=True)
class Stand:
    """The pixels, the look and the rectangle with which a painter paints a block."""

    pixels: Pixels
    look: Look
    whole: Rect
    shapes: Sequence[Shape]
    inner: QRectF
    """The area inside the block's outline."""

    @property
    def clip(self) -> QPainterPath:
        """The area inside the outline, with its round corners."""
        path, radius = QPainterPath(), max(RADIUS - self.inner.x(), 0)
        path.addRoundedRect(self.inner, radius, radius)
        return path

    def inside(self, rect: Rect) -> QRectF:
        """Return a rectangle with the lines at its edges, as far as it is inside the outline."""
        return self.pixels.boxed(rect, CELL_LINE).intersected(self.inner)


def stand_of(pixels: Pixels, look: Look, block: Block) -> Stand:
    """Return the stand of a block whose corner is at the origin."""
    whole = Rect(0, 0, block.width, block.height)
    inner = pixels.rect(whole)
    if block.shapes and not block.shapes[0].form.is_cell:
        edge = edge_width(pixels, look, block.shapes[0], False)
        inner = inner.adjusted(edge, edge, -edge, -edge)
    return Stand(pixels, look, whole, block.shapes, inner)


def edge_width(pixels: Pixels, look: Look, shape: Shape, is_new: bool) -> float:
    """Return the width of a shape's outline, larger for running and new ones at any scale."""
    if shape.form is Form.RUNNING or is_new:
        return pixels.width(look.strong_edge, beyond=look.edge)
    return pixels.width(1.0 if shape.form in (Form.INLINED, Form.FOLDED) else look.edge)


def draw_ground(painter: QPainter, stand: Stand, shape: Shape) -> None:
    """Draw a shape's ground, and the band at its top."""
    look = stand.look
    if shape.form is Form.COUNT:
        return
    if shape.form.is_cell:
        _draw_cell(painter, stand, shape)
        return
    rect, radius = _middle(stand, shape, 1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(ground_colour(shape)))
    painter.drawRoundedRect(rect, radius, radius)
    if shape.header:
        rect.setBottom(stand.pixels.y(shape.rect.y + shape.header))
        band = look.colour(header_colour(shape))
        painter.fillPath(_round_above(rect, radius), band)


def draw_outline(
    painter: QPainter, stand: Stand, shape: Shape, is_new: bool, *, is_lost: bool = False
) -> None:
    """Draw a shape's outline, if it has one: cells and containers with cells have lines.

    The outline of an object that no name leads to is dashed.
    """
    if not has_outline(shape, stand.shapes, is_new=is_new):
        return
    width = edge_width(stand.pixels, stand.look, shape, is_new)
    rect, radius = _middle(stand, shape, width)
    colour = outline_colour(shape, is_new=is_new, is_lost=is_lost)
    pen = QPen(stand.look.colour(colour), width)
    if is_lost:
        pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def _middle(stand: Stand, shape: Shape, width: float) -> tuple[QRectF, float]:
    """Return the middle line of an outline of a width, and its radius."""
    half = width / 2
    rect = stand.pixels.rect(shape.rect).adjusted(half, half, -half, -half)
    return rect, max(radius_of(shape) - half, 0)


def _draw_cell(painter: QPainter, stand: Stand, shape: Shape) -> None:
    """Draw a cell's ground and lines, without lines at the block's outline."""
    box, inner = stand.pixels.boxed(shape.rect, CELL_LINE), stand.inner
    width, look = stand.pixels.width(CELL_LINE), stand.look
    colour, ground = look.colour(outline_colour(shape)), look.colour(ground_colour(shape))
    if inner.contains(box) and not _meets_corner(box, inner):
        painter.fillRect(box, colour)
        painter.fillRect(box.adjusted(width, width, -width, -width), ground)
        return
    fill_inside(painter, stand, box.intersected(inner), ground)
    for line in _lines(box, width):
        if inner.contains(line.center()):
            painter.fillRect(line.intersected(inner), colour)


def fill_inside(painter: QPainter, stand: Stand, rect: QRectF, colour: QColor) -> None:
    """Fill a rectangle inside a block's outline, clipped to its round corners."""
    if _meets_corner(rect, stand.inner):
        path = QPainterPath()
        path.addRect(rect)
        painter.fillPath(path.intersected(stand.clip), colour)
    else:
        painter.fillRect(rect, colour)


def _lines(box: QRectF, width: float) -> tuple[QRectF, ...]:
    left, top = QRectF(box), QRectF(box)
    left.setWidth(width)
    top.setHeight(width)
    return (
        left,
        top,
        left.translated(box.width() - width, 0),
        top.translated(0, box.height() - width),
    )


def _meets_corner(box: QRectF, inner: QRectF) -> bool:
    """Whether a rectangle reaches into a round corner of the area around it."""
    across = box.left() < inner.left() + RADIUS or box.right() > inner.right() - RADIUS
    along = box.top() < inner.top() + RADIUS or box.bottom() > inner.bottom() - RADIUS
    return across and along


def _round_above(rect: QRectF, radius: float) -> QPainterPath:
    """Return a rectangle whose upper corners are round."""
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    size = 2 * min(radius, rect.width() / 2, rect.height())
    path = QPainterPath()
    path.moveTo(left, bottom)
    path.arcTo(QRectF(left, top, size, size), 180, -90)
    path.arcTo(QRectF(right - size, top, size, size), 90, -90)
    path.lineTo(right, bottom)
    path.closeSubpath()
    return path
