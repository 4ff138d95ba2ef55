"""The line of an arrow: its way with round corners, and its head."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

from visualizer.layout.picture import Point

CORNER = 6.0
_SEEN, _SHORTEST, _NARROWEST = 3.0, 6.0, 0.8
"""How much line is to be seen before a head, and how small a head may become for that."""
_LEAST = 2.0
"""How round a corner is that is right before the head."""
_BAND = 10.0
"""How near to a line is on it, for who points."""


@dataclass(frozen=True, slots=True)
class Head:
    """The size of an arrow's head."""

    length: float
    half: float


def line_path(points: Sequence[Point], cut: float = 0) -> QPainterPath:
    """The way through points, round at its corners; the last ``cut`` of it, under the head, is
    left out, and has no part in a corner."""
    corners = without_repeats(points)
    path = QPainterPath()
    if len(corners) < 2:
        return path
    path.moveTo(*corners[0])
    for number, (before, here, after) in enumerate(triples(corners), start=3):
        room = math.dist(here, after)
        room = max(room - cut, _LEAST) if number == len(corners) else room / 2
        radius = min(CORNER, math.dist(before, here) / 2, room)
        path.lineTo(*_toward(here, before, radius))
        path.quadTo(QPointF(*here), QPointF(*_toward(here, after, radius)))
    before, end = corners[-2:]
    path.lineTo(*_toward(end, before, min(cut, math.dist(before, end))))
    return path


def head_for(points: Sequence[Point], usual: Head) -> Head:
    """The head of a way: smaller where its last part is short, so that some line is seen."""
    corners = without_repeats(points)
    if len(corners) < 3:
        return usual
    room = max(math.dist(*corners[-2:]) - _SEEN, _SHORTEST)
    if room >= usual.length:
        return usual
    return Head(room, max(usual.half * room / usual.length, usual.half * _NARROWEST))


def triples(points: Sequence[Point]) -> Iterator[tuple[Point, Point, Point]]:
    """Each corner between its neighbours."""
    return zip(points, points[1:], points[2:], strict=False)


def head_polygon(points: Sequence[Point], head: Head) -> QPolygonF:
    """The triangle whose tip is the end of the way; empty where there is no way."""
    corners = without_repeats(points)
    if len(corners) < 2:
        return QPolygonF()
    before, tip = corners[-2:]
    back = _toward(tip, before, head.length)
    across = Point(
        (tip.y - back.y) / head.length * head.half, (back.x - tip.x) / head.length * head.half
    )
    return QPolygonF(
        [
            QPointF(*tip),
            QPointF(back.x + across.x, back.y + across.y),
            QPointF(back.x - across.x, back.y - across.y),
        ]
    )


def band_path(points: Sequence[Point]) -> QPainterPath:
    """What is on an arrow for who points at it."""
    stroker = QPainterPathStroker()
    stroker.setWidth(_BAND)
    return stroker.createStroke(line_path(points))


def without_repeats(points: Sequence[Point]) -> list[Point]:
    """The corners alone: no point twice, none in the middle of a straight part."""
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
    """The way from one to another with as many corners, ``share`` of the distance gone."""
    if share >= 1:
        return tuple(after)
    return tuple(
        Point(old.x + (new.x - old.x) * share, old.y + (new.y - old.y) * share)
        for old, new in zip(before, after, strict=True)
    )


def are_alike(before: Sequence[Point], after: Sequence[Point]) -> bool:
    """Whether two ways have the same turns, so that every way between them is upright, too."""
    return len(before) == len(after) and all(
        _is_level(*old) == _is_level(*new)
        for old, new in zip(pairwise(before), pairwise(after), strict=True)
    )


def _is_level(start: Point, end: Point) -> bool:
    return start.y == end.y


def _are_in_line(one: Point, two: Point, three: Point) -> bool:
    return one.x == two.x == three.x or one.y == two.y == three.y


def _toward(start: Point, end: Point, length: float) -> Point:
    """So far from ``start`` on the way to ``end``."""
    whole = math.dist(start, end)
    if not whole:
        return start
    share = length / whole
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
