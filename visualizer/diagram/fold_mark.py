"""The mark at the foot of a card under which something hangs: open, or how much is hidden."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPolygonF

from visualizer.diagram.brush import Look, badge_font, pen, write_centred
from visualizer.layout import Fold, Rect, phrase

_HEIGHT, _INSET = 18.0, 8.0
_OVER = 1.0
"""How far it lies over the card."""
_TRIANGLE = 10.0


def fold_rect(card: Rect, fold: Fold | None, look: Look) -> QRectF:
    """Where it stands, in the card's own lengths: at its lower edge, clear of its last row."""
    width = _TRIANGLE + 2 * _INSET
    if fold is not None and not fold.type:
        width += 4 + QFontMetricsF(badge_font()).horizontalAdvance(_said(fold, look))
    return QRectF(10, card.height - _OVER, width, _HEIGHT)


def draw_fold(painter: QPainter, look: Look, rect: QRectF, fold: Fold | None) -> None:
    """A triangle that points down where all is shown; to the right, with the number, where not."""
    changed = fold is not None and fold.changed
    painter.setBrush(look.colour("changeSoft" if changed else "card"))
    painter.setPen(pen(look.colour("changeLine" if changed else "line"), 1.4))
    painter.drawRoundedRect(rect, _HEIGHT / 2, _HEIGHT / 2)
    ink = look.colour("change" if changed else "ink")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ink))
    x, y = rect.x() + _INSET + _TRIANGLE / 2, rect.center().y()
    down = ((-5, -3), (5, -3), (0, 5))
    corners = down if fold is None else tuple((b, -a) for a, b in down)
    painter.drawPolygon(QPolygonF([QPointF(x + a, y + b) for a, b in corners]))
    if fold is not None and not fold.type:
        painter.setPen(ink)
        left = rect.x() + _INSET + _TRIANGLE + 4
        middle = QPointF((left + rect.right() - _INSET) / 2, y)
        write_centred(painter, _said(fold, look), badge_font(), middle)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _said(fold: Fold, look: Look) -> str:
    return look.say(phrase("nodes", n=fold.nodes)) if fold.nodes else f"{fold.objects:,}"
