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
from visualizer.diagram.small_card import FULL_DETAIL, SOME_DETAIL, title_right
from visualizer.layout import Badge, Box, Rect
from visualizer.layout.sizes import HEADER

HEIGHT = 22
_LIFT = 6.0
_LARGEST = 2.5
"""So many times as large as it is at 100 % a sign is drawn where all is small."""
_ROOM_FOR_BADGE = 32.0
"""Pixels on screen: on a narrower card a count would cover what is written there."""
_OVER_CARD = 3.0
"""How far a badge that stands above the words of a card reaches into it."""
_HIGHEST = 50.0
"""How far a count reaches above a card that is seen small."""
_HERE = QPointF()


def lift_of(box: Box) -> float:
    """How much higher than on its corner a card's badge stands: else it would cover the title."""
    return _LIFT if 0 < box.card.header < HEADER and box.serial is not None else 0.0


def larger_at(detail: float) -> float:
    """So many times as large as at 100 % signs are drawn, to be read where all is small."""
    return 1.0 if detail >= FULL_DETAIL else min(1 / detail, _LARGEST)


def has_room(box: Box, detail: float) -> bool:
    """Whether a card that is seen at that size shows its count."""
    if box.badge is None or detail < SOME_DETAIL:
        return False
    immortal, narrow = box.badge.count is None, box.rect.width * detail < _ROOM_FOR_BADGE
    return detail >= FULL_DETAIL or not (immortal or narrow)


def badge_corner(look: Look, box: Box, detail: float) -> QPointF:
    """Around which point of the card its badge stands: above its words where it covered them."""
    corner, larger = QPointF(box.rect.width - 3, -lift_of(box)), larger_at(detail)
    if larger > 1 and box.badge is not None and box.group is None and not box.middle:
        reach = _reach(box.badge)
        if corner.x() + reach.x() * larger < title_right(look, box, detail) + 2 * larger:
            corner.setY(min(corner.y(), (_OVER_CARD - reach.bottom()) * larger))
    return corner


def largest_reach(box: Box) -> Rect | None:
    """Around where its count can stand at any size, in the lengths of the picture; None for none.

    No text is measured, for there may be very many.
    """
    badge = box.badge
    if badge is None:
        return None
    letters = len(str(badge.count))
    width = HEIGHT + 8.0 * (letters - 1)
    if _has_changed(badge):
        width = 60 + 8.0 * (letters + len(str(badge.before)))
    x, y = box.rect.right - 3, box.rect.y
    left = x + HEIGHT / 2 - width * _LARGEST
    top = y - _HIGHEST
    return Rect(left, top, x + HEIGHT / 2 * _LARGEST - left, y + HEIGHT / 2 * _LARGEST - top)


def badge_rect(look: Look, box: Box, detail: float) -> QRectF:
    """Where the badge of a card stands, in the card's own lengths."""
    assert box.badge is not None
    reach, larger = _reach(box.badge), larger_at(detail)
    return QRectF(badge_corner(look, box, detail) + reach.topLeft() * larger, reach.size() * larger)


def _reach(badge: Badge, corner: QPointF = _HERE) -> QRectF:
    """Where a badge at a corner stands at 100 %; one that changed stands higher."""
    metrics = metrics_of(badge_font())
    if _has_changed(badge):
        first, second = str(badge.before), str(badge.count)
        width = 8 + 9 + 4 + metrics.horizontalAdvance(first) + 4 + 10 + 4
        width += metrics.horizontalAdvance(second) + 8
        return QRectF(corner.x() + HEIGHT / 2 - width, corner.y() - 15, width, 20)
    text = "" if badge.count is None else str(badge.count)
    width = max(HEIGHT, metrics.horizontalAdvance(text) + 12)
    return QRectF(corner.x() + HEIGHT / 2 - width, corner.y() - HEIGHT / 2, width, HEIGHT)


def _has_changed(badge: Badge) -> bool:
    return badge.changed and badge.count is not None and badge.before is not None


def draw_badge(painter: QPainter, look: Look, badge: Badge, corner: QPointF, chosen: bool) -> None:
    """A count in a circle around ``corner``, wider from three digits on; ∞ for immortal."""
    if badge.changed and badge.count is not None and badge.before is not None:
        rect = _reach(badge, corner)
        _draw_change(painter, look, badge.before, badge.count, rect)
        return
    text = "" if badge.count is None else str(badge.count)
    rect = _reach(badge, corner)
    painter.setBrush(look.colour("accent" if chosen else "card"))
    painter.setPen(pen(look.colour("accent" if chosen else "line"), 1.4))
    painter.drawRoundedRect(rect, HEIGHT / 2, HEIGHT / 2)
    ink = look.colour("onAccent" if chosen else "ink")
    if badge.count is None:
        draw_infinity(painter, rect.center(), ink)
        return
    painter.setPen(ink)
    write_centred(painter, text, badge_font(), rect.center())


def _draw_change(painter: QPainter, look: Look, old: int, new: int, rect: QRectF) -> None:
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
