"""Searches the cheapest way of one arrow among boxes and existing lines."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.routing.geometry import Area, Axis, Way, bounding_area, distance, grown
from visualizer.layout.routing.plane import CLEAR, Plane, Track
from visualizer.layout.routing.ways import BEFORE, Ends, candidates

BEND = 14.0
_INSIDE = 2.0
"""The extra cost of a pixel inside the target's box, on the way to an object nested in it."""
_SHORTEST = 4.0
"""A shorter part between two turns looks like an error."""
_MAX_PARTS, _MAX_PARTS_AROUND = 5, 7
_KEPT = 2
"""The number of cheapest ways to a free stretch of a line that are continued along it."""
_SLACK = 24.0
"""A way with at most two bends that costs at most this much over the minimum is accepted."""
_HIGH = 2000.0
"""A way with at least this limit may lead around other boxes: of a running name, or unlimited."""
_MAX_BETWEEN = 3
"""The maximum number of boxes before the target that any way may lead around."""
_ALSO_AROUND, _MAX_AROUND = 40.0, 24
"""The distance from both ends within which other boxes are bypassed, and their maximum number."""


class SearchResult(NamedTuple):
    """A way and its price, or none."""

    way: Way | None
    price: float


class _PartialWay(NamedTuple):
    """A partial way that has reached a place on a line, and may continue along it."""

    cost: float
    place: float
    way: Way


