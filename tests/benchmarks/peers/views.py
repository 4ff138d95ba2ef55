"""A step as any of the tools draws it, and its measures."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

type Spot = tuple[float, float]
type Area = tuple[float, float, float, float]

STILL = 1.5
"""Pixels that a box may shift and still count as unmoved."""

END = 10.0
"""Pixels from an end of both lines within which they meet instead of cross."""


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow as a row of points, from slot to target; a curve is many short pieces."""

    points: tuple[Spot, ...]

    @property
    def area(self) -> Area:
        """The left, top, right and bottom edges."""
        across, down = zip(*self.points, strict=True)
        return min(across), min(down), max(across), max(down)


@dataclass(frozen=True, slots=True)
class View:
    """A step's picture: boxes as x, y, width and height from the top left, by their keys.

    ``references`` counts all drawn references, ``lines`` holds those with a line.
    """

    boxes: dict[str, Area]
    lines: tuple[Line, ...]
    width: float
    height: float
    references: int


@dataclass(frozen=True, slots=True)
class Moves:
    """The boxes that a run moved, and in the worst step; the boxes that could move; the steps.

    ``adrift`` counts the boxes that moved differently from most of their step: where a tool
    centres a picture or grows it at the top, all its boxes move alike.
    """

    moved: int
    adrift: int
    most: int
    kept: int
    steps: int

    @property
    def each(self) -> float:
        """The mean of moved boxes per step."""
        return self.moved / max(1, self.steps)

    @property
    def each_adrift(self) -> float:
        """The mean of boxes per step that moved differently from most of their step."""
        return self.adrift / max(1, self.steps)

    @property
    def share(self) -> float:
        """The share of the remaining boxes that moved."""
        return self.moved / max(1, self.kept)


def moves(views: Sequence[View]) -> Moves:
    """Count the boxes that are in two successive steps but at different places."""
    moved = adrift = most = kept = 0
    for before, after in pairwise(views):
        ways = [
            (after.boxes[key][0] - before.boxes[key][0], after.boxes[key][1] - before.boxes[key][1])
            for key in before.boxes.keys() & after.boxes.keys()
        ]
        kept += len(ways)
        here = sum(_far(way, (0, 0)) for way in ways)
        moved += here
        most = max(most, here)
        adrift += min((sum(_far(way, one) for way in ways) for one in ways), default=0)
    return Moves(moved, adrift, most, kept, max(0, len(views) - 1))


def _far(way: Spot, other: Spot) -> bool:
    return max(abs(way[0] - other[0]), abs(way[1] - other[1])) > STILL


def fullest(views: Sequence[View]) -> View:
    """Return the last of the views with the most boxes and, among those, the most arrows."""
    return max(reversed(views), key=lambda view: (len(view.boxes), view.references))


def crossings(lines: Sequence[Line]) -> int:
    """Count the pairs of lines that cross. Lines that end at a common place meet there instead."""
    areas = [line.area for line in lines]
    return sum(
        _apart(areas[one], areas[other]) is False and _cross(lines[one], lines[other])
        for one, other in combinations(range(len(lines)), 2)
    )


def run_over(view: View) -> int:
    """Count the passes of a line through a box that it neither leaves nor enters."""
    return sum(
        _through(line, box)
        for line in view.lines
        for box in view.boxes.values()
        if not any(_within(end, box, 3) for end in (line.points[0], line.points[-1]))
    )


def curve(control: Sequence[Spot], pieces: int = 16) -> tuple[Spot, ...]:
    """Return points along successive cubic Bézier curves: 3n + 1 control points."""
    found = [control[0]]
    for start in range(0, len(control) - 3, 3):
        a, b, c, d = control[start : start + 4]
        found += [_bezier(a, b, c, d, step / pieces) for step in range(1, pieces + 1)]
    return tuple(found)


def _bezier(a: Spot, b: Spot, c: Spot, d: Spot, t: float) -> Spot:
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    x = sum(weight * spot[0] for weight, spot in zip(weights, (a, b, c, d), strict=True))
    y = sum(weight * spot[1] for weight, spot in zip(weights, (a, b, c, d), strict=True))
    return x, y


def _apart(one: Area, other: Area) -> bool:
    return one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def _cross(one: Line, other: Line) -> bool:
    return any(not (_at_end(spot, one) and _at_end(spot, other)) for spot in _meetings(one, other))


def _at_end(spot: Spot, line: Line) -> bool:
    return any(math.dist(spot, end) <= END for end in (line.points[0], line.points[-1]))


def _meetings(one: Line, other: Line) -> Iterator[Spot]:
    for a, b in pairwise(one.points):
        for c, d in pairwise(other.points):
            spot = _meeting(a, b, c, d)
            if spot is not None:
                yield spot


def _meeting(a: Spot, b: Spot, c: Spot, d: Spot) -> Spot | None:
    """Return the crossing of the pieces a–b and c–d; None if there is none or they overlap."""
    along, across = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    turn = along[0] * across[1] - along[1] * across[0]
    if turn == 0:
        return None
    gap = c[0] - a[0], c[1] - a[1]
    t = (gap[0] * across[1] - gap[1] * across[0]) / turn
    u = (gap[0] * along[1] - gap[1] * along[0]) / turn
    if not (0 <= t < 1 and 0 <= u < 1):
        return None
    return a[0] + t * along[0], a[1] + t * along[1]


def _within(spot: Spot, box: Area, margin: float) -> bool:
    x, y, width, height = box
    return (
        x - margin <= spot[0] <= x + width + margin and y - margin <= spot[1] <= y + height + margin
    )


def _through(line: Line, box: Area) -> bool:
    """Whether a line is visible inside a box: deeper than its border."""
    x, y, width, height = box
    left, top, right, bottom = line.area
    if right < x or left > x + width or bottom < y or top > y + height:
        return False
    corners = [(x + 1, y + 1), (x + width - 1, y + 1)]
    corners += [(x + width - 1, y + height - 1), (x + 1, y + height - 1)]
    sides = list(zip(corners, corners[1:] + corners[:1], strict=True))
    return any(_within(spot, box, -1) for spot in line.points) or any(
        _meeting(a, b, c, d) is not None for a, b in pairwise(line.points) for c, d in sides
    )
