"""The line of an arrow as Qt paths."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

from visualizer.layout.drawing.pixels import Pixels
from visualizer.layout.picture import Point
from visualizer.layout.routing.lines import Head, head_corners, head_for, rounded_line

_BAND = 10.0
"""The width of the band along a line in which the mouse points at it."""
_MOST_KNOWN = 2_048


class Line(NamedTuple):
    """The painted parts of a path: the dot at its start, its line, its head."""

    dot: QPointF
    path: QPainterPath
    head: QPolygonF


@lru_cache(maxsize=_MOST_KNOWN)
def line_of(points: tuple[Point, ...], pixels: Pixels, width: float, usual: Head | None) -> Line:
    """Return the parts of a path, cached because most arrows are repainted unchanged."""
    way = pixels.way(points, width)
    if usual is None:
        return Line(QPointF(), line_path(way), QPolygonF())
    head = head_for(way, usual)
    # The line ends within the head, whose tip would be blunt otherwise.
    path = line_path(way, cut=head.length - 1)
    return Line(QPointF(*way[0]), path, polygon_of(head_corners(way, head)))


def line_path(points: Sequence[Point], cut: float = 0) -> QPainterPath:
    """Return the line through points without its last ``cut``; empty if there is no way."""
    path, line = QPainterPath(), rounded_line(points, cut)
    if line is None:
        return path
    path.moveTo(*line.start)
    for bend in line.bends:
        path.lineTo(*bend.start)
        path.quadTo(QPointF(*bend.corner), QPointF(*bend.end))
    path.lineTo(*line.end)
    return path


def polygon_of(corners: Sequence[Point]) -> QPolygonF:
    """Return a polygon."""
    return QPolygonF([QPointF(*corner) for corner in corners])


def band_path(points: Sequence[Point]) -> QPainterPath:
    """Return the area in which the mouse points at an arrow."""
    stroker = QPainterPathStroker()
    stroker.setWidth(_BAND)
    return stroker.createStroke(line_path(points))
