"""Where a map lies over a view so that it covers as little as can be of what one looks at."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize

_MARGIN = 12
_BETTER = 0.25
"""How much more of the map must be free elsewhere before it moves: it should seldom move."""
_LITTLE = 0.02
"""So little in it counts as nothing."""
_MOST, _MOST_SMALL, _SMALL = 0.35, 0.06, 16
"""How much of the map may have something under it; how much where the view has less than so many
times the size of the map, and what is covered is missed."""


class Corner(IntEnum):
    """The corners of a view in the order in which they are tried."""

    LOWER_RIGHT, LOWER_LEFT, UPPER_RIGHT, UPPER_LEFT = range(4)


class Place(NamedTuple):
    """``folded``: in every corner it would lie on what is noted, so only its sign is there."""

    corner: Corner
    folded: bool


def corner_rect(corner: Corner, room: QRect, size: QSize) -> QRect:
    """Where something of that size lies in a corner of ``room``."""
    right = corner in (Corner.LOWER_RIGHT, Corner.UPPER_RIGHT)
    low = corner in (Corner.LOWER_RIGHT, Corner.LOWER_LEFT)
    x = room.right() - size.width() - _MARGIN if right else room.left() + _MARGIN
    y = room.bottom() - size.height() - _MARGIN if low else room.top() + _MARGIN
    return QRect(QPoint(x, y), size)


def choose(
    now: Place,
    rects: Callable[[QSize], Sequence[QRectF]],
    sizes: tuple[QSize, QSize],
    noted: Sequence[QRectF],
    covered: Callable[[QRectF], float],
    *,
    most: float = _MOST,
) -> Place:
    """The place in which nothing ``noted`` is covered, and else as little as can be.

    ``sizes`` are those of the map and of its sign, ``rects`` gives what one of them would cover in
    each corner, ``covered`` which part of such an area has something in it, at most ``most``.
    """
    whole = rects(sizes[0])
    free = [
        corner
        for corner in Corner
        if not _meets(whole[corner], noted) and covered(whole[corner]) <= most
    ]
    if free:
        cost = {corner: covered(whole[corner]) for corner in free}
        best = min(free, key=lambda corner: cost[corner])
        here = cost.get(now.corner, 1.0)
        near = here - cost[best] < _BETTER and (here <= _LITTLE or cost[best] > _LITTLE)
        return Place(now.corner if near and not now.folded else best, folded=False)
    small = rects(sizes[1])
    spots = [corner for corner in Corner if not _meets(small[corner], noted)]
    spots.sort(key=lambda corner: covered(small[corner]) > _LITTLE)
    return Place(spots[0] if spots else Corner.LOWER_RIGHT, folded=True)


def most_covered(room: QSize, size: QSize) -> float:
    """How much of a map of that size may have something under it in a view of the size ``room``."""
    times = room.width() * room.height() / (size.width() * size.height())
    return _MOST_SMALL if times < _SMALL else _MOST


def _meets(rect: QRectF, noted: Sequence[QRectF]) -> bool:
    return any(rect.intersects(other) for other in noted)
