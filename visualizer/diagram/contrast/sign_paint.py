"""Paints the sign of a difference: each kind has its own shape."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from visualizer.diagram.painting.look import Look
from visualizer.explain.comparison.differences import Kind

RADIUS = 8.0
_RING, _LINE, _ARM = 1.5, 1.8, 4.0
_LINK, _TOGETHER, _APART = 2.6, 1.5, 2.9
"""The radius of the two rings for two references, and half of their distances."""


def paint_sign(painter: QPainter, look: Look, kind: Kind, at: QPointF, size: float = 1.0) -> None:
    """Paint a sign with its middle at a point; ``size`` is relative."""
    painter.save()
    painter.translate(at)
    painter.scale(size, size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = look.colour("gain" if kind in (Kind.ONLY, Kind.CALL) else "changeLine")
    painter.setPen(QPen(look.colour("card"), _RING))
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(0, 0), RADIUS, RADIUS)
    painter.setPen(QPen(look.colour("card"), _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, y, to_x, to_y in _LINES.get(kind, ()):
        painter.drawLine(QPointF(x, y), QPointF(to_x, to_y))
    for x in _RINGS.get(kind, ()):
        painter.drawEllipse(QPointF(x, 0), _LINK, _LINK)
    painter.restore()


_PLUS = (-_ARM, 0, _ARM, 0), (0, -_ARM, 0, _ARM)
_UNEQUAL = (-_ARM, -1.8, _ARM, -1.8), (-_ARM, 1.8, _ARM, 1.8), (-2.2, 4.4, 2.2, -4.4)
_ARROW = (-_ARM, 0, _ARM, 0), (_ARM - 2.6, -2.6, _ARM, 0), (_ARM - 2.6, 2.6, _ARM, 0)
_LINES: dict[Kind, tuple[tuple[float, float, float, float], ...]] = {
    Kind.ONLY: _PLUS,
    Kind.CALL: _PLUS,
    Kind.VALUE: _UNEQUAL,
    Kind.COUNT: _UNEQUAL,
    Kind.OBJECT: _ARROW,
}
"""The lines of a sign, each from one point to another, around its middle."""
_RINGS = {Kind.SHARED: (-_TOGETHER, _TOGETHER), Kind.APART: (-_APART, _APART)}
"""The places of the rings of a sign, from its middle."""
