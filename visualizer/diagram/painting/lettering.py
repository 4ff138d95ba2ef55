"""Writes text on a sheet: on whole pixels, and cut to its rectangle."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from visualizer.diagram.fonts import font_metrics, runs, text_width, written_in
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.pixels import Pixels
from visualizer.layout.blocks.block import Align, Words
from visualizer.layout.blocks.ink import STYLE_OF
from visualizer.layout.measure import TOLERANCE, Text, TextStyle, shortened
from visualizer.layout.picture import Rect

_MOST_KNOWN = 8_192


class Room(NamedTuple):
    """The place and alignment of a line of text.

    A ``lined`` place has a line at its left and upper edge; the lines at the right and below belong
    to the next places.
    """

    rect: Rect
    align: Align = Align.LEFT
    lined: bool = True


def write_words(painter: QPainter, pixels: Pixels, look: Look, words: Words, within: Rect) -> None:
    """Write a text of a block at its place, as far as that is ``within`` the block."""
    painter.setPen(look.colour_of(words))
    room = Room(words.rect.common(within), words.align)
    write(painter, pixels, look.translate(words.text), style_of(words.text, words), room)


def style_of(text: Text, words: Words) -> TextStyle:
    """Return the style of a block's text."""
    return written_in(text, STYLE_OF[words.ink])


def write(painter: QPainter, pixels: Pixels, said: str, style: TextStyle, room: Room) -> None:
    """Write one line in the pen's colour, upright in the middle of its room."""
    rect, align, lined = room
    said = _fitting(said, style, rect.width + TOLERANCE)
    if not said:
        return
    x, hair = rect.x, pixels.width(1) / 2 if lined else 0.0
    if align is not Align.LEFT:
        spare = rect.width - text_width(said, style)
        x = rect.x + hair + spare / 2 if align is Align.CENTRE else rect.x + spare
    base = rect.y + rect.height / 2 + hair + font_metrics(style).capHeight() / 2
    x, base = pixels.x(x), pixels.y(base)
    for metrics, font, run in runs(said, style):
        painter.setFont(font)
        painter.drawText(QPointF(x, base), run)
        if len(run) < len(said):
            x += metrics.horizontalAdvance(run)


@lru_cache(maxsize=_MOST_KNOWN)
def _fitting(said: str, style: TextStyle, room: float) -> str:
    return shortened(said, room, lambda text: text_width(text, style))
