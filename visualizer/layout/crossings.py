"""Which arrows give way: those that would cross too many others are shown as chips.

So do some where all that cross in a step are too many for the arrows there are.

Where lanes lie is not known yet when this is decided; which of them stands left of which is.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from visualizer.layout.lanes import Lane, Upright
from visualizer.layout.occupancy import Known, Span, TimeIndex

if TYPE_CHECKING:
    from visualizer.layout.route import Route

type Spans = tuple[tuple[float, float], ...]
"""From a step up to before another, several times."""

MOST_CROSSINGS = 4
"""How many others an arrow may cross at one time."""
DENSE, FEW = 0.6, 10
"""More crossings for each arrow of a step are too many, unless there are so few arrows."""


_COLUMN, _PORT, _GUTTER = 1000, 400, 500
_LEFT_EDGE, _RIGHT_EDGE = 0, 400
_LEFT_PORT = _LEFT_EDGE


_NO_LANE = Lane()


@dataclass(slots=True, eq=False)
class _Level:
    """A level part of an arrow: each end is so far into a column, or in a lane of a gutter."""

    route: "Route"
    span: Span
    one: float
    one_lane: Lane
    other: float
    other_lane: Lane

    def gutters(self) -> range:
        """The gutters that it leads into or through."""
        one, other = int(self.one // _COLUMN), int(self.other // _COLUMN)
        return range(one, other + 1) if one < other else range(other, one + 1)


@dataclass(slots=True, eq=False)
class _Upright:
    """An upright part of an arrow."""

    route: "Route"
    span: Span
    upright: Upright


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An arrow that crosses so many others, before those that cross fewer."""

    rank: tuple[int, bool, int]
    count: int
    route: "Route"

    @classmethod
    def of(cls, route: "Route", count: int) -> "_Waiting":
        """What a straight arrow crosses gives way rather than it does."""
        return cls((-count, route.straight, -int(route.start)), count, route)

    def __lt__(self, other: "_Waiting") -> bool:
        return self.rank < other.rank


class Crossings:
    """Who crosses whom. ``decide`` takes in further arrows; who had a full way then keeps it."""

    def __init__(self) -> None:
        self._levels: dict[int, TimeIndex[_Level]] = defaultdict(TimeIndex)
        self._uprights: dict[int, TimeIndex[_Upright]] = defaultdict(TimeIndex)
        # In order, so that the same recording gives the same picture.
        self._crossed: dict[Route, dict[Route, None]] = defaultdict(dict)
        self._settled_at = 0

    def settle(self, forget_before: float) -> None:
        """Forget what ended before the given step."""
        for levels in self._levels.values():
            levels.settle(forget_before)
        for uprights in self._uprights.values():
            uprights.settle(forget_before)
        if len(self._crossed) < self._settled_at:
            return
        for gone in [route for route in self._crossed if route.end < forget_before]:
            for other in self._crossed.pop(gone):
                del self._crossed[other][gone]
        self._settled_at = 2 * len(self._crossed)

    def decide(self, routes: Iterable["Route"]) -> None:
        """Turn the worst of ``routes`` into chips until no arrow crosses too many others."""
        new = [route for route in routes if route.head is not None and not route.chip]
        touched = dict.fromkeys(new)
        for one, other in self._enter(new):
            touched[one] = touched[other] = None
            self._crossed[one][other] = None
            self._crossed[other][one] = None
        self._thin_out(set(new), list(touched))

    def lasting(self, until: float) -> float:
        """For how many steps before ``until`` arrows cross, all pairs taken together."""
        found = 0.0
        for one, others in self._crossed.items():
            for other in others:
                found += sum(
                    max(min(end, last, until) - max(start, first), 0)
                    for start, end in one.shown
                    for first, last in other.shown
                )
        # Each pair is entered from both sides.
        return found / 2

    def relieve(self, arrows: Mapping[float, int], until: float) -> None:
        """Let more arrows give way in steps with too many crossings for what there is.

        ``arrows`` are how many come, or go, at a step.
        """
        while (time := self._densest(arrows, until)) is not None:
            crossed = Counter(
                {
                    route: sum(_is_drawn(other, time) for other in others)
                    for route, others in self._crossed.items()
                    if _is_drawn(route, time)
                }
            )
            # Of those that cross alike many what is there shortest: the fewest steps lose by it.
            worst = max(crossed, key=lambda r: (not r.goes_on, crossed[r], r.start - r.span.end))
            self._give_way(worst)

    def _densest(self, arrows: Mapping[float, int], until: float) -> float | None:
        """The step before ``until`` with most crossings an arrow, if these are too many."""
        turns = Counter[float]()
        for one, others in self._crossed.items():
            for other in others:
                for start, end in one.shown:
                    for first, last in other.shown:
                        if start < last and first < end:
                            turns[max(start, first)] += 1
                            turns[min(end, last)] -= 1
        crossed = there = 0
        found, most = None, DENSE
        for time in sorted({*turns, *arrows}):
            crossed += turns[time]
            there += arrows.get(time, 0)
            # Each pair is entered from both sides.
            if there > FEW and time < until and crossed / 2 > most * there:
                found, most = time, crossed / 2 / there
        return found

    def _give_way(self, route: "Route") -> None:
        route.chip = True
        for other in self._crossed.pop(route):
            del self._crossed[other][route]

    def _thin_out(self, open_to: set["Route"], routes: Iterable["Route"]) -> None:
        """Make chips of arrows in ``open_to``, the one that crosses most at one time first.

        Rather than one that goes on from row to row of a chain: one that crosses it.
        """
        shown: dict[Route, Spans] = {}

        def count(route: "Route") -> int:
            others = self._crossed[route]
            if len(others) <= MOST_CROSSINGS:
                return 0
            for one in (route, *others):
                if one not in shown:
                    shown[one] = one.shown
            return at_once(shown[route], [shown[other] for other in others])

        counts = {route: count(route) for route in routes}
        waiting = [_Waiting.of(route, crossed) for route, crossed in counts.items()]
        heapify(waiting)
        while waiting and waiting[0].count > MOST_CROSSINGS:
            first = heappop(waiting)
            worst = first.route
            if worst.chip:
                continue
            # Others have become chips since it was counted.
            counts[worst] = count(worst)
            if counts[worst] < first.count:
                heappush(waiting, _Waiting.of(worst, counts[worst]))
                continue
            if worst not in open_to:
                ahead = [other for other in self._crossed[worst] if other in open_to]
                if not ahead:
                    continue
                heappush(waiting, first)
                worst = max(ahead, key=lambda route: (counts[route], not route.straight))
            elif worst.goes_on:
                across = [o for o in self._crossed[worst] if o in open_to and not o.goes_on]
                if across:
                    heappush(waiting, first)
                    worst = max(across, key=lambda route: (counts[route], not route.straight))
            self._give_way(worst)

    def _enter(self, new: list["Route"]) -> Iterator[tuple["Route", "Route"]]:
        """Take in further arrows; the pairs of arrows of which one crosses the other."""
        for route in new:
            for y, level in _levels(route):
                for gutter in level.gutters():
                    if gutter in self._uprights:
                        for one in self._uprights[gutter].alive(level.span, y, y):
                            if _cross(gutter, one, level):
                                yield one.route, route
                    self._levels[gutter].add(level, y, y)
        uprights = [found for route in new for found in _uprights(route)]
        for gutter, upright in uprights:
            top, bottom = upright.upright.top, upright.upright.bottom
            for passing in self._levels[gutter].alive(upright.span, top, bottom):
                if _cross(gutter, upright, passing):
                    yield upright.route, passing.route
        for gutter, upright in uprights:
            self._uprights[gutter].add(upright, upright.upright.top, upright.upright.bottom)