class Search:
    """Searches one way that leaves its port along an axis."""

    def __init__(
        self,
        plane: Plane,
        ends: Ends,
        axis: Axis,
        limit: float,
        more: Sequence[Area] = (),
        *,
        most_parts: int = _MAX_PARTS,
    ) -> None:
        self._plane = plane
        self._ends = ends
        self._axis = axis
        self._lanes, self._turns, self._doors = candidates(ends, axis, more)
        self._tracks: tuple[dict[float, Track], dict[float, Track]] = ({}, {})
        self._far = self._distances(Axis.LEVEL), self._distances(Axis.UPRIGHT)
        self._spans = self._span(Axis.LEVEL), self._span(Axis.UPRIGHT)
        self._best: Way | None = None
        self._price = limit
        self._most_parts = most_parts

    def cheapest(self) -> SearchResult:
        """Return the cheapest way below the limit; of equal ones the first."""
        least = sum(self._far[axis][self._ends.port[axis]] for axis in Axis)
        if least < self._price:
            own = self._ends.own[self._axis + 2] + CLEAR
            partial = _PartialWay(own - self._ends.port[self._axis], own, (self._ends.port,))
            good = least + BEND + _SLACK
            self._try_simple(partial, good)
            if self._price > good:
                self._try_all(partial)
        return SearchResult(self._best, self._price)

    def _places(self, axis: Axis) -> tuple[float, ...]:
        """Return all places along an axis where a way may turn, and its start."""
        lanes = self._lanes if axis is self._axis else ()
        doors = self._doors[axis.other]
        return (self._ends.port[axis], *lanes, *self._turns[axis], *doors)

    def _span(self, axis: Axis) -> tuple[float, float]:
        """Return the range of places that a part along an axis may reach."""
        low, high = self._ends.target[axis], self._ends.target[axis + 2]
        places = (*self._places(axis), low, high, self._ends.own[axis + 2])
        return min(places), max(places)

    def _distances(self, axis: Axis) -> dict[float, float]:
        """Return a lower bound of the cost from each place along an axis to the target.

        It consists of a part and a bend before it.
        """
        low, high = self._ends.target[axis], self._ends.target[axis + 2]
        return {
            one: low - one + BEND if one < low else one - high + BEND if one > high else 0.0
            for one in self._places(axis)
        }

    def _track(self, axis: Axis, at: float) -> Track:
        tracks = self._tracks[axis]
        if at not in tracks:
            tracks[at] = self._plane.track(axis, at, *self._spans[axis], self._ends.goal)
        return tracks[at]

    def _try_simple(self, partial: _PartialWay, good: float) -> None:
        """Try ways with zero, one and two bends, until one is good."""
        axis = self._axis
        other = axis.other
        at = self._ends.port[other]
        self._enter(axis, at, partial)
        first: dict[float, list[_PartialWay]] = {}
        self._extend(axis, at, partial, self._first_stops(), first)
        for stop, (turned, *_) in first.items():
            if self._price <= good:
                return
            self._enter(other, stop, turned)
            second: dict[float, list[_PartialWay]] = {}
            self._extend(other, stop, turned, self._doors[axis], second)
            for door, ways in second.items():
                self._enter(axis, door, ways[0])

    def _first_stops(self) -> tuple[float, ...]:
        """Return the ends of the first part, in order of preference.

        Frames are routed from their first row on. If the arrows lead down, the first takes the lane
        next to the target, and each arrow of a lower row one farther in; otherwise the first takes
        the lane next to the frame. So the next row finds a lane, and no arrow has to move.
        """
        axis = self._axis
        doors, lanes, turns = self._doors[axis.other], self._lanes, self._turns[axis]
        leads_down = self._ends.target[axis.other] > self._ends.port[axis.other]
        if self._ends.is_inward and leads_down:
            return (*doors, *reversed(lanes), *turns)
        return (*doors, *lanes, *turns)

    def _try_all(self, partial: _PartialWay) -> None:
        """Extend ways part by part: the cheapest ways to each line continue to all other lines."""
        axis = self._axis
        layer: dict[float, list[_PartialWay]] = {}
        at = self._ends.port[axis.other]
        self._extend(axis, at, partial, self._first_stops(), layer)
        for part in range(2, self._most_parts + 1):
            axis = axis.other
            through: set[float] = set()
            stops: tuple[float, ...] = ()
            if part < self._most_parts:
                through.update(self._turns[axis.other], self._lanes if part == 2 else ())
                stops = tuple(self._doors[axis.other])
            if part < self._most_parts - 1:
                stops = (*self._turns[axis], *stops)
            after: dict[float, list[_PartialWay]] = {}
            for at, ways in layer.items():
                for way in self._cheapest_per_stretch(axis, at, ways):
                    self._enter(axis, at, way)
                    if at in through:
                        self._extend(axis, at, way, stops, after)
            layer = after

    def _cheapest_per_stretch(
        self, axis: Axis, at: float, ways: list[_PartialWay]
    ) -> list[_PartialWay]:
        """Return the cheapest ways that have reached a line, for each free stretch of it."""
        if len(ways) <= _KEPT:
            return ways
        course = self._track(axis, at)
        kept: dict[tuple[float, float], list[_PartialWay]] = {}
        for way in sorted(ways):
            stretch = kept.setdefault(course.free(way.place), [])
            if len(stretch) < _KEPT:
                stretch.append(way)
        return [way for stretch in kept.values() for way in stretch]

    def _extend(
        self,
        axis: Axis,
        at: float,
        partial: _PartialWay,
        stops: Iterable[float],
        after: dict[float, list[_PartialWay]],
    ) -> None:
        """Extend a way along a line to all places where it may turn."""
        far, cost, place = self._far[axis], partial.cost + BEND, partial.place
        left = max(self._far[axis.other][at] - BEND, 0.0)
        if cost + left >= self._price:
            return
        course = self._track(axis, at)
        low, high = course.free(place)
        if len(partial.way) == 1:
            low = place
        for stop in stops:
            part = stop - place if stop > place else place - stop
            bound = cost + part + left + far[stop]
            if part < _SHORTEST or bound >= self._price or not low <= stop <= high:
                continue
            toll = course.crossing_cost(place, stop)
            if bound + toll < self._price:
                corner = (stop, at) if axis is Axis.LEVEL else (at, stop)
                turned = _PartialWay(cost + part + toll, at, (*partial.way, corner))
                after.setdefault(stop, []).append(turned)

    def _enter(self, axis: Axis, at: float, partial: _PartialWay) -> None:
        """Enter the target if the line has a door and the way is the cheapest so far."""
        for edge, outer, sign in self._doors[axis].get(at, ()):
            if (outer - partial.place) * sign < BEFORE:
                continue
            cost = partial.cost + abs(edge - partial.place) + _INSIDE * abs(edge - outer)
            if cost >= self._price:
                continue
            cost += self._track(axis, at).price(partial.place, outer)
            x, y = (edge, at) if axis is Axis.LEVEL else (at, edge)
            cost += self._plane.arrow_end_price(x, y, self._ends.goal)
            if cost < self._price:
                self._best, self._price = (*partial.way, (x, y)), cost


