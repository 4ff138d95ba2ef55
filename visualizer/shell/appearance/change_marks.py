"""Marks a changed value in a table by background, outline and sign, never by colour alone."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from visualizer.explain.watched.looks import ValueChange
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.sign_pixmap import sign_pixmap

_MARK = {
    ValueChange.NEW: ("gain", "gainSoft", "gain"),
    ValueChange.CHANGED: ("change", "changeSoft", "changeLine"),
    ValueChange.COUNTED: ("ink2", "cardHead", "line"),
    ValueChange.GONE: ("loss", "lossSoft", "loss"),
}
"""The colours of text, background and outline for each change."""
_SIGNS = {ValueChange.NEW: "gain", ValueChange.CHANGED: "change", ValueChange.GONE: "loss"}
SIGN, PAD = 14, 8
"""Pixels: the width of the sign, and its distance from the cell's edge."""


def paint_mark(painter: QPainter, rect: QRect, change: ValueChange) -> QColor:
    """Paint background, outline and, at the right, the sign; return the colour for the text."""
    words, ground, edge = (THEME.colour(name) for name in _MARK[change])
    painter.setPen(QPen(edge, max(1.0, THEME.now.outline)))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(rect).adjusted(4.5, 2.5, -4.5, -3.5), 4, 4)
    sign = _SIGNS.get(change)
    if sign:
        picture = sign_pixmap(sign, painter.device().devicePixelRatioF())
        top = rect.top() + (rect.height() - SIGN) / 2 - 0.5
        goal = QRectF(rect.right() - PAD - SIGN, top, SIGN, SIGN)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(goal, picture, QRectF(picture.rect()))
    return words if words != THEME.colour("change") else THEME.colour("ink")
