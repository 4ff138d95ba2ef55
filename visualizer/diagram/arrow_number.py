"""The number on a line that stands for several references."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from visualizer.diagram.brush import Look, draw_arrow_word, pen, write_centred
from visualizer.diagram.fonts import metrics_of, word_font
from visualizer.layout import Arrow, Point

BUNDLE_WIDTH = 3.0
_SIZE = 12.0
_ARROW = 18.0
_HEAD = 12.0
_DOT = 4.0
_BOTH = 0.7
_JOINT = 8.0
"""How far from its ports the line that joins them stands."""


def joined_rect(arrow: Arrow) -> QRectF:
    """Around what joins the other ports to the line."""
    top, bottom = min(arrow.port.y, *arrow.joined), max(arrow.port.y, *arrow.joined)
    return QRectF(arrow.port.x, top, _JOINT, bottom - top)


def draw_start(painter: QPainter, arrow: Arrow, colour: QColor) -> None:
    """The port, and from each of the others to an upright part in front of them."""
    if not arrow.chip:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(*arrow.port), _DOT, _DOT)
        painter.restore()
    if not arrow.joined:
        return
    rect = joined_rect(arrow)
    painter.drawLine(rect.topRight(), rect.bottomRight())
    for y in arrow.joined:
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def number_rect(arrow: Arrow, detail: float) -> QRectF:
    """Where the number stands: in the middle of the longest part, 12 pixels high on screen."""
    font = _font(detail)
    scale = font.pixelSize() / _SIZE
    words = _words(arrow, detail)
    width = metrics_of(font).horizontalAdvance("".join(words))
    width += (16 + (_ARROW if len(words) > 1 else 0)) * scale
    middle = _middle(arrow.points, width)
    return QRectF(middle.x - width / 2, middle.y - 9 * scale, width, 18 * scale)


def draw_number(painter: QPainter, look: Look, arrow: Arrow, colour: QColor, detail: float) -> None:
    """How many references the line stands for; where the step changed that, before and now."""
    rect, font = number_rect(arrow, detail), _font(detail)
    words, told = _words(arrow, detail), arrow.bundle
    changed = told is not None and told.before != told.references
    painter.setPen(pen(look.colour("changeLine") if changed else colour, 1.4))
    painter.setBrush(look.colour("changeSoft" if changed else "card"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    ink = look.colour("change" if changed else "ink")
    painter.setPen(ink)
    if len(words) == 1:
        write_centred(painter, words[0], font, rect.center())
        return
    metrics, scale = metrics_of(font), font.pixelSize() / _SIZE
    before, now = words
    first, second = metrics.horizontalAdvance(before), metrics.horizontalAdvance(now)
    y, left = rect.center().y(), rect.x() + 8 * scale
    write_centred(painter, before, font, QPointF(left + first / 2, y))
    write_centred(painter, now, font, QPointF(rect.right() - 8 * scale - second / 2, y))
    painter.save()
    painter.translate(left + first + 4 * scale, y)
    painter.scale(scale, scale)
    draw_arrow_word(painter, ink, QPointF(0, 0))
    painter.restore()


def _words(arrow: Arrow, detail: float) -> list[str]:
    """So small that both numbers would cover what is beside the line: that of now."""
    told = arrow.bundle
    assert told is not None
    now, both = f"{told.references:,}", told.before != told.references and detail >= _BOTH
    return [f"{told.before:,}", now] if both else [now]


def _font(detail: float) -> QFont:
    return word_font(_SIZE / min(detail, 1.0), QFont.Weight.DemiBold)


def _middle(points: tuple[Point, ...], width: float) -> Point:
    """The middle of the longest level part, what its head covers left out.

    Where the number has no room in that: of the longest upright one, if it has some there.
    """
    level = upright = -1.0
    beside = above = points[0]
    for place, (start, stop) in enumerate(pairwise(points)):
        head = _HEAD if place == len(points) - 2 else 0.0
        across, down = abs(stop.x - start.x) - head, abs(stop.y - start.y)
        if start.y == stop.y and across > level:
            level, beside = across, Point((start.x + stop.x - head) / 2, start.y)
        elif start.x == stop.x and down > upright:
            upright, above = down, Point(start.x, (start.y + stop.y) / 2)
    return above if level < width + _HEAD and upright > 3 * _SIZE else beside
