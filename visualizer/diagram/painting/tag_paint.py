"""Paints a name at the object that it refers to, or under the cell that it indexes."""

from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from visualizer.diagram.painting.lettering import Room, write
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.pixels import Pixels, pixels_of
from visualizer.layout.blocks.block import Align, Side
from visualizer.layout.measure import TextStyle
from visualizer.layout.picture import Point, Rect
from visualizer.layout.sheet import Tag, TagKind

POINTER = 6.0
"""The height of the pointer above a name that indexes a cell."""
_POINTER_HALF, _STRONG_HALF = 5.0, 8.0
_PADDING = 4.0


def paint_tag(painter: QPainter, tag: Tag, look: Look) -> None:
    """Paint a tag at its place on the sheet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tag.kind is TagKind.INDEX:
        _paint_index(painter, tag, look)
    else:
        _paint_name(painter, tag, look)


def draw_pill(
    painter: QPainter, pixels: Pixels, rect: Rect, ground: QColor, edge: tuple[QColor, float]
) -> None:
    """Draw a ground with round ends, and an outline inside it."""
    colour, line = edge
    width = pixels.width(line)
    middle = pixels.rect(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    radius = middle.height() / 2
    painter.setPen(QPen(colour, width))
    painter.setBrush(ground)
    painter.drawRoundedRect(middle, radius, radius)


def _paint_name(painter: QPainter, tag: Tag, look: Look) -> None:
    pixels = pixels_of(painter)
    if tag.is_changed:
        ground, edge, ink = "changeSoft", "changeLine", "change"
    elif tag.is_running:
        ground, edge, ink = "accentSoft", "accent", "accent"
    else:
        ground, edge, ink = "cardHead", "line", "ink2"
    width = look.strong_edge if tag.is_changed else look.edge
    draw_pill(painter, pixels, tag.label.rect, look.colour(ground), (look.colour(edge), width))
    painter.setPen(look.colour(ink))
    room = Room(_narrowed(tag.label.rect, _PADDING), Align.CENTRE, lined=False)
    write(painter, pixels, look.translate(tag.label.text), TextStyle.HEADING, room)


def _paint_index(painter: QPainter, tag: Tag, look: Look) -> None:
    """Paint a pointer to the cell, and the name; the pointer of a changed name is wider."""
    pixels, rect = pixels_of(painter), tag.label.rect
    half = _STRONG_HALF if tag.is_changed else _POINTER_HALF
    side = tag.pointer_side
    if side is not None:
        pointer = _pointer_beside(pixels, rect, side, half)
        left = rect.x + (POINTER + 2 if side is Side.LEFT else 0)
        room = Rect(left, rect.y, rect.width - POINTER - 2, rect.height)
    else:
        pointer = _pointer_up(pixels, tag.pointer_top, half)
        room = Rect(rect.x, rect.y + POINTER, rect.width, rect.height - POINTER)
    name = "changeLine" if tag.is_changed else "accent" if tag.is_running else "ink2"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(name))
    painter.drawPolygon(pointer)
    if side is None:
        painter.drawRects([pixels.rect(part) for part in tag.leader])
    painter.setPen(look.colour("change" if tag.is_changed else name))
    write(
        painter, pixels, look.translate(tag.label.text), TextStyle.HEADING, Room(room, Align.CENTRE)
    )


def _pointer_beside(pixels: Pixels, rect: Rect, side: Side, half: float) -> QPolygonF:
    """Return the pointer at the left or right of a name that is beside its object."""
    x, y = pixels.x(rect.right if side is Side.RIGHT else rect.x), rect.y + rect.height / 2
    back = x - POINTER if side is Side.RIGHT else x + POINTER
    corners = ((x, y), (back, y - half), (back, y + half))
    return QPolygonF([QPointF(*corner) for corner in corners])


def _pointer_up(pixels: Pixels, at: Point, half: float) -> QPolygonF:
    tip = pixels.centre_of_line(at.moved(0.5, 0), 1)
    top = pixels.y(at.y) + pixels.width(1)
    low = top + POINTER - 1
    corners = ((tip.x, top), (tip.x + half, low), (tip.x - half, low))
    return QPolygonF([QPointF(*corner) for corner in corners])


def _narrowed(rect: Rect, by: float) -> Rect:
    return Rect(rect.x + by, rect.y, max(rect.width - 2 * by, 0), rect.height)


def bounds_of(tag: Tag) -> QRectF:
    """Return the area of a tag: its name, which may be moved aside, and its pointer."""
    rect = tag.label.rect
    if tag.tip is not None:
        rect = rect.united(Rect(*tag.pointer_top, 0, 0).grown(_STRONG_HALF))
        rect = reduce(Rect.united, tag.leader, rect)
    return QRectF(*rect.grown(2))
