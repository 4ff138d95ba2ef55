"""The diagram's signs of a change as pixmaps: disc +, diamond, square ×, ▲ ▼, ∞, ⊘."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from visualizer.shell.appearance.current_theme import THEME

_SIZE = 20


def painted(
    paint: Callable[[QPainter], object], width: float, height: float, scale: float
) -> QPixmap:
    """Return a picture of this size with a transparent ground, sharp at the screen's ``scale``."""
    picture = QPixmap(round(width * scale), round(height * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return picture


def sign_pixmap(sign: str, scale: float) -> QPixmap:
    """Return the sign that a sentence of ``explain`` names; transparent for an empty name."""
    return painted(partial(_paint, sign), _SIZE, _SIZE, scale)


def _paint(sign: str, painter: QPainter) -> None:
    painter.translate(_SIZE / 2, _SIZE / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    match sign:
        case "gain":
            painter.setBrush(THEME.colour("gain"))
            painter.drawEllipse(QPointF(0, 0), 8, 8)
            _lines(painter, THEME.colour("pane"), (-4, 0, 4, 0), (0, -4, 0, 4))
        case "loss":
            painter.setBrush(THEME.colour("loss"))
            painter.drawRoundedRect(QRectF(-7, -7, 14, 14), 2, 2)
            _lines(painter, THEME.colour("pane"), (-3, -3, 3, 3), (-3, 3, 3, -3))
        case "up" | "down":
            up = -1 if sign == "up" else 1
            painter.setBrush(THEME.colour("gain" if sign == "up" else "loss"))
            painter.drawPolygon(_polygon((0, 6 * up), (7, -6 * up), (-7, -6 * up)))
        case "change":
            painter.setBrush(THEME.colour("changeLine"))
            painter.drawPolygon(_polygon((0, -9), (9, 0), (0, 9), (-9, 0)))
            painter.setBrush(THEME.colour("pane"))
            painter.drawPolygon(_polygon((0, -4), (4, 3), (-4, 3)))
        case "immortal":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(THEME.colour("ink2"), 1.8))
            painter.drawEllipse(QPointF(-3.6, 0), 3.2, 3.2)
            painter.drawEllipse(QPointF(3.6, 0), 3.2, 3.2)
        case "island":
            painter.setBrush(THEME.colour("island"))
            painter.drawEllipse(QPointF(0, 0), 8, 8)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            _lines(painter, THEME.colour("pane"), (-3, 3, 3, -3))
            painter.drawEllipse(QPointF(0, 0), 4, 4)
        case "":
            pass
        case _:
            painter.setBrush(THEME.colour("ink3"))
            painter.drawEllipse(QPointF(0, 0), 2.5, 2.5)


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _lines(painter: QPainter, colour: QColor, *ends: tuple[float, float, float, float]) -> None:
    painter.setPen(QPen(colour, 2))
    for x1, y1, x2, y2 in ends:
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
