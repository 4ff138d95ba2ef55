"""What the signs in a picture mean: a line of those it has.

It stands at the foot of the heap's ground, and where that is not shown, below all there is.
"""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.brush import (
    SIGN,
    Line,
    Look,
    dashed,
    draw_infinity,
    draw_sign,
    draw_triangle,
    standing_at,
    write,
)
from visualizer.diagram.fonts import text_width
from visualizer.diagram.small_card import FULL_DETAIL, SOME_DETAIL
from visualizer.layout import (
    ArrowKind,
    Badge,
    Box,
    Mark,
    Picture,
    Rect,
    RegionKind,
    TextStyle,
    phrase,
)

FOOT = 14.0
"""How far above the lower edge of the ground the line's middle is."""
_SMALL = 0.8
"""How large a sign is here, beside what it is on a card."""
_BESIDE_SIGN, _APART = 8.0, 20.0
_EDGE, _SMALL_EDGE = 16.0, 24.0
"""How far in it begins; where all is small no further than that."""
_MARGIN = 16.0
"""What there is around a picture."""


class Told(Enum):
    """A sign, and the key of its words."""

    NEW = "mark-new"
    REBOUND = "legend-rebound"
    CHANGED = "legend-changed"
    FREED = "legend-freed"
    UP = "legend-up"
    DOWN = "legend-down"
    UNREACHABLE = "mark-unreachable"
    WEAK = "weak"
    IMMORTAL = "legend-immortal"


_OF_MARK = {
    Mark.NEW: Told.NEW,
    Mark.REBOUND: Told.REBOUND,
    Mark.CHANGED: Told.CHANGED,
    Mark.FREED: Told.FREED,
    Mark.UNREACHABLE: Told.UNREACHABLE,
}
_SIGNS = {told: mark for mark, told in _OF_MARK.items()}


def room_of_legend(picture: Picture) -> Rect:
    """What is kept for it: all of the foot of the heap's ground, or of the picture."""
    grounds = (region.rect for region in picture.regions if region.kind is RegionKind.HEAP)
    x, _, width, _ = rect = next(grounds, picture.bounds.grown(-_MARGIN))
    return Rect(x, rect.bottom - 2 * FOOT, width, 2 * FOOT)


def signs_told(picture: Picture) -> tuple[Told, ...]:
    """The signs that a picture has, each once, in their order."""
    found = {told for box in picture.boxes for told in _of_box(box)}
    if any(arrow.kind is ArrowKind.WEAK for arrow in picture.arrows):
        found.add(Told.WEAK)
    return tuple(told for told in Told if told in found)


def _of_box(box: Box) -> Iterable[Told]:
    marks = [box.mark, *(mark for _, mark in box.marks)]
    for nested in box.nested:
        marks += [nested.mark, *(mark for _, mark in nested.marks)]
    told = [_OF_MARK[mark] for mark in marks if mark is not Mark.NONE]
    if box.lost or box.ghost:
        told.append(Told.FREED)
    if box.unreachable:
        told.append(Told.UNREACHABLE)
    badges = [badge for _, badge in box.pills]
    if box.badge is not None:
        badges.append(box.badge)
    return (*told, *(one for badge in badges for one in _of_badge(badge)))


def _of_badge(badge: Badge) -> Iterable[Told]:
    if badge.count is None:
        return (Told.IMMORTAL,)
    if not badge.changed or badge.before is None:
        return ()
    return (Told.UP if badge.count > badge.before else Told.DOWN,)


class LegendItem(QGraphicsItem):
    """The line where no ground is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._signs: tuple[Told, ...] = ()
        self._look: Look | None = None
        self._rect = Rect(0, 0, 0, 0)

    def name_signs(self, picture: Picture, look: Look) -> None:
        """Say what those of a picture mean, at its lower edge."""
        signs, rect = signs_told(picture), room_of_legend(picture)
        if rect != self._rect:
            self.prepareGeometryChange()
        self._signs, self._look, self._rect = signs, look, rect
        self.update()

    def boundingRect(self) -> QRectF:
        """The line, from edge to edge."""
        return QRectF(*self._rect)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Sign, words, sign, words."""
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if self._look is not None and self._signs:
            draw_mark_legend(painter, self._look, self._signs, self._rect, detail)


def draw_mark_legend(
    painter: QPainter, look: Look, signs: Iterable[Told], ground: Rect, detail: float
) -> None:
    """Sign, words, sign, words, never smaller than 12 pixels; what has no room is left out."""
    if detail < SOME_DETAIL:
        return
    larger = 1.0 if detail >= FULL_DETAIL else 1 / detail
    edge = min(_EDGE * larger, _SMALL_EDGE)
    painter.save()
    painter.translate(ground.x + edge, ground.bottom - FOOT)
    painter.scale(larger, larger)
    x, right = 0.0, (ground.width - 2 * edge) / larger
    for told in signs:
        words = phrase(told.value)
        width = text_width(look.say(words), TextStyle.SMALL)
        if x + SIGN + _BESIDE_SIGN + width > right:
            continue
        with standing_at(painter, QPointF(x + SIGN / 2, 0), _SMALL):
            _draw_one(painter, look, told)
        painter.setPen(look.colour("ink2"))
        x += SIGN + _BESIDE_SIGN
        write(painter, look, words, TextStyle.SMALL, Line(x, 0, width + 1))
        x += width + _APART
    painter.restore()


def _draw_one(painter: QPainter, look: Look, told: Told) -> None:
    """The sign alone, around the origin."""
    at = QPointF()
    if told in _SIGNS:
        draw_sign(painter, look, _SIGNS[told], at)
    elif told is Told.WEAK:
        painter.setPen(dashed(look.colour("arrow"), 1.6, 4, 3))
        painter.drawLine(QPointF(-SIGN / 2 - 2, 0), QPointF(SIGN / 2 + 2, 0))
    elif told is Told.IMMORTAL:
        draw_infinity(painter, at, look.colour("ink2"), 16)
    else:
        up = told is Told.UP
        draw_triangle(painter, look.colour("gain" if up else "loss"), at, up, 11)
