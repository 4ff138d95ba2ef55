"""The number on a line that stands for several references."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from visualizer.diagram.brush import Look, draw_arrow_word, pen, write_centred
from visualizer.diagram.fonts import word_font
from visualizer.layout import Arrow, Point

BUNDLE_WIDTH = 3.0
_SIZE = 12.0
_ARROW = 18.0
_HEAD = 12.0
_JOINT = 8.0
"""How far from its ports the line that joins them stands."""


def joined_rect(arrow: Arrow) -> QRectF:
    """Around what joins the other ports to the line."""
    top, bottom = min(arrow.port.y, *arrow.joined), max(arrow.port.y, *arrow.joined)
    return QRectF(arrow.port.x, top, _JOINT, bottom - top)


def draw_joined(painter: QPainter, arrow: Arrow) -> None:
    """From each of the other ports to an upright part in front of them, and so to the line."""
    rect = joined_rect(arrow)
    painter.drawLine(rect.topRight(), rect.bottomRight())
    for y in arrow.joined:
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def number_rect(arrow: Arrow, detail: float) -> QRectF:
    """Where the number stands: in the middle of the longest level part, 12 pixels on screen."""
    font = _font(detail)
    scale = font.pixelSize() / _SIZE
    told = arrow.bundle
    assert told is not None
    width = QFontMetricsF(font).horizontalAdvance("".join(_words(arrow)))
    width += (16 + (_ARROW if told.before != told.references else 0)) * scale
    middle = _middle(arrow.points)
    return QRectF(middle.x - width / 2, middle.y - 9 * scale, width, 18 * scale)


def draw_number(painter: QPainter, look: Look, arrow: Arrow, colour: QColor, detail: float) -> None:
    """How many references the line stands for; where the step changed that, before and now."""
    rect, font = number_rect(arrow, detail), _font(detail)
    changed = len(_words(arrow)) > 1
    painter.setPen(pen(look.colour("changeLine") if changed else colour, 1.4))
    painter.setBrush(look.colour("changeSoft" if changed else "card"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    ink = look.colour("change" if changed else "ink")
    painter.setPen(ink)
    if not changed:
        write_centred(painter, _words(arrow)[0], font, rect.center())
        return
    metrics, scale = QFontMetricsF(font), font.pixelSize() / _SIZE
    before, now = _words(arrow)
    first, second = metrics.horizontalAdvance(before), metrics.horizontalAdvance(now)
    y, left = rect.center().y(), rect.x() + 8 * scale
    write_centred(painter, before, font, QPointF(left + first / 2, y))
    write_centred(painter, now, font, QPointF(rect.right() - 8 * scale - second / 2, y))
    painter.save()
    painter.translate(left + first + 4 * scale, y)
    painter.scale(scale, scale)
    draw_arrow_word(painter, ink, QPointF(0, 0))
    painter.restore()


def _words(arrow: Arrow) -> list[str]:
    told = arrow.bundle
    assert told is not None
    now = f"{told.references:,}"
    return [now] if told.before == told.references else [f"{told.before:,}", now]


def _font(detail: float) -> QFont:
    return word_font(_SIZE / min(detail, 1.0), QFont.Weight.DemiBold)


def _middle(points: tuple[Point, ...]) -> Point:
    """The middle of the longest level part, what its head covers left out."""
    found, longest = points[0], -1.0
    for place, (start, stop) in enumerate(pairwise(points)):
        last = place == len(points) - 2
        length = abs(stop.x - start.x) - (_HEAD if last else 0.0)
        if start.y == stop.y and length > longest:
            middle = (start.x + stop.x - (_HEAD if last else 0.0)) / 2
            found, longest = Point(middle, start.y), length
    return found
