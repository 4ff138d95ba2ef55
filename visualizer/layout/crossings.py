"""Which arrows give way: those that would cross too many others are shown as chips.

Where lanes lie is not known yet when this is decided; which of them stands left of which is.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from visualizer.layout.lanes import Lane
from visualizer.layout.occupancy import Known, Span, TimeIndex, together

if TYPE_CHECKING:
    from visualizer.layout.routes import Route

type Spans = tuple[tuple[float, float], ...]
"""From a step up to before another, several times."""

MOST_CROSSINGS = 4
"""How many others an arrow may cross at one time."""

_COLUMN, _PORT, _GUTTER = 1000, 400, 500


@dataclass(slots=True, eq=False)
class _Place:
    """A place from left to right: so far into a column, or a lane of the gutter beside it."""

    base: float
    lane: Lane | None = None

    @property
    def x(self) -> float:
        """Greater the further right; only good for comparing."""
        return self.base + (self.lane.rank if self.lane is not None else 0)


@dataclass(slots=True, eq=False)
class _Level:
    """A level part of an arrow."""

    y: float
    one: _Place
    other: _Place
    route: "Route"
    span: Span

    def gutters(self) -> range:
        """The gutters that it leads into or through."""
        first, last = sorted((self.one.base, self.other.base))
        return range(int(first // _COLUMN), int(last // _COLUMN) + 1)


@dataclass(slots=True, eq=False)
class _Upright:
    """An upright part of an arrow."""

    place: _Place
    top: float
    bottom: float
    route: "Route"
    span: Span


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

    def _thin_out(self, open_to: set["Route"], routes: Iterable["Route"]) -> None:
        """Make chips of arrows in ``open_to``, the one that crosses most at one time first."""
        shown: dict[Route, Spans] = {}

        def count(route: "Route") -> int:
            others = self._crossed[route]
            if len(others) <= MOST_CROSSINGS:
                return 0
            for one in (route, *others):
                if one not in shown:
                    shown[one] = one.shown
            return at_once(shown[route], (shown[other] for other in others))

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
            worst.chip = True
            for other in self._crossed.pop(worst):
                del self._crossed[other][worst]

    def _enter(self, new: list["Route"]) -> Iterator[tuple["Route", "Route"]]:
        """Take in further arrows; the pairs of arrows of which one crosses the other."""
        levels = [level for route in new for level in _levels(route)]
        uprights = [found for route in new for found in _uprights(route)]
        for level in levels:
            y = level.y
            for gutter in level.gutters():
                for there in self._uprights[gutter].perhaps_alive(level.span):
                    if there.top < y < there.bottom and _cross(there, level):
                        yield there.route, level.route
                self._levels[gutter].add(level)
        for gutter, upright in uprights:
            top, bottom = upright.top, upright.bottom
            for passing in self._levels[gutter].perhaps_alive(upright.span):
                if top < passing.y < bottom and _cross(upright, passing):
                    yield upright.route, passing.route
        for gutter, upright in uprights:
            self._uprights[gutter].add(upright)


def at_once(spans: Spans, others: Iterable[Spans]) -> int:
    """How many of ``others`` overlap ``spans`` in one step at the most."""
    events: list[tuple[float, int]] = []
    for other in others:
        for a, b in spans:
            for c, d in other:
                if a < d and c < b:
                    events.append((max(a, c), 1))
                    events.append((min(b, d), -1))
    events.sort()
    most = now = 0
    for _, change in events:
        now += change
        most = max(most, now)
    return most


def _cross(upright: _Upright, level: _Level) -> bool:
    """Whether they do, if one is at the height of the other."""
    if level.route is upright.route:
        return False
    if level.route.chip or upright.route.chip or not together(level.span, upright.span):
        return False
    one, other, x = level.one.x, level.other.x, upright.place.x
    return min(one, other) < x < max(one, other)


def _levels(route: "Route") -> Iterator[_Level]:
    assert route.head is not None
    span = _span(route)
    heights = [route.from_y, *(u.last for _, u in route.uprights)]
    places = [_Place(_COLUMN * route.source.column + _PORT)]
    places += [_lane(gutter, upright.lane) for gutter, upright in route.uprights]
    places.append(_Place(_COLUMN * route.target.column))
    for y, (one, other) in zip(heights, pairwise(places), strict=True):
        yield _Level(y, one, other, route, span)


def _uprights(route: "Route") -> Iterator[tuple[int, _Upright]]:
    span = _span(route)
    for gutter, upright in route.uprights:
        place = _lane(gutter, upright.lane)
        yield gutter, _Upright(place, upright.top, upright.bottom, route, span)


def _span(route: "Route") -> Span:
    if route.time is not None:
        return route.time
    end = route.end
    return Known(route.start, end) if end < math.inf else route


def _lane(gutter: int, lane: Lane) -> _Place:
    return _Place(_COLUMN * gutter + _GUTTER, lane)
