"""The line of an arrow as it is drawn: its way with round corners, and its head. Needs no Qt."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from visualizer.layout.picture import Point

CORNER = 6.0
_SEEN, _SHORTEST, _NARROWEST = 3.0, 6.0, 0.8
"""The length of line visible before a head, and a head's minimum length and relative width."""
_LEAST = 2.0
"""The radius of a corner right before the head."""


@dataclass(frozen=True, slots=True)
class Head:
    """The size of an arrow's head."""

    length: float
    half: float


USUAL_HEAD, STRONG_HEAD = Head(9, 4), Head(11, 5.5)


class Bend(NamedTuple):
    """A straight line to ``start``, then a quadratic curve around ``corner`` to ``end``."""

    start: Point
    corner: Point
    end: Point


class RoundedLine(NamedTuple):
    """A line from ``start`` through ``bends`` to ``end``."""

    start: Point
    bends: tuple[Bend, ...]
    end: Point


def rounded_line(points: Sequence[Point], cut: float = 0) -> RoundedLine | None:
    """Return the line through points with round corners; None if there is no way.

    The line ends ``cut`` before the last point, where the head begins; no corner reaches further.
    """
    corners = corners_of(points)
    if len(corners) < 2:
        return None
    bends = []
    for number, (before, here, after) in enumerate(triples(corners), start=3):
        room = math.dist(here, after)
        room = max(room - cut, _LEAST) if number == len(corners) else room / 2
        radius = min(CORNER, math.dist(before, here) / 2, room)
        bends.append(Bend(_toward(here, before, radius), here, _toward(here, after, radius)))
    before, end = corners[-2:]
    return RoundedLine(
        corners[0], tuple(bends), _toward(end, before, min(cut, math.dist(before, end)))
    )


def head_for(points: Sequence[Point], usual: Head) -> Head:
    """Return the head of a way: smaller if its last part is short, so that a line is visible."""
    corners = corners_of(points)
    if len(corners) < 3:
        return usual
    room = max(math.dist(*corners[-2:]) - _SEEN, _SHORTEST)
    if room >= usual.length:
        return usual
    return Head(room, max(usual.half * room / usual.length, usual.half * _NARROWEST))


def head_corners(points: Sequence[Point], head: Head) -> tuple[Point, ...]:
    """Return the triangle whose tip is the end of the way; empty if there is no way."""
    corners = corners_of(points)
    if len(corners) < 2:
        return ()
    before, tip = corners[-2:]
    back = _toward(tip, before, head.length)
    x = (tip.y - back.y) / head.length * head.half
    y = (back.x - tip.x) / head.length * head.half
    return tip, back.moved(x, y), back.moved(-x, -y)


def triples(points: Sequence[Point]) -> Iterator[tuple[Point, Point, Point]]:
    """Yield each corner with its neighbours."""
    return zip(points, points[1:], points[2:], strict=False)


def corners_of(points: Sequence[Point]) -> list[Point]:
    """Return the corners alone: no point twice, none in the middle of a straight part."""
    found: list[Point] = []
    for point in points:
        if found and found[-1] == point:
            continue
        if len(found) > 1 and _are_in_line(found[-2], found[-1], point):
            found[-1] = point
        else:
            found.append(point)
    return found


def between(before: Sequence[Point], after: Sequence[Point], share: float) -> tuple[Point, ...]:
    """Return the way at ``share`` of the distance between two ways with equally many corners."""
    if share >= 1:
        return tuple(after)
    return tuple(
        Point(old.x + (new.x - old.x) * share, old.y + (new.y - old.y) * share)
        for old, new in zip(before, after, strict=True)
    )


def are_alike(before: Sequence[Point], after: Sequence[Point]) -> bool:
    """Whether two ways have the same turns: then no way between them is slanted."""
    return len(before) == len(after) and all(
        _is_level(*old) == _is_level(*new)
        for old, new in zip(pairwise(before), pairwise(after), strict=True)
    )


def _is_level(start: Point, end: Point) -> bool:
    return start.y == end.y


def _are_in_line(one: Point, two: Point, three: Point) -> bool:
    return one.x == two.x == three.x or one.y == two.y == three.y


def _toward(start: Point, end: Point, length: float) -> Point:
    """Return the point at ``length`` from ``start`` towards ``end``."""
    whole = math.dist(start, end)
    if not whole:
        return start
    share = length / whole
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
