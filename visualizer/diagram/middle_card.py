"""The card that stands for the middle of a long chain."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter

from visualizer.diagram.brush import Look, write_centred
from visualizer.diagram.fonts import metrics_of, word_font
from visualizer.layout import Box, phrase

_DOT, _DOTS = 3.0, 7.0


def draw_middle(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    """Three dots, and how many more there are: in words where there is room for them."""
    middle = QPointF(box.rect.width / 2, box.rect.height / 2)
    size = 12 / min(detail, 1.0)
    font = word_font(max(size, 14 if detail >= 1 else 12 / detail), QFont.Weight.DemiBold)
    said = look.say(phrase("middle-more", n=len(box.middle)))
    if metrics_of(font).horizontalAdvance(said) > box.rect.width - 8:
        said = f"+{len(box.middle):,}"
    painter.setPen(look.colour("ink"))
    dots = box.rect.height > 2.2 * metrics_of(font).height()
    write_centred(painter, said, font, middle + QPointF(0, metrics_of(font).height() * 0.4 * dots))
    if not dots:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("ink2"))
    for place in (-1, 0, 1):
        at = middle + QPointF(place * _DOTS, -metrics_of(font).height() * 0.4)
        painter.drawEllipse(at, _DOT / 2 + 0.3, _DOT / 2 + 0.3)
