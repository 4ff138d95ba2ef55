"""No two arrows of a picture run along each other: one could not tell which leads where."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from visualizer.layout import Arrow, Point

type _Line = tuple[bool, float]
"""Whether it is upright, and where it lies."""


class Lines:
    """What runs where."""

    def __init__(self, ways: Iterable[tuple[Point, ...]] = ()) -> None:
        self._parts: dict[_Line, list[tuple[float, float]]] = defaultdict(list)
        for way in ways:
            self.add(way)

    def add(self, way: tuple[Point, ...]) -> None:
        """One way more."""
        for line, start, end in _parts(way):
            self._parts[line].append((start, end))

    def are_free(self, way: tuple[Point, ...]) -> bool:
        """Whether nothing runs along a way."""
        return all(
            start >= last or first >= end
            for line, start, end in _parts(way)
            for first, last in self._parts.get(line, ())
        )


def crowding(arrows: Collection[Arrow]) -> set[int]:
    """The places of those that are to give way: of two the one that has the longer way."""
    lines, found = Lines(), set[int]()
    for place, arrow in sorted(enumerate(arrows), key=lambda each: len(each[1].points)):
        if lines.are_free(arrow.points):
            lines.add(arrow.points)
        else:
            found.add(place)
    return found


def _parts(way: tuple[Point, ...]) -> Iterator[tuple[_Line, float, float]]:
    for one, other in pairwise(way):
        if one.x == other.x:
            yield (True, one.x), min(one.y, other.y), max(one.y, other.y)
        elif one.y == other.y:
            yield (False, one.y), min(one.x, other.x), max(one.x, other.x)
