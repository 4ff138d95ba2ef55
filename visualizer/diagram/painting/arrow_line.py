"""The line of an arrow as a Qt path."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

from visualizer.layout.picture import Point
from visualizer.layout.routing.lines import Head, head_corners, rounded_line

_BAND = 10.0
"""The width of the band along a line in which the mouse points at it."""


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


def head_polygon(points: Sequence[Point], head: Head) -> QPolygonF:
    """Return the head at the end of the way; empty if there is no way."""
    return QPolygonF([QPointF(*corner) for corner in head_corners(points, head)])


def band_path(points: Sequence[Point]) -> QPainterPath:
    """Return the area in which the mouse points at an arrow."""
    stroker = QPainterPathStroker()
    stroker.setWidth(_BAND)
    return stroker.createStroke(line_path(points))
