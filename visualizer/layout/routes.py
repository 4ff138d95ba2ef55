"""The way of every arrow: its head, the heights at which it passes columns, its lanes.

Decided once for the life of a reference, from the places of its two ends.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from visualizer.layout.crossings import Crossings
from visualizer.layout.foresight import Foresight
from visualizer.layout.lanes import LEFT, RIGHT, Drawn, Gutter, Upright
from visualizer.layout.occupancy import Block, Known, TimeIndex
from visualizer.layout.passing import height_to_pass
from visualizer.layout.picture import NO_SLOT, Key, Point, Slot, object_key
from visualizer.layout.places import Places
from visualizer.layout.sizes import HEAD_PITCH, MOST_ARROWS, MOST_HEADS, OPEN_LANES, ROW
from visualizer.layout.spans import Reference
from visualizer.layout.spots import Spot

type Way = tuple[Key, Slot, int]
"""From a slot of what stands in a card, or in a container inside one, to an object."""

MOST_LANES = 24

_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class _Time(Known):
    """When a route is there, and when it is drawn, as lanes ask for it; known for good."""

    near: tuple[tuple[float, float], ...] | None
    shown: tuple[tuple[float, float], ...]
    """The spans of steps in which it is drawn in full."""

    @classmethod
    def of(cls, start: float, end: float, near: tuple[tuple[float, float], ...] | None) -> "_Time":
        """The time from one step up to before another."""
        return cls(start, end, near, ((start, end),) if near is None else near)


@dataclass(slots=True, eq=False)
class Route:
    """An arrow's way while both of its ends stand where they do.

    ``head`` is the height at which it enters. ``band`` is the height at which it passes the columns
    between, ``uprights`` its parts in gutters, told by the column left of them. A ``chip`` is shown
    as such, unless one asks to see its way; without ``head`` it has not even a stub. ``near`` are
    the steps in which its frame is one of the innermost; None where that makes no difference.
    """

    source: Spot
    target: Spot
    port: float
    start: float
    held: Reference | None
    slot: Slot = NO_SLOT
    of: int | None = None
    head: float | None = None
    band: float | None = None
    uprights: tuple[tuple[int, Upright], ...] = ()
    chip: bool = False
    way: bool = True
    """False where no lane was free."""
    goes_on: bool = False
    """Whether it leads from one row of a chain to the next."""
    near: tuple[tuple[float, float], ...] | None = None
    from_y: float = field(init=False)
    """The height of its port."""
    passed: range = field(init=False)
    """The columns that it has to pass."""
    span: Drawn = field(init=False)
    """For when it takes a head, lanes and a height."""
    traced: tuple[object, tuple[Point, ...]] | None = None
    """Its corners, and what they were worked out from."""
    time: _Time | None = None
    """Its own time, if that is known for good."""

    def __post_init__(self) -> None:
        """Work out once what is asked for again and again."""
        source, target = self.source.column, self.target.column
        self.from_y = self.source.y + self.port
        self.passed = range(source + 1, target) if target > source else range(target, source + 1)
        self.span = self if self.time is None else self.time

    @property
    def end(self) -> float:
        """The first step in which it is not there any more."""
        end = self.held.end if self.held is not None else math.inf
        source, target = self.source.end, self.target.end
        # Asked for so often that a call of `min` would count.
        end = source if source < end else end
        return target if target < end else end

    @property
    def leads(self) -> Way:
        """From what to what it leads."""
        holder = self.source.key if self.of is None else object_key(self.of)
        return holder, self.slot, int(self.target.key.name)

    @property
    def straight(self) -> bool:
        """Whether it is one level line."""
        return self.from_y == self.head and self.band in (None, self.head)

    @property
    def shown(self) -> tuple[tuple[float, float], ...]:
        """The spans of steps in which it is drawn in full if it is no chip."""
        if self.near is None or self.straight:
            return ((self.start, self.end),)
        return self.near

    def is_chip(self, time: float) -> bool:
        """Whether it is shown as a chip at ``time``."""
        if self.chip or self.near is None:
            return self.chip
        return not any(start <= time < end for start, end in self.shown)


class Routes:
    """All ways. ``extend`` finds those of the references that the foresight has learnt since."""

    def __init__(self, foresight: Foresight, places: Places) -> None:
        self._foresight = foresight
        self._places = places
        self._done = 0
        self._fixed = 0 if foresight.closed else OPEN_LANES
        self.gutters: dict[int, Gutter] = {}
        self._crossings = Crossings()
        self._routes: dict[Way, list[Route]] = defaultdict(list)
        self._heads: dict[Spot, TimeIndex[Route]] = defaultdict(TimeIndex)

    def extend(self) -> None:
        """Find the ways of all references that have none yet."""
        horizon = self._foresight.horizon
        forget = horizon - 1 if self._foresight.observing else -math.inf
        for gutter in self.gutters.values():
            gutter.index.settle(forget)
        self._crossings.settle(forget)
        references = self._foresight.references[self._done :]
        self._done = len(self._foresight.references)
        self._add([route for reference in references for route in self._new(reference)])

    def known(self, way: Way, port: float, time: int) -> Route | None:
        """The way of a reference at ``time``, if it has one."""
        for route in reversed(self._routes.get(way, ())):
            if route.start <= time < route.end and route.port == port:
                return route
        return None

    def find_now(self, way: Way, card: Key, port: float, time: int) -> Route:
        """A way from ``time`` on for a reference that was not foreseen."""
        _, slot, target = way
        source = self._places.spot(card, time)
        goal = self._places.spot(object_key(target), time)
        if goal is None:
            goal = self._places.inner_spot(target, time)
        assert source is not None
        assert goal is not None
        of = None if way[0] == card else int(way[0].name)
        made = Route(source, goal, port, time, None, slot=slot, of=of)
        self._add([made])
        return made

    def former(self, way: Way, time: int) -> Route | None:
        """The way of a reference that was there until ``time``."""
        for route in reversed(self._routes.get(way, ())):
            if route.end == time and route.head is not None and not route.is_chip(time - 1):
                return route if self._is_head_free(route, time) else None
        return None

    def all_routes(self) -> Iterable[Route]:
        """Every way ever decided."""
        return (route for routes in self._routes.values() for route in routes)

    def bands(self) -> Iterable[tuple[float, float]]:
        """Since when and at which heights arrows pass columns."""
        return (
            (route.start, route.band)
            for routes in self._routes.values()
            for route in routes
            if route.band is not None
        )

    def obstructed(self, until: float) -> tuple[float, float]:
        """For how many steps before ``until`` arrows cross, all pairs taken together, and chips are
        shown because full ways would cross too many."""
        routes = self.all_routes()
        chips = sum(min(route.end, until) - route.start for route in routes if route.chip)
        return self._crossings.lasting(until), chips

    def relieve(self, until: float) -> None:
        """Let more arrows give way where too many cross in a step before ``until``."""
        arrows = Counter[float]()
        for route in self.all_routes():
            if route.head is not None:
                arrows[route.start] += 1
                arrows[route.end] -= 1
        self._crossings.relieve(arrows, until)

    def _new(self, reference: Reference) -> Iterable[Route]:
        places, during = self._places, (reference.start, reference.end)
        sources = places.spots_within(reference.holder, *during)
        goals = places.spots_within(object_key(reference.target), *during)
        if reference.inner is not None:
            height = self._foresight.structure.nests[reference.inner].height
            inner = reference.inner, reference.into, height + ROW
            goals = [places.inside(goal, *inner) for goal in goals]
        for source in sources:
            for goal in goals:
                start = max(source.start, goal.start, reference.start)
                end = min(source.end, goal.end, reference.end)
                if start < end:
                    near = self._near(reference, start)
                    yield Route(
                        *(source, goal, reference.port, start, reference),
                        slot=reference.slot,
                        of=reference.of,
                        near=near,
                        time=_Time.of(start, end, near) if self._foresight.closed else None,
                    )

    def _near(self, reference: Reference, start: float) -> tuple[tuple[float, float], ...] | None:
        """While a recording grows nobody knows which frames will be innermost once more."""
        near = self._foresight.near.get(reference.holder)
        if near is None or not self._foresight.closed:
            return None
        cut = ((max(a, start), min(b, reference.end)) for a, b in near)
        spans = tuple(span for span in cut if span[0] < span[1])
        # What is new is drawn in full; no step is told twice, or who crosses it would count so.
        if spans and spans[0][0] == start:
            return spans
        return ((start, start + 1), *spans)

    def _add(self, routes: list[Route]) -> None:
        groups: dict[Spot, list[Route]] = defaultdict(list)
        for route in routes:
            self._routes[route.leads].append(route)
            groups[route.target].append(route)
        # What stands inside a card has less room for heads than the card, so it comes first.
        for target in sorted(groups, key=lambda spot: spot.within is None):
            self._find_heads(target, groups[target])
        # Short arrows first: a long one finds its way around them more easily than they would.
        # Before all those from one row of a chain to the next: there is just the room between.
        for route in routes:
            route.goes_on = self._places.wraps(route.source, route.target)
        for route in sorted(routes, key=lambda r: (not r.goes_on, *_length(r))):
            self._find_band(route)
        for route in sorted(routes, key=_lane_order):
            self._find_lanes(route)
        self._crossings.decide(routes)

    def _find_heads(self, target: Spot, routes: list[Route]) -> None:
        home = target.y + target.home
        up, down = _steps(target, -1), _steps(target, 1)
        # What comes straight, and is held longest, first.
        first, *others = sorted(
            routes, key=lambda r: (r.from_y != home or len(r.passed) > 0, -_held(r))
        )
        self._take_head(first, (0, *down, *up))
        # Those from one column do not cross on their ways to their heads.
        middle = {first.source.column: first.from_y}
        above = [r for r in others if r.from_y < middle.get(r.source.column, home)]
        below = [r for r in others if r.from_y >= middle.get(r.source.column, home)]
        for route in sorted(above, key=_height, reverse=True):
            self._take_head(route, (*up, 0, *down))
        for route in sorted(below, key=_height):
            self._take_head(route, (*down, 0, *up))

    def _take_head(self, route: Route, steps: tuple[int, ...]) -> None:
        others = self._heads[route.target.card].alive(route.span)
        # A head is shown for one step more, as that of what was let go.
        start, end = route.start, route.end
        shown = [o for o in others if o.start <= end and start <= o.end]
        there = [o for o in shown if o.start < end and start < o.end]
        if self._take_free_head(route, steps, others) or self._take_free_head(route, steps, shown):
            return
        if len(shown) < MOST_HEADS and self._places.grow(route.target, HEAD_PITCH):
            lowest = max(other.head or 0 for other in others)
            self._enter_head(route, lowest + HEAD_PITCH, len(shown))
        elif not self._take_free_head(route, steps, there):
            route.chip = True

    def _take_free_head(self, route: Route, steps: tuple[int, ...], others: list[Route]) -> bool:
        target = route.target
        beside = sum(other.target is target for other in others)
        if beside >= MOST_HEADS:
            return False
        taken = [other.head or 0 for other in others]
        for step in steps:
            y = target.y + target.home + HEAD_PITCH * step
            if all(abs(y - head) > HEAD_PITCH - _ROUNDING for head in taken):
                self._enter_head(route, y, beside)
                return True
        return False

    def _enter_head(self, route: Route, y: float, others: int) -> None:
        route.head = y
        route.chip = others >= MOST_ARROWS
        self._heads[route.target.card].add(route)

    def _is_head_free(self, route: Route, time: int) -> bool:
        """Whether no other arrow enters at ``time`` where one did until then."""
        assert route.head is not None
        return all(
            abs(route.head - (other.head or 0)) > HEAD_PITCH - _ROUNDING
            for other in self._heads[route.target.card].alive(route.span)
            if other.start <= time < other.end
        )

    def _find_band(self, route: Route) -> None:
        columns = route.passed
        if route.head is None or not columns:
            return
        # What runs back leaves the rows below it, and what hangs on them, at once.
        back = route.target.column <= route.source.column
        ends = (route.from_y, route.head) if back else (route.head, route.from_y)
        around = [self._places.occupancy[column] for column in columns]
        route.band = height_to_pass(around, route.span, ends)
        for column in columns:
            self._places.occupancy[column].enter(
                Block(route.band, route.band, route.span, band=True)
            )

    def _find_lanes(self, route: Route) -> None:
        if route.head is None:
            return
        first, last = route.source.column, route.target.column - 1
        if route.band is None:
            if route.from_y == route.head:
                return
            wanted = [(first, Upright(route.from_y, LEFT, route.head, RIGHT, route.span))]
        else:
            back = last < first
            out = LEFT if back else RIGHT
            into = RIGHT if back else LEFT
            wanted = [
                (first, Upright(route.from_y, LEFT, route.band, out, route.span)),
                (last, Upright(route.band, into, route.head, RIGHT, route.span)),
            ]
        wanted = [(g, u) for g, u in wanted if u.first != u.last]
        for gutter, upright in wanted:
            if gutter not in self.gutters:
                self.gutters[gutter] = Gutter(MOST_LANES, self._fixed)
            if not self.gutters[gutter].add(upright):
                route.chip, route.way = True, False
                return
        route.uprights = tuple(wanted)


def _steps(target: Spot, direction: int) -> tuple[int, ...]:
    """How far from its home height a card may take heads, in ``direction``."""
    return tuple(direction * step for step in range(1, 1 + target.room(direction)))


def _length(route: Route) -> tuple[int, float, float]:
    return len(route.passed), abs(route.from_y - (route.head or 0)), route.start


def _height(route: Route) -> float:
    return route.from_y


def _held(route: Route) -> float:
    return min(route.span.end, 1e12) - route.start


def _lane_order(route: Route) -> tuple[int, int, float, float]:
    goal = route.band if route.band is not None else route.head or 0
    down = goal >= route.from_y
    return len(route.passed), int(down), -route.from_y if down else route.from_y, route.start
