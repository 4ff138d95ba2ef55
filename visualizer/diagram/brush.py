"""Drawing by the theme: text on a line, signs as shapes (fonts lack some of them)."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from visualizer.diagram.fonts import font_metrics, metrics_of, runs, text_width, word_font
from visualizer.diagram.themes import Theme
from visualizer.diagram.words import say
from visualizer.explain import Sentence
from visualizer.layout import Mark, Text, TextStyle

SIGN = 16
"""The size of a change mark."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all items of a scene share: colours, language, and level."""

    theme: Theme
    language: str
    level: int

    def colour(self, name: str) -> QColor:
        """A colour of the theme."""
        return self.theme.colour(name)

    def say(self, text: Text) -> str:
        """A text in the scene's language."""
        return say(text, self.language)

    def say_sentence(self, sentence: Sentence) -> str:
        """A sentence in the scene's language, code in back ticks."""
        return say(sentence, self.language)


@lru_cache(maxsize=256)
def _pen(rgba: int, width: float) -> QPen:
    flat, mitred = Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
    made = QPen(QColor.fromRgba(rgba), width, Qt.PenStyle.SolidLine, flat, mitred)
    made.setMiterLimit(4)
    return made


def pen(colour: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen with flat ends and mitred corners."""
    made = _pen(colour.rgba(), width)
    if style is not Qt.PenStyle.SolidLine:
        made = QPen(made)
        made.setStyle(style)
    return made


def dashed(colour: QColor, width: float, on: float, off: float) -> QPen:
    """A dashed pen; ``on`` and ``off`` in pixels."""
    made = QPen(pen(colour, width))
    made.setDashPattern([on / width, off / width])
    return made


@dataclass(frozen=True, slots=True)
class Line:
    """Room for one line of text: from ``x`` on, at most ``width`` wide, centred on ``y``."""

    x: float
    y: float
    width: float
    right: bool = False


def write(painter: QPainter, look: Look, text: Text, style: TextStyle, line: Line) -> float:
    """Write one line, cut short with an ellipsis if it must be; returns its width.

    Phrases are words and stand in the font of words.
    """
    if not isinstance(text, str) and style is not TextStyle.SMALL:
        style = TextStyle.TITLE
    said = look.say(text)
    width = text_width(said, style)
    if width > line.width + 0.5:
        room = max(line.width, 0)
        said = font_metrics(style).elidedText(said, Qt.TextElideMode.ElideRight, room)
        width = text_width(said, style)
    x = line.x + line.width - width if line.right else line.x
    base = line.y + _middle(font_metrics(style))
    for metrics, font, run in runs(said, style):
        painter.setFont(font)
        painter.drawText(QPointF(x, base), run)
        if len(run) < len(said):
            x += metrics.horizontalAdvance(run)
    return width


def write_centred(painter: QPainter, text: str, font: QFont, at: QPointF) -> None:
    """Write text with its middle at a point."""
    metrics = metrics_of(font)
    painter.setFont(font)
    x = at.x() - metrics.horizontalAdvance(text) / 2
    painter.drawText(QPointF(x, at.y() + _middle(metrics)), text)


def _middle(metrics: QFontMetricsF) -> float:
    """From the middle of a line down to its base: capitals then stand in the middle."""
    return metrics.capHeight() / 2


def draw_infinity(painter: QPainter, at: QPointF, colour: QColor, size: float = 12) -> None:
    """The sign ∞ as a curve: the lemniscate of Gerono."""
    points = []
    for step in range(49):
        angle = 2 * math.pi * step / 48
        x, y = math.cos(angle), math.sin(2 * angle) / 2
        points.append(QPointF(at.x() + x * size / 2, at.y() + y * size / 2 * 0.8))
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


@contextmanager
def standing_at(painter: QPainter, at: QPointF, scale: float) -> Iterator[None]:
    """Draw around a point, so many times as large."""
    painter.save()
    painter.translate(at)
    painter.scale(scale, scale)
    yield
    painter.restore()


def draw_sign(painter: QPainter, look: Look, mark: Mark, at: QPointF) -> None:
    """The sign of a change: its own shape for each, so that colour is never alone."""
    x, y, half = at.x(), at.y(), SIGN / 2
    painter.setPen(Qt.PenStyle.NoPen)
    square = QRectF(x - half, y - half, SIGN, SIGN)
    inner = pen(look.colour("card"), 2)
    match mark:
        case Mark.NEW:
            painter.setBrush(look.colour("gain"))
            painter.drawEllipse(square)
            painter.setPen(inner)
            painter.drawLine(QPointF(x - 4, y), QPointF(x + 4, y))
            painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))
        case Mark.REBOUND | Mark.CHANGED:
            painter.setBrush(look.colour("changeLine"))
            diamond = ((0, -10), (10, 0), (0, 10), (-10, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + a, y + b) for a, b in diamond]))
            painter.setPen(pen(look.colour("card"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            delta = ((0, -4), (4, 3), (-4, 3))
            painter.drawPolygon(QPolygonF([QPointF(x + a, y + b) for a, b in delta]))
        case Mark.FREED:
            painter.setBrush(look.colour("loss"))
            painter.drawRect(square)
            painter.setPen(inner)
            painter.drawLine(QPointF(x - 4, y - 4), QPointF(x + 4, y + 4))
            painter.drawLine(QPointF(x - 4, y + 4), QPointF(x + 4, y - 4))
        case Mark.UNREACHABLE:
            painter.setBrush(look.colour("island"))
            painter.drawEllipse(square)
            painter.setPen(inner)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), 4, 4)
            painter.drawLine(QPointF(x - 4, y + 4), QPointF(x + 4, y - 4))
        case Mark.NONE:
            pass


def draw_triangle(painter: QPainter, colour: QColor, at: QPointF, up: bool, size: float) -> None:
    """A filled triangle standing on its base, or on its tip."""
    way = -1 if up else 1
    half = size / 2
    points = ((-half, -way * half), (half, -way * half), (0, way * half))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawPolygon(QPolygonF([QPointF(at.x() + a, at.y() + b) for a, b in points]))


def draw_running(painter: QPainter, colour: QColor, at: QPointF) -> None:
    """The triangle that points at what is running."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    points = ((-4, -6), (6, 0), (-4, 6))
    painter.drawPolygon(QPolygonF([QPointF(at.x() + a, at.y() + b) for a, b in points]))


def draw_arrow_word(painter: QPainter, colour: QColor, at: QPointF) -> float:
    """A short arrow to the right in a line of text; returns the room it takes."""
    painter.setPen(pen(colour, 1.4))
    x, y = at.x(), at.y()
    painter.drawLine(QPointF(x, y), QPointF(x + 10, y))
    painter.drawLine(QPointF(x + 6.5, y - 3.5), QPointF(x + 10, y))
    painter.drawLine(QPointF(x + 6.5, y + 3.5), QPointF(x + 10, y))
    return 10


BADGE_FONT = (12, QFont.Weight.Bold)


def badge_font() -> QFont:
    """The font of reference counts."""
    return word_font(*BADGE_FONT)
