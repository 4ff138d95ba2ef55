"""The signs of lines, drawn as shapes because fonts differ in their glyphs."""

from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Sign(Enum):
    """The meaning of a line's sign."""

    ABOUT_TO_RUN = "about to run"
    JUST_RAN = "just ran"
    RAISED = "raised"
    PASSED = "passed"
    PAUSED = "paused"
    LOOKED_AT = "looked at"
    LIVE = "live"
    BREAKPOINT = "breakpoint"
    CONDITION = "breakpoint with a condition"


SIGN_COLOURS = {
    Sign.ABOUT_TO_RUN: "accent",
    Sign.RAISED: "loss",
    Sign.PASSED: "loss",
    Sign.LOOKED_AT: "accent",
    Sign.LIVE: "loss",
    Sign.BREAKPOINT: "loss",
    Sign.CONDITION: "loss",
}
"""Names of theme colours; other signs have the colour of secondary text."""


def draw_sign(painter: QPainter, sign: Sign, centre: QPointF, colour: QColor) -> None:
    """Draw ``sign`` about 10 across around ``centre``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    pen = QPen(colour, 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    filled = sign in (Sign.ABOUT_TO_RUN, Sign.RAISED, Sign.BREAKPOINT)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    match sign:
        case Sign.ABOUT_TO_RUN | Sign.JUST_RAN:
            painter.drawPolygon(_polygon((-3, -4.5), (4.5, 0), (-3, 4.5)))
        case Sign.RAISED | Sign.PASSED:
            painter.drawPolygon(_polygon((0, -4.5), (4.5, 0), (0, 4.5), (-4.5, 0)))
        case Sign.PAUSED:
            painter.drawRect(-4, -4, 2, 8)
            painter.drawRect(2, -4, 2, 8)
        case Sign.LOOKED_AT:
            for x in (-4, 1):
                painter.drawPolyline(_polygon((x, -4), (x + 3.5, 0), (x, 4)))
        case Sign.BREAKPOINT:
            painter.drawEllipse(QPointF(0, 0), 4.5, 4.5)
        case Sign.CONDITION:
            painter.drawEllipse(QPointF(0, 0), 5, 5)
            for y in (-1.5, 1.5):
                painter.drawLine(QPointF(-2.5, y), QPointF(2.5, y))
        case Sign.LIVE:
            painter.drawEllipse(QPointF(0, 0), 4.5, 4.5)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(0, 0), 1.5, 1.5)
    painter.restore()


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
