"""The cheapest way of one arrow among the boxes and the lines that lie."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.routing.courses import CLEAR, NEAR, Course, Plane, strip
from visualizer.layout.routing.geometry import Area, Axis, Way, around, grown
from visualizer.layout.routing.ways import BEFORE, Ends, choices

BEND = 14.0
_INSIDE = 2.0
"""What a pixel inside the target's box costs more, on the way to what is nested in it."""
_SHORTEST = 4.0
"""A shorter part between two turns looks like a fault."""
_MOST_PARTS, _MOST_PARTS_AROUND = 5, 7
_KEPT = 2
"""So many of the cheapest ways to a free stretch of a line go on along it."""
_SLACK = 24.0
"""A way with at most two bends that costs so little more than the least conceivable is taken."""
_ALSO_AROUND, _MOST_AROUND = 40.0, 24
"""How far beside its ends a way is led around other boxes, and around how many."""
SEEN_BESIDE = NEAR + 2


class Found(NamedTuple):
    """A way and what it costs, or none; ``seen`` is the area that the search looked at."""

    way: Way | None
    price: float
    seen: Area


class _Begun(NamedTuple):
    """A way that has come to a place on a line, and may go on along it."""

    cost: float
    place: float
    way: Way


class Search:
    """Looks for one way that leaves its port along an axis."""

    def __init__(
        self,
        plane: Plane,
        ends: Ends,
        axis: Axis,
        limit: float,
        more: Sequence[Area] = (),
    ) -> None:
        self._plane = plane
        self._ends = ends
        self._axis = axis
        self._lanes, self._turns, self._doors = choices(ends, axis, more)
        self._courses: tuple[dict[float, Course], dict[float, Course]] = ({}, {})
        self._far = self._distances(Axis.LEVEL), self._distances(Axis.UPRIGHT)
        self._spans = self._span(Axis.LEVEL), self._span(Axis.UPRIGHT)
        self._best: Way | None = None
        self._price = limit
        self._most_parts = _MOST_PARTS_AROUND if more else _MOST_PARTS
        self._seen: list[Area] = []

    def cheapest(self) -> Found:
        """The cheapest way that costs less than the limit; of equal ones the first."""
        least = sum(self._far[axis][self._ends.port[axis]] for axis in Axis)
        if least < self._price:
            own = self._ends.own[self._axis + 2] + CLEAR
            begun = _Begun(own - self._ends.port[self._axis], own, (self._ends.port,))
            good = least + BEND + _SLACK
            self._try_simple(begun, good)
            if self._price > good:
                self._try_all(begun)
        return Found(self._best, self._price, self._area())

    def _area(self) -> Area:
        if not self._seen:
            return (*self._ends.port, *self._ends.port)
        lefts, tops, rights, bottoms = zip(*self._seen, strict=True)
        return grown((min(lefts), min(tops), max(rights), max(bottoms)), SEEN_BESIDE)

    def _places(self, axis: Axis) -> tuple[float, ...]:
        """All places along an axis where a way may turn, and the one where it starts."""
        lanes = self._lanes if axis is self._axis else ()
        doors = self._doors[axis.other]
        return (self._ends.port[axis], *lanes, *self._turns[axis], *doors)

    def _span(self, axis: Axis) -> tuple[float, float]:
        """From where to where a part along an axis may lead."""
        low, high = self._ends.target[axis], self._ends.target[axis + 2]
        places = (*self._places(axis), low, high, self._ends.own[axis + 2])
        return min(places), max(places)

    def _distances(self, axis: Axis) -> dict[float, float]:
        """What it costs at least to come from each place along an axis to the target: a part,
        and a bend before it."""
        low, high = self._ends.target[axis], self._ends.target[axis + 2]
        return {
            one: low - one + BEND if one < low else one - high + BEND if one > high else 0.0
            for one in self._places(axis)
        }

    def _course(self, axis: Axis, at: float) -> Course:
        courses = self._courses[axis]
        if at not in courses:
            span = self._spans[axis]
            self._seen.append(strip(axis, at, at, *span))
            courses[at] = self._plane.course(axis, at, *span, self._ends.goal)
        return courses[at]

    def _try_simple(self, begun: _Begun, good: float) -> None:
        """The ways with no bend, with one, and with two, until one is good."""
        axis = self._axis
        other = axis.other
        at = self._ends.port[other]
        self._enter(axis, at, begun)
        first: dict[float, list[_Begun]] = {}
        self._go_on(axis, at, begun, self._first_stops(), first)
        for stop, (turned, *_) in first.items():
            if self._price <= good:
                return
            self._enter(other, stop, turned)
            second: dict[float, list[_Begun]] = {}
            self._go_on(other, stop, turned, self._doors[axis], second)
            for door, ways in second.items():
                self._enter(axis, door, ways[0])

    def _first_stops(self) -> tuple[float, ...]:
        """Where the first part may end, in the order of preference.

        Frames are led from their first row on. Where ways lead down, the first takes the lane next
        to the target, and each from a lower row one farther in; else the first takes the lane next
        to the frame. So a row that comes below finds a lane, and no other has to give way to it.
        """
        axis = self._axis
        doors, lanes, turns = self._doors[axis.other], self._lanes, self._turns[axis]
        leads_down = self._ends.target[axis.other] > self._ends.port[axis.other]
        if self._ends.is_inward and leads_down:
            return (*doors, *reversed(lanes), *turns)
        return (*doors, *lanes, *turns)

    def _try_all(self, begun: _Begun) -> None:
        """Part by part, the cheapest ways to each line go on to all other lines."""
        axis = self._axis
        layer: dict[float, list[_Begun]] = {}
        at = self._ends.port[axis.other]
        self._go_on(axis, at, begun, self._first_stops(), layer)
        for part in range(2, self._most_parts + 1):
            axis = axis.other
            through: set[float] = set()
            stops: tuple[float, ...] = ()
            if part < self._most_parts:
                through.update(self._turns[axis.other], self._lanes if part == 2 else ())
                stops = tuple(self._doors[axis.other])
            if part < self._most_parts - 1:
                stops = (*self._turns[axis], *stops)
            after: dict[float, list[_Begun]] = {}
            for at, ways in layer.items():
                for way in self._few(axis, at, ways):
                    self._enter(axis, at, way)
                    if at in through:
                        self._go_on(axis, at, way, stops, after)
            layer = after

    def _few(self, axis: Axis, at: float, ways: list[_Begun]) -> list[_Begun]:
        """The cheapest of the ways that have come to a line, for each free stretch of it."""
        if len(ways) <= _KEPT:
            return ways
        course = self._course(axis, at)
        kept: dict[tuple[float, float], list[_Begun]] = {}
        for way in sorted(ways):
            stretch = kept.setdefault(course.free(way.place), [])
            if len(stretch) < _KEPT:
                stretch.append(way)
        return [way for stretch in kept.values() for way in stretch]

    def _go_on(
        self,
        axis: Axis,
        at: float,
        begun: _Begun,
        stops: Iterable[float],
        after: dict[float, list[_Begun]],
    ) -> None:
        """Lead a way along a line to all places where it may turn."""
        far, cost, place = self._far[axis], begun.cost + BEND, begun.place
        left = max(self._far[axis.other][at] - BEND, 0.0)
        if cost + left >= self._price:
            return
        course = self._course(axis, at)
        low, high = course.free(place)
        if len(begun.way) == 1:
            low = place
        for stop in stops:
            part = stop - place if stop > place else place - stop
            bound = cost + part + left + far[stop]
            if part < _SHORTEST or bound >= self._price or not low <= stop <= high:
                continue
            toll = course.toll(place, stop)
            if bound + toll < self._price:
                corner = (stop, at) if axis is Axis.LEVEL else (at, stop)
                turned = _Begun(cost + part + toll, at, (*begun.way, corner))
                after.setdefault(stop, []).append(turned)

    def _enter(self, axis: Axis, at: float, begun: _Begun) -> None:
        """Lead a way into the target where its line has a door, if that is the cheapest so far."""
        for edge, outer, sign in self._doors[axis].get(at, ()):
            if (outer - begun.place) * sign < BEFORE:
                continue
            cost = begun.cost + abs(edge - begun.place) + _INSIDE * abs(edge - outer)
            if cost >= self._price:
                continue
            cost += self._course(axis, at).price(begun.place, outer - sign * CLEAR)
            x, y = (edge, at) if axis is Axis.LEVEL else (at, edge)
            cost += self._plane.head_price(x, y, self._ends.goal)
            if cost < self._price:
                self._best, self._price = (*begun.way, (x, y)), cost


