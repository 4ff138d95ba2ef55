"""Where one card stands for very many objects of a type, and which room is given up for it.

Both follow from all that is ever placed, not from one step: from step to step nothing moves.
"""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import NamedTuple

from visualizer.layout.picture import Rect
from visualizer.layout.plan import Plan
from visualizer.layout.spots import Spot

CELL, PITCH = 8.0, 10.0
"""So large that a cell can be told from the next, and hit, at 45 %."""
MOST_CELLS = 1_000
GROUP_HEADER = 36.0
"""So high that the name can be read in it at 40 %."""
INSET = 12.0
PORTS = 26.0
"""Kept at the right for the ports of what leads out."""
_FOOT, _NARROW_FOOT = 48.0, 64.0
"""Room below the cells for what their colours mean."""
_WIDE = 400.0
NARROWEST = 220.0
_WIDER = 1.8
"""So many times as many cells stand beside each other as below."""

_LASTING = 8
_ABOVE, _BELOW = 36.0, 36.0
_BESIDE_BAND = 12.0
_KEPT = 56.0
"""So much remains of a height at which nothing stands."""
_KEPT_COLUMN = 16.0
"""And of a column."""


class Span(NamedTuple):
    """From ``top`` to ``bottom``, or from left to right."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Scale:
    """How one way across the layout is shown: in order, what nothing stands in made less.

    ``own`` and ``shown`` are where the one and the other way of counting meet.
    """

    own: tuple[float, ...] = ()
    shown: tuple[float, ...] = ()

    def shown_at(self, own: float) -> float:
        """Where a place of the layout is shown."""
        return _between(own, self.own, self.shown)

    def own_at(self, shown: float) -> float:
        """The place of the layout that is shown there."""
        return _between(shown, self.shown, self.own)


class Scales(NamedTuple):
    """How the layout is shown from left to right, and from top to bottom."""

    across: Scale = Scale()
    down: Scale = Scale()


class Groups(NamedTuple):
    """The room of each group's card, by the title of the cards it stands for."""

    rooms: dict[str, Rect]
    scales: Scales


