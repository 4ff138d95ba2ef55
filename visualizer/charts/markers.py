"""The look of a line in a plot: its colour, the sign of its points, its dashes."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF


@dataclass(frozen=True, slots=True)
class Manner:
    """``colour`` is a name of the theme; ``dash`` is in widths of the line, empty for a solid one.
    A ``hollow`` sign is an outline, for a variation of another line.
    """

    colour: str
    marker: str
    dash: tuple[float, ...] = ()
    hollow: bool = False

    def pen(self, colour: QColor, width: float) -> QPen:
        """Return the pen of the line."""
        pen = QPen(colour, width)
        if self.dash:
            pen.setDashPattern(list(self.dash))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def draw_sign(
        self, painter: QPainter, centre: QPointF, size: float, colour: QColor, ground: QColor
    ) -> None:
        """Draw the sign of a point, ``size`` pixels wide."""
        path = marker_path(self.marker, size)
        path.translate(centre)
        strokes = self.marker in ("plus", "cross")
        pen = QPen(colour, 2) if strokes or self.hollow else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        empty = QBrush(Qt.BrushStyle.NoBrush) if strokes else QBrush(ground)
        painter.setBrush(empty if strokes or self.hollow else QBrush(colour))
        painter.drawPath(path)


def marker_path(marker: str, size: float) -> QPainterPath:
    """Return a ``disc``, ``square``, ``triangle``, ``diamond``, ``plus`` or ``cross`` around 0."""
    half = size / 2
    path = QPainterPath()
    if marker == "disc":
        path.addEllipse(QPointF(0, 0), half, half)
    elif marker == "square":
        path.addRect(QRectF(-0.85 * half, -0.85 * half, 1.7 * half, 1.7 * half))
    elif marker == "triangle":
        path.addPolygon(_closed((0, -half), (half, 0.8 * half), (-half, 0.8 * half)))
    elif marker == "diamond":
        wide = 1.1 * half
        path.addPolygon(_closed((0, -wide), (wide, 0), (0, wide), (-wide, 0)))
    else:
        a, b = ((half, 0), (0, half)) if marker == "plus" else ((half, half), (half, -half))
        for x, y in (a, b):
            path.moveTo(-x, -y)
            path.lineTo(x, y)
    return path


def _closed(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in (*points, points[0])])
