"""Which room is given up where long structures are shortened.

It follows from all that is ever placed, not from one step: from step to step nothing moves. Of the
heights at which only stands what is left out when most cards are there, so much is kept that one
card more fits: there what is opened is shown.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from visualizer.layout.foresight import Foresight
from visualizer.layout.groups import Scale, Scales, Span, room_of, without_gaps
from visualizer.layout.picture import Key, Point, Rect, object_key
from visualizer.layout.plan import Plan
from visualizer.layout.spans import busiest
from visualizer.layout.spots import Spot
from visualizer.layout.structures import Structure, Way, find_structures, left_out

_BESIDE_BAND = 12.0
_PASSING = 0.25
"""What is there for a lesser part of the recording passes."""
INSET = 14.0
"""Above what is shown in room that was given up."""
LANES = 2
"""So many rows are kept of it."""
_SAME_ROW = 20.0


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands from ``left`` on is shown by the scale ``down``, ways from ``gutter`` on; where
    there is no such scale all is as it was. Of trees of a type so many ``levels`` are shown.
    ``rows`` are the heights of what stands in the room that is given up, by the left edge of its
    column: those that follow on each other are shown apart."""

    left: float = 0.0
    gutter: float = 0.0
    down: Scale = field(default_factory=Scale)
    levels: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[float, tuple[float, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.down.own)

    def shown_by(self, scales: Scales, taken: Collection[Rect]) -> "Closing":
        """The same where all is shown by other ``scales`` first, but for room that is ``taken``."""
        across, down = scales.across.shown_at, scales.down.shown_at
        own: list[float] = []
        shown: list[float] = []
        moved = 0.0
        ends = zip(self.down.own[::2], self.down.own[1::2], strict=True)
        kept = zip(self.down.shown[::2], self.down.shown[1::2], strict=True)
        for (above, below), (first, last) in zip(ends, kept, strict=True):
            top, bottom = down(above), down(below)
            is_free = all(rect.y >= bottom or rect.bottom <= top for rect in taken)
            if is_free and bottom - top > last - first:
                own += top, bottom
                shown += top - moved, top - moved + last - first
                moved += bottom - top - (last - first)
        scale = Scale(tuple(own), tuple(shown))
        rows = {across(x): tuple(map(down, own)) for x, own in self.rows.items()}
        return Closing(across(self.left), across(self.gutter), scale, self.levels, rows)

    @property
    def height(self) -> float:
        """How far down what is given up reaches, as it is shown."""
        return self.down.shown[-1] if self.down.shown else 0.0

    def own_at(self, x: float, y: float) -> Point:
        """The place that is shown there."""
        return Point(x, self.down.own_at(y) if x >= self.left else y)

    def gap_at(self, y: float) -> int | None:
        """Which room that is given up is at a height; None where none is."""
        place = bisect_right(self.down.own, y)
        return place // 2 if place % 2 else None

    def opened_at(self, x: float, y: float) -> float | None:
        """How high a card is shown that would stand in room that is given up."""
        gap = self.gap_at(y)
        if gap is None:
            return None
        rows = self.rows.get(x, ())
        above = bisect_left(rows, self.down.own[2 * gap])
        top, bottom = self.down.shown[2 * gap : 2 * gap + 2]
        lane = (bisect_right(rows, y + _SAME_ROW) - 1 - above) % LANES
        return top + INSET + lane * (bottom - top) / LANES


def plan_closing(plan: Plan, spread: Collection[Key]) -> Closing:
    """What is given up for long structures; ``spread`` is shown whole, for good."""
    foresight, grid = plan.foresight, plan.grid()
    columns = plan.places.columns
    levels, away = _left_out(foresight, lambda key: columns.get(int(key.name), 0))
    away -= set(spread)
    found: list[Spot] = []
    others: list[Spot] = []
    for spot in plan.places.spots:
        if spot.within is None:
            (found if spot.key in away else others).append(spot)
    if not found:
        return Closing()
    if foresight.joined:
        away |= _let_pass(found, others, foresight.horizon)
    extents = foresight.extents
    first = min(
        spot.column
        for spot in (*found, *others)
        if spot.key.kind == "object" and str(extents[spot.key].kind) in levels
    )
    occupied = [room_of(spot) for spot in others if spot.column >= first]
    for route in plan.routes.all_routes():
        source, target = route.source.card, route.target.card
        passes = route.band is not None and max(source.column, target.column) > first
        if foresight.joined and route.end - route.start < _PASSING * foresight.horizon:
            continue
        if passes and source.key not in away and target.key not in away:
            band = route.band or 0.0
            occupied.append(Span(band - _BESIDE_BAND, band + _BESIDE_BAND))
    top, bottom = min(spot.y for spot in found), max(spot.y + spot.height for spot in found)
    occupied += Span(top, top), Span(bottom, bottom)

    def kept(gap: Span) -> float:
        within = (s.height for s in found if s.y < gap.bottom and s.y + s.height > gap.top)
        return LANES * (max(within, default=0.0) + 2 * INSET)

    gutter = grid.left[first - 1] + grid.width[first - 1]
    return Closing(
        grid.left[first], gutter, without_gaps(occupied, kept), levels, _rows(found, grid.left)
    )


def _let_pass(found: list[Spot], others: list[Spot], horizon: int) -> set[Key]:
    """What only passes among what is left out does not keep its height: it is as what is opened."""
    top, bottom = min(spot.y for spot in found), max(spot.y + spot.height for spot in found)
    passing = [
        spot
        for spot in others
        if spot.key.kind == "object"
        and top <= spot.y
        and spot.y + spot.height <= bottom
        and min(spot.end, horizon + 1) - spot.start < _PASSING * horizon
    ]
    found += passing
    gone = set(map(id, passing))
    others[:] = [spot for spot in others if id(spot) not in gone]
    return {spot.key for spot in passing}


def _rows(found: Iterable[Spot], left: Sequence[float]) -> dict[float, tuple[float, ...]]:
    """The heights at which any of them stands, in each column."""
    columns: defaultdict[float, list[float]] = defaultdict(list)
    for spot in sorted(found, key=lambda spot: spot.y):
        rows = columns[left[spot.column]]
        if not rows or spot.y - rows[-1] > _SAME_ROW:
            rows.append(spot.y)
    return {x: tuple(rows) for x, rows in columns.items()}


def _left_out(
    foresight: Foresight, x_of: Callable[[Key], float]
) -> tuple[dict[str, int], set[Key]]:
    """The types of which there are long structures, and all of them that is then not shown.

    With each how many levels of a tree are. It is looked when most is there, and at the end.
    """
    shown, levels = set[Key](), dict[str, int]()
    for time in (busiest(foresight.ordered_stays, foresight.horizon)[0], foresight.horizon):
        more: dict[str, int] = {}
        for one, hidden in _long_ones(foresight, time, x_of):
            if one.type not in levels:
                more[one.type] = min(more.get(one.type, one.levels), one.levels)
                shown |= set(one.members) - hidden
        levels.update(more)
    return levels, {
        key
        for key, extent in foresight.extents.items()
        if key.kind == "object" and str(extent.kind) in levels and key not in shown
    }


def _long_ones(
    foresight: Foresight, time: int, x_of: Callable[[Key], float]
) -> Iterator[tuple[Structure, set[Key]]]:
    """The structures at a step of which something is not shown, and what."""
    kinds = {
        stay.key: str(foresight.extents[stay.key].kind)
        for stay in foresight.ordered_stays
        if stay.key.kind == "object" and stay.start <= time < stay.end
    }
    ways = [
        Way(each.holder, object_key(each.target), each.named)
        for each in foresight.references
        if each.start <= time < each.end and each.holder.kind == "object"
    ]
    found = list(find_structures(kinds, ways, x_of))
    belongs = {key: number for number, one in enumerate(found) for key in one.members}
    open_ = {way.target for way in ways if belongs.get(way.holder) != belongs.get(way.target)}
    for one in found:
        cards = dict(left_out(one, open_))
        # The first of what is left out gives the card of the middle its place.
        hidden = set(chain.from_iterable(cards.values())) - cards.keys()
        if hidden:
            yield one, hidden
