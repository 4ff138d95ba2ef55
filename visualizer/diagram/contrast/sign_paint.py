"""How the sign of a difference is painted: each kind has a shape of its own."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from visualizer.diagram.painting.look import Look
from visualizer.explain.comparison.differences import Kind

RADIUS = 8.0
_RING, _LINE, _ARM = 1.5, 1.8, 4.0
_LINK, _TOGETHER, _APART = 2.6, 1.5, 2.9
"""The radius of the two rings that stand for two references, and half of their distance."""


def paint_sign(painter: QPainter, look: Look, kind: Kind, at: QPointF) -> None:
    """Paint a sign with its middle at a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = look.colour("gain" if kind in (Kind.ONLY, Kind.CALL) else "changeLine")
    painter.setPen(QPen(look.colour("card"), _RING))
    painter.setBrush(colour)
    painter.drawEllipse(at, RADIUS, RADIUS)
    painter.setPen(QPen(look.colour("card"), _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[kind](painter, at)


def _draw_plus(painter: QPainter, at: QPointF) -> None:
    painter.drawLine(at - QPointF(_ARM, 0), at + QPointF(_ARM, 0))
    painter.drawLine(at - QPointF(0, _ARM), at + QPointF(0, _ARM))


def _draw_unequal(painter: QPainter, at: QPointF) -> None:
    for y in (-1.8, 1.8):
        painter.drawLine(at + QPointF(-_ARM, y), at + QPointF(_ARM, y))
    painter.drawLine(at + QPointF(-2.2, 4.4), at + QPointF(2.2, -4.4))


def _draw_arrow(painter: QPainter, at: QPointF) -> None:
    painter.drawLine(at - QPointF(_ARM, 0), at + QPointF(_ARM, 0))
    for y in (-2.6, 2.6):
        painter.drawLine(at + QPointF(_ARM - 2.6, y), at + QPointF(_ARM, 0))


def _draw_rings(painter: QPainter, at: QPointF, away: float) -> None:
    for x in (-away, away):
        size = 2 * _LINK
        painter.drawEllipse(QRectF(at.x() + x - _LINK, at.y() - _LINK, size, size))


_SHAPES: dict[Kind, Callable[[QPainter, QPointF], None]] = {
    Kind.ONLY: _draw_plus,
    Kind.CALL: _draw_plus,
    Kind.VALUE: _draw_unequal,
    Kind.COUNT: _draw_unequal,
    Kind.OBJECT: _draw_arrow,
    Kind.SHARED: partial(_draw_rings, away=_TOGETHER),
    Kind.APART: partial(_draw_rings, away=_APART),
}