def lead(plane: Plane, ends: Ends, limit: float, *, may_drop: bool = False) -> Found:
    """The cheapest way for at most ``limit``.

    ``may_drop`` lets it leave a port at the right downwards, too. If any way at all will do
    (``limit`` is infinite), and there is none beside the two boxes, those in between are tried.
    """
    axis = Axis.UPRIGHT if ends.side is Side.BELOW else Axis.LEVEL
    found = Search(plane, ends, axis, limit).cheapest()
    if may_drop and (found.way is None or len(found.way) > 2):
        other = Search(plane, ends, Axis.UPRIGHT, found.price - BEND).cheapest()
        found = Found(other.way or found.way, other.price, around((found.seen, other.seen)))
    if found.way is None and limit == inf:
        area = grown(around((ends.own, ends.end)), _ALSO_AROUND)
        more = sorted(set(plane.boxes.hit(area)) - {ends.own, ends.end})[:_MOST_AROUND]
        last = Search(plane, ends, axis, limit, more).cheapest()
        found = Found(last.way, last.price, around((found.seen, area, last.seen)))
    return found


def disturbance(plane: Plane, way: Way, goal: int) -> float:
    """What a way that lies pays for the lines that cross it or run along it."""
    price = plane.head_price(*way[-1], goal)
    for (x1, y1), (x2, y2) in pairwise(way):
        axis, at = (Axis.LEVEL, y1) if y1 == y2 else (Axis.UPRIGHT, x1)
        start, end = (x1, x2) if axis is Axis.LEVEL else (y1, y2)
        price += plane.lines_price(axis, at, min(start, end), max(start, end), goal)
    return price