def find_way(plane: Plane, ends: Ends, limit: float, *, may_drop: bool = False) -> SearchResult:
    """Return the cheapest way with a cost of at most ``limit``.

    It turns beside its two boxes and those between them. ``may_drop`` lets it also leave a port on
    the right side downwards, to turn beside its two boxes. If the limit is high and no such way is
    found, ways with more turns around other nearby boxes are tried.
    """
    if not plane.is_in_room(ends.port) or sum(distance(ends.port, ends.target)) >= limit:
        return SearchResult(None, limit)
    axis = Axis.UPRIGHT if ends.side is Side.BELOW else Axis.LEVEL
    between = _between(plane, ends)
    found = _cheapest(plane, ends, axis, limit, between)
    if may_drop and (found.way is None or len(found.way) > 2):
        other = _cheapest(plane, ends, Axis.UPRIGHT, found.price - BEND)
        found = SearchResult(other.way or found.way, other.price)
    if found.way is None and limit >= _HIGH:
        area = grown(bounding_area((ends.own, ends.end)), _ALSO_AROUND)
        more = sorted(set(plane.boxes.hit(area)) - {ends.own, ends.end})[:_MAX_AROUND]
        found = _cheapest(plane, ends, axis, limit, more, most_parts=_MAX_PARTS_AROUND)
    return found


def _between(plane: Plane, ends: Ends) -> list[Area]:
    """Return the boxes behind which the target stands, seen from the port."""
    own, target, y = ends.own, ends.target, ends.port[1]
    if own[2] >= target[0]:
        return []
    level = own[2], min(y, target[3]), target[0], max(y, target[1])
    return sorted(set(plane.boxes.hit(level)) - {own, ends.end})[:_MAX_BETWEEN]


def _cheapest(
    plane: Plane,
    ends: Ends,
    axis: Axis,
    limit: float,
    more: Sequence[Area] = (),
    *,
    most_parts: int = _MAX_PARTS,
) -> SearchResult:
    """Search one way that leaves its port along an axis, in C (``search.c``) if it was built."""
    if plane.compiled is None:
        return Search(plane, ends, axis, limit, more, most_parts=most_parts).cheapest()
    lanes, turns, doors = candidates(ends, axis, more)
    found = plane.compiled.cheapest(
        ends.port,
        ends.own,
        ends.target,
        ends.goal,
        ends.is_inward,
        axis,
        limit,
        most_parts,
        lanes,
        turns,
        doors,
    )
    return SearchResult(*found)


def disturbance(plane: Plane, way: Way, goal: int) -> float:
    """Return the cost of an existing way for the lines that cross it or run along it."""
    if plane.compiled is not None:
        return float(plane.compiled.disturbance(way, goal))
    price = plane.arrow_end_price(*way[-1], goal)
    for (x1, y1), (x2, y2) in pairwise(way):
        axis, at = (Axis.LEVEL, y1) if y1 == y2 else (Axis.UPRIGHT, x1)
        start, end = (x1, x2) if axis is Axis.LEVEL else (y1, y2)
        price += plane.lines_price(axis, at, min(start, end), max(start, end), goal)
    return price
