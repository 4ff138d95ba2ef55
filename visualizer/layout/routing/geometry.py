"""Polylines and areas as plain numbers, which the search handles by the thousand.

A way is a tuple of corners; an area is the left, top, right and bottom edge of a rectangle.
"""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import pairwise

from visualizer.layout.picture import Rect


class Axis(IntEnum):
    """The coordinate along which a part of a way runs."""

    LEVEL = 0
    UPRIGHT = 1

    @property
    def other(self) -> "Axis":
        """The perpendicular axis."""
        return Axis.UPRIGHT if self is Axis.LEVEL else Axis.LEVEL


type Corner = tuple[float, float]
type Way = tuple[Corner, ...]
type Area = tuple[float, float, float, float]


def area_of(rect: Rect) -> Area:
    """Return the edges of a rectangle."""
    return rect.x, rect.y, rect.x + rect.width, rect.y + rect.height


def rect_of(area: Area) -> Rect:
    """Return the rectangle with these edges."""
    left, top, right, bottom = area
    return Rect(left, top, right - left, bottom - top)


def grown(area: Area, by: float) -> Area:
    """Return an area extended by ``by`` on every side."""
    left, top, right, bottom = area
    return left - by, top - by, right + by, bottom + by


def within(inner: Area, outer: Area) -> bool:
    """Whether an area is within another."""
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def distance(corner: Corner, area: Area) -> tuple[float, float]:
    """Return the distances of a point from an area, across and down."""
    x, y = corner
    return max(area[0] - x, x - area[2], 0.0), max(area[1] - y, y - area[3], 0.0)


def touch(one: Area, other: Area) -> bool:
    """Whether two areas share at least a corner."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def bounding_area(areas: Iterable[Area]) -> Area:
    """Return the smallest area around all."""
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def segments(way: Way) -> Iterator[Area]:
    """Yield the parts of a way as areas without thickness."""
    for (x1, y1), (x2, y2) in pairwise(way):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
