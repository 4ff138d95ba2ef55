"""The card that stands for the middle of a long chain."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter

from visualizer.diagram.brush import Look, write_centred
from visualizer.diagram.fonts import metrics_of, word_font
from visualizer.layout import Box, phrase

_DOT, _APART = 1.8, 7.0
_DOTS, _WORDS = 0.16, 0.44
"""How far down, in parts of the card."""


def draw_middle(painter: QPainter, look: Look, box: Box, detail: float) -> None:
    """Three dots, and how many more there are: in words where there is room for them."""
    across, height = box.rect.width / 2, box.rect.height
    font = word_font(max(14.0, 12 / detail), QFont.Weight.DemiBold)
    said = look.say(phrase("middle-more", n=len(box.middle)))
    if metrics_of(font).horizontalAdvance(said) > box.rect.width - 8:
        said = f"+{len(box.middle):,}"
    painter.setPen(look.colour("ink"))
    dots = height > 2.2 * metrics_of(font).height()
    # Below there is room for the sign of what leads on.
    write_centred(painter, said, font, QPointF(across, height * (_WORDS if dots else 0.5)))
    if not dots:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("ink2"))
    for place in (-1, 0, 1):
        painter.drawEllipse(QPointF(across + place * _APART, height * _DOTS), _DOT, _DOT)
