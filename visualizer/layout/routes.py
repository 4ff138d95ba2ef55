"""The way of every arrow: its head, the heights at which it passes columns, its lanes.

Decided once for the life of a reference, from the places of its two ends.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from visualizer.layout.crossings import Crossings
from visualizer.layout.foresight import Foresight
from visualizer.layout.heads import Heads
from visualizer.layout.lanes import LEFT, RIGHT, Gutter, Upright
from visualizer.layout.occupancy import Block
from visualizer.layout.passing import height_to_pass
from visualizer.layout.picture import Key, object_key
from visualizer.layout.places import Places
from visualizer.layout.route import Route, Time, Way
from visualizer.layout.sizes import OPEN_LANES, ROW
from visualizer.layout.spans import Reference, busiest
from visualizer.layout.spots import Spot
from visualizer.layout.structures import MOST_WHOLE

MOST_LANES = 24


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
        self._heads = Heads(places)
        self._turns_back = foresight.closed and not foresight.joined and _is_whole(foresight)

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
        source = self._places.spots.at(card, time)
        goal = self._places.spots.at(object_key(target), time)
        if goal is None:
            goal = self._places.spots.inner(target, time)
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
                return route if self._heads.is_free(route, time) else None
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
        sources = places.spots.within(reference.holder, *during)
        goals = places.spots.within(object_key(reference.target), *during)
        if reference.inner is not None:
            height = self._foresight.structure.nests[reference.inner].height
            inner = reference.inner, reference.into, height + ROW
            goals = [places.spots.inside(goal, *inner) for goal in goals]
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
                        leftwards=self._runs_left(source, goal),
                        time=Time.of(start, end, near) if self._foresight.closed else None,
                    )

    def _runs_left(self, source: Spot, goal: Spot) -> bool:
        """Whether an arrow leads back between objects, but for that from a chain's row to the next.

        Beside a plain value there stands its label. As long as a recording grows nobody knows which
        rows will have ports; where long structures are shortened ways follow what is left of them.
        """
        return (
            self._turns_back
            and goal.column < source.column
            and not self._foresight.extents[goal.key].aside
            and not self._places.wraps(source, goal)
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
        for route in routes:
            self._routes[route.leads].append(route)
        self._heads.find(routes)
        # Short arrows first: a long one finds its way around them more easily than they would.
        # Before all those from one row of a chain to the next: there is just the room between.
        for route in routes:
            route.goes_on = self._places.wraps(route.source, route.target)
        for route in sorted(routes, key=lambda r: (not r.goes_on, *_length(r))):
            self._find_band(route)
        for route in sorted(routes, key=_lane_order):
            self._find_lanes(route)
        self._crossings.decide(routes)

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
        wanted = [(g, u) for g, u in _uprights(route, route.head) if u.first != u.last]
        for gutter, upright in wanted:
            if gutter not in self.gutters:
                self.gutters[gutter] = Gutter(MOST_LANES, self._fixed)
            if not self.gutters[gutter].add(upright):
                route.chip, route.way = True, False
                return
        route.uprights = tuple(wanted)


def _is_whole(foresight: Foresight) -> bool:
    """Whether there are never so many cards that long structures are shortened."""
    return busiest(foresight.ordered_stays, foresight.horizon)[1] <= MOST_WHOLE


def _uprights(route: Route, head: float) -> list[tuple[int, Upright]]:
    """The parts of an arrow that gutters are to find lanes for."""
    out, into, span = route.from_y, route.band, route.span
    first, last = route.source.column, route.target.column - 1
    if route.leftwards:
        first, last = first - 1, last + 1
        if into is None:
            return [(first, Upright(out, RIGHT, head, LEFT, span))]
        return [
            (first, Upright(out, RIGHT, into, LEFT, span)),
            (last, Upright(into, RIGHT, head, LEFT, span)),
        ]
    if into is None:
        return [(first, Upright(out, LEFT, head, RIGHT, span))]
    back = last < first
    return [
        (first, Upright(out, LEFT, into, LEFT if back else RIGHT, span)),
        (last, Upright(into, RIGHT if back else LEFT, head, RIGHT, span)),
    ]


def _length(route: Route) -> tuple[int, float, float]:
    return len(route.passed), abs(route.from_y - (route.head or 0)), route.start


def _lane_order(route: Route) -> tuple[int, int, float, float]:
    goal = route.band if route.band is not None else route.head or 0
    down = goal >= route.from_y
    return len(route.passed), int(down), -route.from_y if down else route.from_y, route.start
