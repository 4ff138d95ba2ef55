"""How a reference count is painted in the room that a block keeps for it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from visualizer.diagram.painting.lettering import Room, write
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.pixels import Pixels
from visualizer.diagram.painting.tag_paint import draw_pill
from visualizer.layout.blocks.block import Align
from visualizer.layout.measure import TextStyle
from visualizer.layout.picture import Point, Rect
from visualizer.layout.sheet import Count

_SIGN, _SIGN_HEIGHT = 7.0, 5.0
"""Width and height of the triangle that says that a count went up or down."""
_WIDEST = 2.0
"""The widest outline of a count that changed: one digit has hardly more room."""
_BESIDE = 1.5
"""Between the sign, the outline and the number."""


def paint_count(painter: QPainter, pixels: Pixels, look: Look, rect: Rect, count: Count) -> None:
    """A count on a ground with round ends; one that changed has a triangle and a colour."""
    change = count.change
    ground, edge, ink = "card", "line", "ink"
    if change:
        edge = ink = "gain" if change > 0 else "loss"
        ground = f"{edge}Soft"
    width = min(look.strong_edge, _WIDEST) if change else look.edge
    draw_pill(painter, pixels, rect, look.colour(ground), (look.colour(edge), width))
    left, right = rect.x, rect.right
    if change:
        left += width + _BESIDE
        _draw_sign(painter, look, Point(left, rect.y + rect.height / 2), is_up=change > 0)
        left, right = left + _SIGN, right - width
    painter.setPen(look.colour(ink))
    room = Room(Rect(left, rect.y, right - left, rect.height), Align.CENTRE, lined=False)
    write(painter, pixels, count.text, TextStyle.INDEX, room)


def _draw_sign(painter: QPainter, look: Look, at: Point, *, is_up: bool) -> None:
    left, middle = at
    tip = middle - _SIGN_HEIGHT / 2 if is_up else middle + _SIGN_HEIGHT / 2
    base = middle + _SIGN_HEIGHT / 2 if is_up else middle - _SIGN_HEIGHT / 2
    corners = ((left, base), (left + _SIGN / 2, tip), (left + _SIGN, base))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("gain" if is_up else "loss"))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
