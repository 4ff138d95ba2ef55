"""The lanes of one gutter: which upright part of which arrow stands left of which.

A lane is told by its rank from the left; x is known once all lanes are.
"""

import math
from dataclasses import dataclass, field
from typing import Protocol

from visualizer.layout.occupancy import KEPT_AFTER, Span, TimeIndex
from visualizer.layout.sizes import HEAD_PITCH

LEFT, RIGHT = -1, 1

_BUNDLED = 1000.0
_NEAR = 2.0
_NEW_LANE = 0.5


class Drawn(Span, Protocol):
    """Something that is there for a span of time, though perhaps not drawn all the while."""

    @property
    def near(self) -> tuple[tuple[float, float], ...] | None:
        """None where it is drawn all the while."""
        ...

    @property
    def shown(self) -> tuple[tuple[float, float], ...]:
        """The spans of steps in which it is drawn."""
        ...


@dataclass(slots=True, eq=False)
class Lane:
    """One lane; ``rank`` counts from the left."""

    rank: int = 0


@dataclass(slots=True, eq=False)
class Upright:
    """The upright part of an arrow: each end has a height and the side its level part leaves to.

    ``left_ends`` are the heights of the level parts that leave to the left.
    """

    first: float
    first_side: int
    last: float
    last_side: int
    span: Drawn
    lane: Lane = field(default_factory=Lane)

    top: float = field(init=False)
    bottom: float = field(init=False)
    left_ends: tuple[float, ...] = field(init=False)
    right_ends: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what is asked for again and again."""
        self.top, self.bottom = sorted((self.first, self.last))
        ends = (self.first, self.first_side), (self.last, self.last_side)
        self.left_ends = tuple(y for y, side in ends if side == LEFT)
        self.right_ends = tuple(y for y, side in ends if side == RIGHT)


class Gutter:
    """The lanes between two columns. ``most`` is how many there may be."""

    def __init__(self, most: int, fixed: int = 0) -> None:
        self.lanes = [Lane(rank) for rank in range(fixed)]
        self._most = max(most, fixed)
        self._fixed = bool(fixed)
        self.index: TimeIndex[Upright] = TimeIndex()

    def add(self, upright: Upright) -> bool:
        """Find the lane with the fewest crossings; False where there is none left."""
        # What lies above or below it all costs nothing, wherever it stands.
        top, bottom = upright.top - HEAD_PITCH, upright.bottom + HEAD_PITCH
        beside = (o for o in self.index.alive(upright.span) if o.top < bottom and top < o.bottom)
        others = [o for o in beside if _drawn_together(o, upright)]
        best, cost = None, _BUNDLED
        for rank, insert, found in self._candidates(upright, others):
            if found < cost:
                best, cost = (rank, insert), found
        if best is None:
            return False
        rank, insert = best
        if insert:
            self.lanes.insert(rank, Lane())
            for place, moved in enumerate(self.lanes):
                moved.rank = place
        upright.lane = self.lanes[rank]
        self.index.add(upright)
        return True

    def _candidates(self, upright: Upright, others: list[Upright]) -> list[tuple[int, bool, float]]:
        """Every lane there is and every gap between lanes, with what it would cost."""
        count = len(self.lanes)
        # What others cost where they are left, right, or in the very lane.
        left, right, same = [0.0] * count, [0.0] * count, [0.0] * count
        for other in others:
            rank = other.lane.rank
            left[rank] += _crossings(other, upright)
            right[rank] += _crossings(upright, other)
            if other.top < upright.bottom + HEAD_PITCH and upright.top < other.bottom + HEAD_PITCH:
                same[rank] = math.inf
        found = []
        middle = count / 2
        so_far, ahead = 0.0, sum(right)
        may_insert = not self._fixed and count < self._most
        for rank in range(count):
            if may_insert:
                found.append((rank, True, so_far + ahead + _NEW_LANE))
            ahead -= right[rank]
            inner = same[rank] + (abs(rank - middle) / 100 if self._fixed else 0)
            found.append((rank, False, so_far + ahead + inner))
            so_far += left[rank]
        if may_insert:
            found.append((count, True, so_far + _NEW_LANE))
        return found


def _drawn_together(one: Upright, other: Upright) -> bool:
    """Of two that are there together, whether they are drawn together."""
    if one.span.near is None and other.span.near is None:
        return True
    return any(
        a < d + KEPT_AFTER and c < b + KEPT_AFTER
        for a, b in one.span.shown
        for c, d in other.span.shown
    )


def _crossings(one: Upright, other: Upright) -> float:
    """What it costs that ``one`` stands left of ``other``."""
    cost = 0.0
    right_ends, left_ends = one.right_ends, other.left_ends
    for y in right_ends:
        if other.top < y < other.bottom:
            cost += 1
    for y in left_ends:
        if one.top < y < one.bottom:
            cost += 1
    for y in right_ends:
        for level in left_ends:
            distance = abs(y - level)
            if distance < 4:
                cost += _BUNDLED
            elif distance < 7:
                cost += _NEAR
    return cost