def cells_across(width: float) -> int:
    """How many cells stand beside each other in a card."""
    return max(int((width - INSET - PORTS) // PITCH), 1)


def width_of(count: int) -> float:
    """How wide the card of so many objects is where it has room."""
    if count > MOST_CELLS:
        return NARROWEST
    return max(NARROWEST, INSET + PORTS + PITCH * math.ceil(math.sqrt(_WIDER * count)))


def height_of(count: int, width: float) -> float:
    """How high the card of so many objects is."""
    rows = -(-count // cells_across(width)) if count <= MOST_CELLS else 0
    return GROUP_HEADER + (INSET + rows * PITCH if rows else 0.0) + foot(width)


def foot(width: float) -> float:
    """How much room there is below the cells of a card."""
    return _FOOT if width >= _WIDE else _NARROW_FOOT


def plan_groups(plan: Plan, kinds: frozenset[str]) -> Groups:
    """Where the cards of groups stand: where the first of theirs would, in their column."""
    extents, grid = plan.foresight.extents, plan.grid()
    grouped: defaultdict[str, list[Spot]] = defaultdict(list)
    others: list[Spot] = []
    for spot in plan.places.spots:
        if spot.within is None:
            kind = str(extents[spot.key].kind)
            is_one = spot.key.kind == "object" and kind in kinds
            (grouped[kind] if is_one else others).append(spot)
    bands = list(_bands(plan, kinds))
    rooms: dict[str, Rect] = {}
    for kind in sorted(grouped):
        column = _column(grouped[kind], plan.foresight.horizon)
        own = [spot for spot in grouped[kind] if spot.column == column]
        width = max(extents[spot.key].width for spot in own)
        width = min(max(width, NARROWEST), max(grid.width[column], width))
        height = height_of(min(len({spot.key for spot in grouped[kind]}), MOST_CELLS), width)
        taken = [room_of(spot) for spot in others if spot.column == column]
        taken += [band for first, last, band in bands if first < column < last]
        taken += [_span_of(room) for room in rooms.values() if room.x == grid.left[column]]
        y = _first_free(sorted(spot.y for spot in own), height, taken)
        rooms[kind] = Rect(grid.left[column], y, width, height)
    occupied = [*map(room_of, others), *(band for _, _, band in bands)]
    occupied += map(_span_of, rooms.values())
    columns = {spot.column for spot in others}
    kept = [
        Span(x, x + width)
        for column, (x, width) in enumerate(zip(grid.left, grid.width, strict=True))
        if column in columns or any(room.x == x for room in rooms.values())
    ]
    # Between columns run arrows: that room is kept.
    kept += [
        Span(x + width, right)
        for x, width, right in zip(grid.left, grid.width, grid.left[1:], strict=False)
    ]
    across = without_gaps(kept, lambda _: _KEPT_COLUMN)
    return Groups(rooms, Scales(across, without_gaps(occupied, lambda _: _KEPT)))


def _column(spots: Iterable[Spot], horizon: int) -> int:
    """The first column with one of those that stay longest: many may only pass."""

    def lasting(spot: Spot) -> tuple[float, int]:
        return spot.start - min(spot.end, horizon + 1), spot.column

    return min(spot.column for spot in nsmallest(_LASTING, spots, key=lasting))


def _bands(plan: Plan, kinds: frozenset[str]) -> Iterator[tuple[int, int, Span]]:
    """The heights at which what is not grouped passes columns, and between which ones."""
    extents = plan.foresight.extents
    for route in plan.routes.all_routes():
        ends = route.source, route.target.card
        if route.band is None or any(str(extents[end.key].kind) in kinds for end in ends):
            continue
        first, last = sorted(end.column for end in ends)
        yield first, last, Span(route.band - _BESIDE_BAND, route.band + _BESIDE_BAND)


def room_of(spot: Spot) -> Span:
    """What a card takes from top to bottom, with the room above and below it."""
    return Span(spot.y - _ABOVE, spot.y + spot.height + _BELOW)


def _span_of(rect: Rect) -> Span:
    return Span(rect.y - _ABOVE, rect.bottom + _BELOW)


def _first_free(wanted: Sequence[float], height: float, taken: Iterable[Span]) -> float:
    """The first of the ``wanted`` heights from which on so much is free, else below all."""
    merged = _merged(taken)
    tops = [span.top for span in merged]
    for y in wanted:
        place = bisect_right(tops, y + height) - 1
        if place < 0 or merged[place].bottom <= y:
            return y
    return max(merged[-1].bottom, wanted[-1])


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.top <= found[-1].bottom:
            found[-1] = Span(found[-1].top, max(found[-1].bottom, span.bottom))
        else:
            found.append(span)
    return found


def without_gaps(occupied: Iterable[Span], kept: Callable[[Span], float]) -> Scale:
    """Where each place is shown if of what is not ``occupied`` only so much is kept."""
    own: list[float] = []
    shown: list[float] = []
    given_up = 0.0
    end: float | None = None
    for span in _merged(occupied):
        remains = kept(Span(end, span.top)) if end is not None else 0.0
        if end is not None and span.top - end > remains:
            own += (end, span.top)
            shown.append(end - given_up)
            given_up += span.top - end - remains
            shown.append(span.top - given_up)
        end = span.bottom
    return Scale(tuple(own), tuple(shown))


def _between(y: float, before: Sequence[float], after: Sequence[float]) -> float:
    place = bisect_right(before, y)
    if place == 0:
        return y + (after[0] - before[0] if before else 0.0)
    if place == len(before):
        return y + after[-1] - before[-1]
    share = (y - before[place - 1]) / (before[place] - before[place - 1])
    return after[place - 1] + share * (after[place] - after[place - 1])