def _is_drawn(route: "Route", time: float) -> bool:
    return any(start <= time < end for start, end in route.shown)


def at_once(spans: Spans, others: Collection[Spans]) -> int:
    """How many of ``others`` overlap ``spans`` in one step at the most."""
    starts: list[float] = []
    ends: list[float] = []
    for a, b in spans:
        for other in others:
            for c, d in other:
                if a < d and c < b:
                    starts.append(a if a > c else c)
                    ends.append(b if b < d else d)
    starts.sort()
    ends.sort()
    most = now = ended = 0
    for start in starts:
        now += 1
        while ended < len(ends) and ends[ended] <= start:
            ended += 1
            now -= 1
        most = max(most, now)
    return most


def _cross(gutter: int, upright: _Upright, level: _Level) -> bool:
    """Whether they do, if one is at the height of the other at the same time."""
    x = _COLUMN * gutter + _GUTTER + upright.upright.lane.rank
    one, other = level.one + level.one_lane.rank, level.other + level.other_lane.rank
    if not (one < x < other or other < x < one):
        return False
    return level.route is not upright.route and not level.route.chip and not upright.route.chip


def _levels(route: "Route") -> Iterator[tuple[float, _Level]]:
    """The level parts of an arrow, with their heights."""
    span = _span(route)
    out, into = (_LEFT_PORT, _RIGHT_EDGE) if route.leftwards else (_PORT, _LEFT_EDGE)
    y, one, lane = route.from_y, _COLUMN * route.source.column + out, _NO_LANE
    for gutter, upright in route.uprights:
        other = _COLUMN * gutter + _GUTTER
        yield y, _Level(route, span, one, lane, other, upright.lane)
        y, one, lane = upright.last, other, upright.lane
    yield y, _Level(route, span, one, lane, _COLUMN * route.target.column + into, _NO_LANE)


def _uprights(route: "Route") -> Iterator[tuple[int, _Upright]]:
    span = _span(route)
    return ((gutter, _Upright(route, span, upright)) for gutter, upright in route.uprights)


def _span(route: "Route") -> Span:
    if route.time is not None:
        return route.time
    end = route.end
    return Known(route.start, end) if end < math.inf else route
