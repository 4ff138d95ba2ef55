"""A spatial index: the plane is divided into squares, each with a list of what touches it."""

from collections.abc import Sequence
from functools import lru_cache

from visualizer.layout.routing.geometry import Area, Axis, Way, segments

SIDE = 96
"""The side of a square, about the size of a card."""
_ROW = 1 << 20
"""Squares of a row have consecutive numbers; no picture is as wide as this many squares."""

type Segment = tuple[float, float, float, int]
"""A part of a way: start, end, position across, and the goal of its line."""


@lru_cache(maxsize=1 << 14)
def squares_of(area: Area) -> Sequence[int]:
    """Return the numbers of the squares that an area touches; cached, as areas recur."""
    left, top, right, bottom = area
    first, last = int(left // SIDE), int(right // SIDE)
    row, end = int(top // SIDE) * _ROW, int(bottom // SIDE) * _ROW
    if first == last:
        return range(row + first, end + first + 1, _ROW)
    if row == end:
        return range(row + first, row + last + 1)
    columns = range(first, last + 1)
    return [start + column for start in range(row, end + 1, _ROW) for column in columns]


class Areas:
    """Rectangles by their places."""

    def __init__(self) -> None:
        self._squares: dict[int, list[Area]] = {}

    def add(self, area: Area) -> None:
        """Add an area."""
        for square in squares_of(area):
            self._squares.setdefault(square, []).append(area)

    def hit(self, area: Area) -> list[Area]:
        """Return the areas that share more than an edge with ``area``, some of them repeatedly."""
        left, top, right, bottom = area
        squares = self._squares
        return [
            one
            for square in squares_of(area)
            if square in squares
            for one in squares[square]
            if left < one[2] and one[0] < right and top < one[3] and one[1] < bottom
        ]

    def first_hit(self, area: Area, *but: Area) -> Area | None:
        """Return one area that shares more than an edge with ``area``, except those in ``but``."""
        left, top, right, bottom = area
        for square in squares_of(area):
            for one in self._squares.get(square, ()):
                if (
                    left < one[2]
                    and one[0] < right
                    and top < one[3]
                    and one[1] < bottom
                    and one not in but
                ):
                    return one
        return None


class Lines:
    """The parts of all ways."""

    def __init__(self) -> None:
        self._segments: tuple[dict[int, list[Segment]], dict[int, list[Segment]]] = ({}, {})

    def add(self, way: Way, goal: int) -> None:
        """Add a way."""
        for axis, square, segment in _places(way, goal):
            self._segments[axis].setdefault(square, []).append(segment)

    def remove(self, way: Way, goal: int) -> None:
        """Remove a way."""
        for axis, square, segment in _places(way, goal):
            self._segments[axis][square].remove(segment)

    def near(self, axis: Axis, area: Area) -> set[Segment]:
        """Return the parts along an axis in the squares that an area touches."""
        squares = self._segments[axis]
        return {
            segment
            for square in squares_of(area)
            if square in squares
            for segment in squares[square]
        }

    def count_over(self, area: Area) -> int:
        """Return the number of parts of ways that cross an area."""
        left, top, right, bottom = area
        level, upright = self.near(Axis.LEVEL, area), self.near(Axis.UPRIGHT, area)
        return sum(
            first < right and left < last and top < y < bottom for first, last, y, _ in level
        ) + sum(first < bottom and top < last and left < x < right for first, last, x, _ in upright)


@lru_cache(maxsize=4096)
def _places(way: Way, goal: int) -> tuple[tuple[Axis, int, Segment], ...]:
    """Return the parts of a way with their squares; cached, as most ways occur in many steps."""
    places: list[tuple[Axis, int, Segment]] = []
    for area in segments(way):
        left, top, right, bottom = area
        if top == bottom:
            axis, segment = Axis.LEVEL, (left, right, top, goal)
        else:
            axis, segment = Axis.UPRIGHT, (top, bottom, left, goal)
        places += [(axis, square, segment) for square in squares_of(area)]
    return tuple(places)
