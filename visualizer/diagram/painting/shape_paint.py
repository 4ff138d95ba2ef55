"""The grounds and outlines that a block stands on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.pixels import Pixels
from visualizer.layout.blocks.block import Block, Form, Shape
from visualizer.layout.picture import Rect

RADIUS = 5.0
_NEST_RADIUS = 4.0
_MOST_ROUND = 12.0
"""Of a value that stands alone, whose ends are round."""
CELL_LINE = 1.0
_DASHES = (4.0, 3.0)

_GROUND = {Form.FOLDED: "ghostFill", Form.CELL: "cell"}
_HEADER = {Form.RUNNING: "accentSoft"}
_OUTLINE = {Form.RUNNING: "accent", Form.FOLDED: "hair", Form.INLINED: "hair"}


@dataclass(frozen=True, slots=True)
class Stand:
    """What a block is painted on: the pixels, the look, and the block's own rectangle."""

    pixels: Pixels
    look: Look
    whole: Rect
    shapes: Sequence[Shape]
    inner: QRectF
    """What is inside the outline of all of it."""

    @property
    def clip(self) -> QPainterPath:
        """The same with the round corners that it has."""
        path, radius = QPainterPath(), max(RADIUS - self.inner.x(), 0)
        path.addRoundedRect(self.inner, radius, radius)
        return path

    def inside(self, rect: Rect) -> QRectF:
        """A rectangle with the lines at all its edges, as far as it is inside the outline."""
        return self.pixels.boxed(rect, CELL_LINE).intersected(self.inner)


def stand_of(pixels: Pixels, look: Look, block: Block) -> Stand:
    """What a block stands on whose corner is at the origin."""
    whole = Rect(0, 0, block.width, block.height)
    inner = pixels.rect(whole)
    if block.shapes and block.shapes[0].form is not Form.CELL:
        edge = edge_width(pixels, look, block.shapes[0], False)
        inner = inner.adjusted(edge, edge, -edge, -edge)
    return Stand(pixels, look, whole, block.shapes, inner)


def edge_width(pixels: Pixels, look: Look, shape: Shape, is_new: bool) -> float:
    """How wide a shape's outline is; what runs or is new is told by that, too, at every scale."""
    if shape.form is Form.RUNNING or is_new:
        return pixels.width(look.strong_edge, beyond=look.edge)
    return pixels.width(1.0 if shape.form in (Form.INLINED, Form.FOLDED) else look.edge)


def draw_ground(painter: QPainter, stand: Stand, shape: Shape) -> None:
    """A shape's ground, and the band at its top."""
    look = stand.look
    if shape.form is Form.COUNT:
        return
    if shape.form is Form.CELL:
        _draw_cell(painter, stand, shape)
        return
    rect, radius = _middle(stand, shape, 1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(_GROUND.get(shape.form, "card")))
    painter.drawRoundedRect(rect, radius, radius)
    if shape.header:
        rect.setBottom(stand.pixels.y(shape.rect.y + shape.header))
        band = look.colour(_HEADER.get(shape.form, "cardHead"))
        painter.fillPath(_round_above(rect, radius), band)


def draw_outline(
    painter: QPainter, stand: Stand, shape: Shape, is_new: bool, *, is_lost: bool = False
) -> None:
    """A shape's outline, if it has one: cells have lines, and around lined ones there is none.

    That of an object that no name leads to is dashed.
    """
    if shape.form in (Form.CELL, Form.COUNT):
        return
    if shape.form is Form.INLINED and not is_new and _is_lined(shape, stand.shapes):
        return
    width = edge_width(stand.pixels, stand.look, shape, is_new)
    rect, radius = _middle(stand, shape, width)
    colour = "gain" if is_new else _OUTLINE.get(shape.form, "line")
    pen = QPen(stand.look.colour("island" if is_lost else colour), width)
    if is_lost:
        pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def _middle(stand: Stand, shape: Shape, width: float) -> tuple[QRectF, float]:
    """Where the middle of an outline runs that is as wide, and how round it is."""
    half = width / 2
    rect = stand.pixels.rect(shape.rect).adjusted(half, half, -half, -half)
    return rect, max(_radius(shape) - half, 0)


def _radius(shape: Shape) -> float:
    if shape.form is Form.VALUE_LABEL:
        return min(shape.rect.height / 2, _MOST_ROUND)
    return _NEST_RADIUS if shape.form is Form.INLINED else RADIUS


def _draw_cell(painter: QPainter, stand: Stand, shape: Shape) -> None:
    """Its ground and the lines at its edges, but for those that the block's outline stands for."""
    box, inner = stand.pixels.boxed(shape.rect, CELL_LINE), stand.inner
    width, colour = stand.pixels.width(CELL_LINE), stand.look.colour("line")
    if inner.contains(box) and not _meets_corner(box, inner):
        painter.fillRect(box, colour)
        painter.fillRect(box.adjusted(width, width, -width, -width), stand.look.colour("cell"))
        return
    fill_inside(painter, stand, box.intersected(inner), stand.look.colour("cell"))
    for line in _lines(box, width):
        if inner.contains(line.center()):
            painter.fillRect(line.intersected(inner), colour)


def fill_inside(painter: QPainter, stand: Stand, rect: QRectF, colour: QColor) -> None:
    """Fill a rectangle that is inside a block's outline, not beyond its round corners."""
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
    """Whether a rectangle reaches into a round corner of what it is in."""
    across = box.left() < inner.left() + RADIUS or box.right() > inner.right() - RADIUS
    along = box.top() < inner.top() + RADIUS or box.bottom() > inner.bottom() - RADIUS
    return across and along


def _is_lined(nest: Shape, shapes: Sequence[Shape]) -> bool:
    """Whether cells stand at the very edges of a nest: then their lines are its outline."""
    cells = [one.rect for one in shapes if one.form is Form.CELL and nest.rect.overlaps(one.rect)]
    return any(cell.x - nest.rect.x < 1 for cell in cells) and any(
        nest.rect.bottom - cell.bottom <= 1 for cell in cells
    )


def _round_above(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle whose upper corners are round."""
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    size = 2 * min(radius, rect.width() / 2, rect.height())
    path = QPainterPath()
    path.moveTo(left, bottom)
    path.arcTo(QRectF(left, top, size, size), 180, -90)
    path.arcTo(QRectF(right - size, top, size, size), 90, -90)
    path.lineTo(right, bottom)
    path.closeSubpath()
    return path
