"""Paints a reference: an arrow with a dot at its start, or a stub."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from visualizer.diagram.painting.arrow_line import head_polygon, line_path
from visualizer.diagram.painting.lettering import Room, write
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.pixels import Pixels, pixels_of
from visualizer.diagram.painting.tag_paint import draw_pill
from visualizer.layout.blocks.block import Align
from visualizer.layout.measure import TextStyle
from visualizer.layout.picture import Point
from visualizer.layout.routing.lines import STRONG_HEAD, USUAL_HEAD, Head, head_for
from visualizer.layout.sheet import Arrow, Label

PLAIN, LIT, STRONG = 1.5, 2.0, 2.6
"""The widths of lines: usual, selected or under the pointer, changed."""
DOT = 3.5
FADED = 0.45
"""The opacity of an arrow while others are emphasized."""
_MOST_KNOWN = 2_048


class _Line(NamedTuple):
    """The painted parts of a path: the dot at its start, its line, its head."""

    dot: QPointF
    path: QPainterPath
    head: QPolygonF


def paint_arrow(painter: QPainter, arrow: Arrow, look: Look) -> None:
    """Paint an arrow at its place on the sheet, or its stub if it has no way."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if arrow.points:
        paint_way(painter, arrow, arrow.points, look)
    elif arrow.stub is not None:
        paint_stub(painter, arrow, arrow.stub, look)


def paint_way(
    painter: QPainter, arrow: Arrow, points: Sequence[Point], look: Look, lit: bool = False
) -> None:
    """Paint the line of an arrow along ``points``."""
    pixels = pixels_of(painter)
    strong = arrow.is_changed
    width = STRONG if strong else LIT if lit else PLAIN
    line = _line(tuple(points), pixels, width, STRONG_HEAD if strong else USUAL_HEAD)
    painter.setPen(_pen(look, arrow, pixels.width(width), lit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(line.path)
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(line.dot, DOT, DOT)
    painter.drawPolygon(line.head)


@lru_cache(maxsize=_MOST_KNOWN)
def _line(points: tuple[Point, ...], pixels: Pixels, width: float, usual: Head) -> _Line:
    """Return the parts of a path, cached because most arrows are repainted unchanged."""
    way = sharp_way(points, pixels, width)
    head = head_for(way, usual)
    # The line ends within the head, whose tip would be blunt otherwise.
    path = line_path(way, cut=head.length - 1)
    return _Line(QPointF(*way[0]), path, head_polygon(way, head))


def sharp_way(points: Sequence[Point], pixels: Pixels, width: float) -> list[Point]:
    """Return the path with each straight part on whole pixels; its end stays in place."""
    way = [pixels.centre_of_line(point, width) for point in points]
    if len(way) > 1:
        (x, y), (before, end) = way[-1], points[-2:]
        if before.y == end.y:
            way[-1] = Point(pixels.x(end.x), y)
        else:
            way[-1] = Point(x, pixels.y(end.y))
    return way


def paint_stub(painter: QPainter, arrow: Arrow, stub: Label, look: Look) -> None:
    """Paint a stub: in a row like a value, elsewhere in a capsule."""
    pixels = pixels_of(painter)
    if len(arrow.leader) > 1:
        way = sharp_way(arrow.leader, pixels, PLAIN)
        painter.setPen(_pen(look, arrow, pixels.width(PLAIN), False))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(line_path(way))
    colour, text = look.colour("change" if arrow.is_changed else "ink2"), look.translate(stub.text)
    if stub.is_in_row:
        painter.setPen(colour)
        write(painter, pixels, text, TextStyle.NAME, Room(stub.rect))
        return
    edge, ground = ("changeLine", "changeSoft") if arrow.is_changed else ("line", "card")
    draw_pill(painter, pixels, stub.rect, look.colour(ground), (look.colour(edge), look.edge))
    painter.setPen(colour)
    write(painter, pixels, text, TextStyle.NOTE, Room(stub.rect, Align.CENTRE, lined=False))


def _pen(look: Look, arrow: Arrow, width: float, lit: bool) -> QPen:
    name = "accent" if lit or arrow.is_running else "arrow"
    colour = look.colour("changeLine" if arrow.is_changed else name)
    flat, round_join = Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, flat, round_join)
