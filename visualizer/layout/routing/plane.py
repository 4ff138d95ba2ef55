"""The obstacles and costs along a straight line: boxes, crossed lines, parallel lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from math import inf
from typing import Any

from visualizer.layout.routing.geometry import Area, Axis, Corner, Way
from visualizer.layout.routing.squares import Areas, Lines

CLEAR = 3.0
"""The minimum distance between an arrow and a box that it passes."""
NEAR = 6.0
"""Parallel lines closer than this count as running along each other."""
CROSSING = 220.0
ALONG = 300.0
ALONG_TO_SAME = 60.0
"""The cost of running along a line that leads to the same target."""
ARROW_ENDS_APART = 7.0
ON_ARROW_END = 250.0
"""The cost of ending on top of another arrowhead."""
LEFTMOST, TOPMOST = -2.0, -12.0
"""The limits of the view, which no arrow crosses."""
_ANYWHERE = (LEFTMOST, TOPMOST, inf, inf)

native: Any = None
"""The plane in C (``plane.c``); None if it was not built."""
with suppress(ImportError):
    native = import_module("visualizer.layout.routing.compiled").Plane


class Track:
    """A straight line across part of the plane, and everything on it."""

    __slots__ = ("_along", "_blocks", "_crossed")

    def __init__(
        self,
        blocks: list[tuple[float, float]],
        crossed: list[float],
        along: list[tuple[float, float, float]],
    ) -> None:
        self._blocks = blocks
        self._crossed = crossed
        self._along = along

    def free(self, place: float) -> tuple[float, float]:
        """Return how far an arrow may go from a place in both directions; inside a box, nowhere."""
        low, high = -inf, inf
        for first, last in self._blocks:
            if last <= place:
                low = max(low, last)
            elif place <= first:
                high = min(high, first)
            else:
                return inf, -inf
        return low, high

    def crossing_cost(self, start: float, end: float) -> float:
        """Return the cost of the lines between two places."""
        if start > end:
            start, end = end, start
        toll = 0.0
        crossed = self._crossed
        if crossed:
            between = bisect_left(crossed, end - 0.5) - bisect_right(crossed, start + 0.5)
            if between > 0:
                toll = CROSSING * between
        for first, last, cost in self._along:
            if first + 1 < end and start + 1 < last:
                toll += cost
        return toll

    def price(self, start: float, edge: float) -> float:
        """Return the cost from a place to the edge of a box, apart from the length."""
        low, high = self.free(start)
        is_free = edge - CLEAR <= high if start < edge else low <= edge + CLEAR
        return self.crossing_cost(start, edge) if is_free else inf


_CLOSED = Track([(-inf, inf)], [], [])


class Plane:
    """The obstacles of a new arrow: boxes, arrows already drawn, and their heads.

    ``areas`` are those of the boxes. If ``room`` is given, no arrow leaves it. ``compiled`` is the
    same plane in C, which ``search`` uses if it was built; tests compare it with the Python code.
    """

    def __init__(
        self, areas: Iterable[Area], room: Area | None = None, compiled: Any = native
    ) -> None:
        self.boxes = Areas()
        self.room = room
        self.lines = Lines()
        self._arrow_ends: dict[int, list[tuple[float, float]]] = {}
        self.compiled = compiled(room) if compiled is not None else None
        for area in areas:
            self.add_box(area)

    def add_box(self, area: Area) -> None:
        """Add a box."""
        self.boxes.add(area)
        if self.compiled is not None:
            self.compiled.add_box(area)

    def add_way(self, way: Way, goal: int) -> None:
        """Add an arrow."""
        self.lines.add(way, goal)
        self._arrow_ends.setdefault(goal, []).append(way[-1])
        if self.compiled is not None:
            self.compiled.add_way(way, goal)

    def remove_way(self, way: Way, goal: int) -> None:
        """Remove an arrow."""
        self.lines.remove(way, goal)
        self._arrow_ends[goal].remove(way[-1])
        if self.compiled is not None:
            self.compiled.remove_way(way, goal)

    def is_in_room(self, corner: Corner) -> bool:
        """Whether an arrow could start at a place."""
        _, _, right, bottom = self.room or _ANYWHERE
        return corner[0] <= right and corner[1] <= bottom

    def arrow_end_price(self, x: float, y: float, goal: int) -> float:
        """Return the cost of an arrowhead at a place: for other heads nearby."""
        near = 0
        for other_x, other_y in self._arrow_ends.get(goal, ()):
            near += abs(x - other_x) < ARROW_ENDS_APART and abs(y - other_y) < ARROW_ENDS_APART
        return ON_ARROW_END * near

    def track(self, axis: Axis, at: float, start: float, end: float, goal: int) -> Track:
        """Return the line along an axis between two places, at a position across."""
        limits = self.room or _ANYWHERE
        if not (TOPMOST if axis is Axis.LEVEL else LEFTMOST) <= at <= limits[axis.other + 2]:
            return _CLOSED
        area = strip(axis, at - CLEAR, at + CLEAR, start, end)
        blocks = {(box[axis] - CLEAR, box[axis + 2] + CLEAR) for box in self.boxes.hit(area)}
        first = LEFTMOST if axis is Axis.LEVEL else TOPMOST
        if start < first:
            blocks.add((-inf, first))
        if end > limits[axis + 2]:
            blocks.add((limits[axis + 2], inf))
        crossed, along = self._met(axis, at, start, end, goal)
        return Track(list(blocks), crossed, along)

    def lines_price(self, axis: Axis, at: float, start: float, end: float, goal: int) -> float:
        """Return the cost of the lines that a part of an arrow crosses or runs along."""
        return Track([], *self._met(axis, at, start, end, goal)).crossing_cost(start, end)

    def _met(
        self, axis: Axis, at: float, start: float, end: float, goal: int
    ) -> tuple[list[float], list[tuple[float, float, float]]]:
        """Return where lines cross a track, and the stretches of lines along it, with costs."""
        lines = self.lines
        crossed = [
            place
            for first, last, place, _ in lines.near(axis.other, strip(axis, at, at, start, end))
            if first + 0.5 < at < last - 0.5
        ]
        crossed.sort()
        along = [
            (first, last, ALONG_TO_SAME if other == goal else ALONG)
            for first, last, place, other in lines.near(
                axis, strip(axis, at - NEAR, at + NEAR, start, end)
            )
            if -NEAR < place - at < NEAR
        ]
        return crossed, along


def strip(axis: Axis, low: float, high: float, start: float, end: float) -> Area:
    """Return the area between two places along an axis and two across."""
    return (start, low, end, high) if axis is Axis.LEVEL else (low, start, high, end)
