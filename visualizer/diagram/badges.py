"""The reference count on the corner of a card."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from visualizer.diagram.brush import (
    Look,
    badge_font,
    draw_arrow_word,
    draw_infinity,
    draw_triangle,
    pen,
    write_centred,
)
from visualizer.diagram.fonts import metrics_of
from visualizer.layout import Badge, Box
from visualizer.layout.sizes import HEADER

HEIGHT = 22
_LIFT = 6.0


def lift_of(box: Box) -> float:
    """How much higher than on its corner a card's badge stands: else it would cover the title."""
    return _LIFT if 0 < box.card.header < HEADER and box.serial is not None else 0.0


def draw_badge(painter: QPainter, look: Look, badge: Badge, corner: QPointF, chosen: bool) -> None:
    """A count in a circle around ``corner``, wider from three digits on; ∞ for immortal."""
    if badge.changed and badge.count is not None and badge.before is not None:
        _draw_change(painter, look, badge.before, badge.count, corner)
        return
    text = "" if badge.count is None else str(badge.count)
    width = max(HEIGHT, metrics_of(badge_font()).horizontalAdvance(text) + 12)
    rect = QRectF(corner.x() + HEIGHT / 2 - width, corner.y() - HEIGHT / 2, width, HEIGHT)
    painter.setBrush(look.colour("accent" if chosen else "card"))
    painter.setPen(pen(look.colour("accent" if chosen else "line"), 1.4))
    painter.drawRoundedRect(rect, HEIGHT / 2, HEIGHT / 2)
    ink = look.colour("onAccent" if chosen else "ink")
    if badge.count is None:
        draw_infinity(painter, rect.center(), ink)
        return
    painter.setPen(ink)
    write_centred(painter, text, badge_font(), rect.center())


def _draw_change(painter: QPainter, look: Look, old: int, new: int, corner: QPointF) -> None:
    """Old and new count, with a triangle for the way it went."""
    up = new > old
    colour, ground = (
        (look.colour("gain"), look.colour("gainSoft"))
        if up
        else (look.colour("loss"), look.colour("lossSoft"))
    )
    metrics = metrics_of(badge_font())
    first, second = str(old), str(new)
    first_width, second_width = metrics.horizontalAdvance(first), metrics.horizontalAdvance(second)
    width = 8 + 9 + 4 + first_width + 4 + 10 + 4 + second_width + 8
    rect = QRectF(corner.x() + HEIGHT / 2 - width, corner.y() - 15, width, 20)
    painter.setPen(pen(colour, 1.4))
    painter.setBrush(QBrush(ground))
    painter.drawRoundedRect(rect, 10, 10)
    x, y = rect.x() + 8, rect.center().y()
    draw_triangle(painter, colour, QPointF(x + 4, y), up, 8)
    x += 13
    painter.setPen(colour)
    write_centred(painter, first, badge_font(), QPointF(x + first_width / 2, y))
    x += first_width + 4
    draw_arrow_word(painter, colour, QPointF(x, y))
    x += 14
    painter.setPen(colour)
    write_centred(painter, second, badge_font(), QPointF(x + second_width / 2, y))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_small_badge(
    painter: QPainter, look: Look, badge: Badge, at: QPointF, radius: float = 10.0
) -> None:
    """The count of a value that is drawn inside a slot."""
    painter.setBrush(look.colour("card"))
    colour = look.colour("line")
    if badge.changed:
        up = badge.before is not None and (badge.count or 0) > badge.before
        colour = look.colour("gain" if up else "loss")
    painter.setPen(pen(colour, 1.4))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(look.colour("ink"))
    if badge.count is None:
        draw_infinity(painter, at, look.colour("ink"), 10)
    else:
        write_centred(painter, str(badge.count), badge_font(), at)
