"""A painter as the canvas of a sheet: sharp lines and texts at any scale."""

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from visualizer.diagram.fonts import font_metrics, runs, text_width
from visualizer.diagram.painting.lines import line_of, polygon_of
from visualizer.diagram.painting.look import Look
from visualizer.layout.blocks.block import Align
from visualizer.layout.blocks.outlines import RADIUS
from visualizer.layout.drawing.canvas import HAIR, Edge, Inside, Room
from visualizer.layout.drawing.labels import DOT
from visualizer.layout.drawing.pixels import Pixels
from visualizer.layout.measure import TOLERANCE, Text, TextStyle, shortened
from visualizer.layout.picture import Point, Rect
from visualizer.layout.routing.lines import Head

_DASHES = (4.0, 3.0)
_MOST_KNOWN = 8_192
_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush


def pixels_of(painter: QPainter) -> Pixels:
    """Return the pixels under a painter; the default pixels if it is rotated."""
    at = painter.deviceTransform()
    is_upright = at.m12() == at.m21() == 0 and at.m11() > 0
    if not is_upright or not math.isclose(at.m11(), at.m22()):
        return Pixels()
    return Pixels(at.m11(), at.dx(), at.dy())


class PainterCanvas:
    """Draws with a painter, in the colours and the language of a look."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self.painter, self.look = painter, look
        self.pixels, self.outline = pixels_of(painter), look.edge
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def fill(self, rect: Rect, colour: str) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(QRectF(*rect), self.look.colour(colour))

    def rounded(self, rect: Rect, radius: float, ground: str, edge: Edge | None = None) -> None:
        """Draw a round rectangle with a line along its edge; without a ``ground`` only the line."""
        painter = self.painter
        if edge is None:
            painter.setPen(_NO_PEN)
        else:
            pen = QPen(self.look.colour(edge.colour), edge.width)
            if edge.is_dashed:
                pen.setDashPattern(_DASHES)
            painter.setPen(pen)
        painter.setBrush(self.look.colour(ground) if ground else _NO_BRUSH)
        painter.drawRoundedRect(QRectF(*rect), radius, radius)

    def band(self, rect: Rect, radius: float, colour: str) -> None:
        """Fill a rectangle whose upper corners are round."""
        left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        size = 2 * min(radius, rect.width / 2, rect.height)
        path = QPainterPath()
        path.moveTo(left, bottom)
        path.arcTo(QRectF(left, top, size, size), 180, -90)
        path.arcTo(QRectF(right - size, top, size, size), 90, -90)
        path.lineTo(right, bottom)
        path.closeSubpath()
        self.painter.fillPath(path, self.look.colour(colour))

    def cell(self, inside: Inside, rect: Rect, ground: str, line: str) -> None:
        """Draw a cell, whose lines are left out at the outline of its block."""
        box, inner, width = self.pixels.boxed(rect, HAIR), inside.rect, self.pixels.width(HAIR)
        part = box.common(inner)
        if part == box and not _meets_corner(box, inner):
            self.fill(box, line)
            self.fill(box.grown(-width), ground)
            return
        self._fill_inside(inside, part, ground)
        left, top = box._replace(width=width), box._replace(height=width)
        right, low = left.moved(box.width - width, 0), top.moved(0, box.height - width)
        area = QRectF(*inner)
        for one in (left, top, right, low):
            if area.contains(one.x + one.width / 2, one.y + one.height / 2):
                self.fill(one.common(inner), line)

    def framed(self, inside: Inside, rect: Rect, ground: str, edge: Edge) -> None:
        """Draw a rectangle with a line inside its edge."""
        self._fill_inside(inside, rect, edge.colour)
        self.fill(rect.grown(-edge.width), ground)

    def _fill_inside(self, inside: Inside, rect: Rect, colour: str) -> None:
        """Fill a rectangle inside a block's outline, clipped to its round corners."""
        inner = inside.rect
        if not _meets_corner(rect, inner):
            self.fill(rect, colour)
            return
        path, clip, radius = QPainterPath(), QPainterPath(), max(RADIUS - inner.x, 0)
        path.addRect(QRectF(*rect))
        clip.addRoundedRect(QRectF(*inner), radius, radius)
        self.painter.fillPath(path.intersected(clip), self.look.colour(colour))

    def polygon(self, corners: Sequence[Point], colour: str) -> None:
        """Fill a polygon."""
        self.painter.setPen(_NO_PEN)
        self.painter.setBrush(self.look.colour(colour))
        self.painter.drawPolygon(polygon_of(corners))

    def line(self, start: Point, end: Point, edge: Edge) -> None:
        """Draw a line at any angle."""
        self.painter.setPen(QPen(self.look.colour(edge.colour), edge.width))
        self.painter.drawLine(QPointF(*start), QPointF(*end))

    def way(self, points: Sequence[Point], edge: Edge, head: Head | None = None) -> None:
        """Draw a line with round corners; one with a ``head`` begins with a dot."""
        painter, colour = self.painter, self.look.colour(edge.colour)
        width, cap, join = (
            self.pixels.width(edge.width),
            Qt.PenCapStyle.FlatCap,
            Qt.PenJoinStyle.RoundJoin,
        )
        parts = line_of(tuple(points), self.pixels, edge.width, head)
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(_NO_BRUSH)
        painter.drawPath(parts.path)
        if head is not None:
            painter.setBrush(colour)
            painter.setPen(_NO_PEN)
            painter.drawEllipse(parts.dot, DOT, DOT)
            painter.drawPolygon(parts.head)

    def write(self, text: Text, style: TextStyle, colour: str, room: Room) -> None:
        """Write one line, upright in the middle of its room, and cut to it."""
        (left, top, width, height), align, lined = room
        pixels, painter = self.pixels, self.painter
        said = _fitting(self.look.translate(text), style, width + TOLERANCE)
        if not said:
            return
        x, hair = left, pixels.width(HAIR) / 2 if lined else 0.0
        if align is not Align.LEFT:
            spare = width - text_width(said, style)
            x = left + hair + spare / 2 if align is Align.CENTRE else left + spare
        base = top + height / 2 + hair + font_metrics(style).capHeight() / 2
        x, base = pixels.x(x), pixels.y(base)
        painter.setPen(self.look.colour(colour))
        for metrics, font, run in runs(said, style):
            painter.setFont(font)
            painter.drawText(QPointF(x, base), run)
            if len(run) < len(said):
                x += metrics.horizontalAdvance(run)

    def text_width(self, text: Text, style: TextStyle) -> float:
        """Return the width of a text in the language of the look."""
        return text_width(self.look.translate(text), style)


@lru_cache(maxsize=_MOST_KNOWN)
def _fitting(said: str, style: TextStyle, room: float) -> str:
    return shortened(said, room, lambda text: text_width(text, style))


def _meets_corner(box: Rect, inner: Rect) -> bool:
    """Whether a rectangle reaches into a round corner of the area around it."""
    across = box.x < inner.x + RADIUS or box.right > inner.right - RADIUS
    along = box.y < inner.y + RADIUS or box.bottom > inner.bottom - RADIUS
    return across and along
