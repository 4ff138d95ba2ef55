"""The lanes of one gutter: which upright part of which arrow stands left of which.

A lane is told by its rank from the left; x is known once all lanes are.
"""

from dataclasses import dataclass
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


_NOWHERE = Lane()


class Upright:
    """The upright part of an arrow: each end has a height and the side its level part leaves to.

    ``left_ends`` are the heights of the level parts that leave to the left.
    """

    __slots__ = ("bottom", "first", "lane", "last", "left_ends", "right_ends", "span", "top")

    def __init__(
        self, first: float, first_side: int, last: float, last_side: int, span: Drawn
    ) -> None:
        self.first, self.last, self.span = first, last, span
        self.lane = _NOWHERE
        self.top, self.bottom = (first, last) if first < last else (last, first)
        self.left_ends: tuple[float, ...]
        self.right_ends: tuple[float, ...]
        if first_side == last_side:
            both = first, last
            self.left_ends, self.right_ends = (both, ()) if first_side == LEFT else ((), both)
        elif first_side == LEFT:
            self.left_ends, self.right_ends = (first,), (last,)
        else:
            self.left_ends, self.right_ends = (last,), (first,)


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
        beside = self.index.alive(upright.span, top, bottom)
        others = [o for o in beside if _drawn_together(o, upright)]
        best = self._best(upright, others)
        if best is None:
            return False
        rank, insert = best
        if insert:
            self.lanes.insert(rank, Lane())
            for place, moved in enumerate(self.lanes):
                moved.rank = place
        upright.lane = self.lanes[rank]
        self.index.add(upright, upright.top, upright.bottom)
        return True

    def _best(self, upright: Upright, others: list[Upright]) -> tuple[int, bool] | None:
        """The cheapest lane or gap between lanes, and whether it is a gap; the leftmost of them."""
        count = len(self.lanes)
        # What others cost where they are left or right; none can share a lane with them.
        left, right, taken = [0.0] * count, [0.0] * count, [False] * count
        for other in others:
            rank = other.lane.rank
            left[rank] += _crossings(other, upright)
            right[rank] += _crossings(upright, other)
            taken[rank] = True
        best, cost = None, _BUNDLED
        so_far, ahead = 0.0, sum(right)
        may_insert = not self._fixed and count < self._most
        for rank in range(count):
            if may_insert and so_far + ahead + _NEW_LANE < cost:
                best, cost = (rank, True), so_far + ahead + _NEW_LANE
            ahead -= right[rank]
            if not taken[rank]:
                found = so_far + ahead + (abs(rank - count / 2) / 100 if self._fixed else 0)
                if found < cost:
                    best, cost = (rank, False), found
            so_far += left[rank]
        if may_insert and so_far + _NEW_LANE < cost:
            best = count, True
        return best


def _drawn_together(one: Upright, other: Upright) -> bool:
    """Of two that are there together, whether they are drawn together."""
    if one.span.near is None and other.span.near is None:
        return True
    spans = other.span.shown
    for a, b in one.span.shown:
        for c, d in spans:
            if a < d + KEPT_AFTER and c < b + KEPT_AFTER:
                return True
    return False


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
