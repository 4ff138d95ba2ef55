"""The way of an arrow as paths: its level parts and its upright ones, with rounded corners."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtGui import QPainterPath, QPainterPathStroker

from visualizer.layout import Point

CORNER = 8.0
HEAD_LENGTH, HEAD_HALF = 10.0, 4.5


@dataclass(slots=True)
class Way:
    """Level and upright parts apart: the upright ones run over the level ones, which break there.

    ``tip`` is where the head ends, None where there is none; ``heading`` the way it points.
    """

    level: QPainterPath = field(default_factory=QPainterPath)
    upright: QPainterPath = field(default_factory=QPainterPath)
    tip: Point | None = None
    heading: tuple[int, int] = (1, 0)


def traced(corners: Sequence[Point], reach: float = 1.0) -> Way:
    """The way through ``corners``, or the first part of it if ``reach`` is less than 1."""
    way = Way()
    points = without_repeats(corners)
    if reach < 1.0:
        points = _first_part(points, reach)
    if not points:
        return way
    way.tip = end = points[-1]
    if len(points) < 2:
        return way
    before = points[-2]
    way.heading = _toward(before.x, end.x), _toward(before.y, end.y)
    # The line ends inside the head, so that its blunt end does not show at the tip.
    inset = min(HEAD_LENGTH - 1, abs(end.x - before.x) + abs(end.y - before.y))
    points[-1] = Point(end.x - way.heading[0] * inset, end.y - way.heading[1] * inset)
    radii = [_radius(points, number) for number in range(len(points))]
    for number, (start, stop) in enumerate(pairwise(points)):
        if start.y == stop.y:
            step = _toward(start.x, stop.x)
            way.level.moveTo(start.x + step * radii[number], start.y)
            way.level.lineTo(stop.x - step * radii[number + 1], stop.y)
        else:
            _trace_upright(way.upright, points, radii, number)
    return way


def band(paths: Sequence[QPainterPath], width: float) -> QPainterPath:
    """A band around lines, wide enough to be pointed at."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    both = QPainterPath()
    for path in paths:
        both.addPath(path)
    return stroker.createStroke(both)


def without_repeats(points: Sequence[Point]) -> list[Point]:
    """The corners alone: no point twice, none in the middle of a straight part."""
    found: list[Point] = []
    for point in points:
        if found and found[-1] == point:
            continue
        if len(found) > 1 and (
            found[-2].x == found[-1].x == point.x or found[-2].y == found[-1].y == point.y
        ):
            found[-1] = point
        else:
            found.append(point)
    return found


def _first_part(points: list[Point], reach: float) -> list[Point]:
    whole = sum(abs(b.x - a.x) + abs(b.y - a.y) for a, b in pairwise(points))
    left, found = whole * reach, points[:1]
    for start, stop in pairwise(points):
        length = abs(stop.x - start.x) + abs(stop.y - start.y)
        if length >= left:
            share = left / length
            found.append(
                Point(start.x + (stop.x - start.x) * share, start.y + (stop.y - start.y) * share)
            )
            break
        found.append(stop)
        left -= length
    return found


def _trace_upright(
    path: QPainterPath, points: list[Point], radii: list[float], number: int
) -> None:
    start, stop = points[number], points[number + 1]
    down = _toward(start.y, stop.y)
    first, last = radii[number], radii[number + 1]
    before = points[number - 1] if number else start
    after = points[number + 2] if number + 2 < len(points) else stop
    path.moveTo(start.x + _toward(start.x, before.x) * first, start.y)
    path.quadTo(start.x, start.y, start.x, start.y + down * first)
    path.lineTo(stop.x, stop.y - down * last)
    path.quadTo(stop.x, stop.y, stop.x + _toward(stop.x, after.x) * last, stop.y)


def _radius(points: list[Point], number: int) -> float:
    """How round a corner is: less where two are near each other."""
    if number in (0, len(points) - 1):
        return 0.0
    before, here, after = points[number - 1 : number + 2]
    room = [abs(before.x - here.x) + abs(before.y - here.y)]
    room.append(abs(after.x - here.x) + abs(after.y - here.y))
    return min(CORNER, min(room) / 2)


def _toward(start: float, stop: float) -> int:
    return (stop > start) - (stop < start)
