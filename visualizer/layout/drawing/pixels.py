"""Aligns lines and texts with whole pixels, so that they are sharp at any scale.

A line *at* a coordinate takes the pixels right of it or below it. So two cells with a common edge
share its line, and a text in the middle of a cell is in the middle of its visible part.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from visualizer.layout.picture import Point, Rect

FINEST = 1.0
"""The minimum width of a line, in pixels."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """The pixel grid of a canvas: ``scale`` pixels for each unit of length, and an origin."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def x(self, x: float) -> float:
        """Return the x of the nearest pixel edge."""
        return (_nearest(x * self.scale + self.left) - self.left) / self.scale

    def y(self, y: float) -> float:
        """Return the y of the nearest pixel edge."""
        return (_nearest(y * self.scale + self.top) - self.top) / self.scale

    def width(self, width: float, beyond: float = 0) -> float:
        """Return a width in whole pixels: at least one, and more than the width ``beyond``."""
        finest = FINEST
        if beyond:
            finest += max(_nearest(beyond * self.scale), FINEST)
        return max(_nearest(width * self.scale), finest) / self.scale

    def rect(self, rect: Rect) -> Rect:
        """Return a rectangle with its edges moved between pixels."""
        left, top = self.x(rect.x), self.y(rect.y)
        return Rect(left, top, self.x(rect.right) - left, self.y(rect.bottom) - top)

    def boxed(self, rect: Rect, line: float) -> Rect:
        """Return a rectangle with the lines at its edges; those at right and bottom are outside."""
        left, top, width, height = self.rect(rect)
        more = self.width(line)
        return Rect(left, top, width + more, height + more)

    def centre_of_line(self, point: Point, line: float) -> Point:
        """Return the middle of a level or upright line that covers whole pixels."""
        half = self.width(line) / 2
        return Point(self.x(point.x - half) + half, self.y(point.y - half) + half)

    def way(self, points: Sequence[Point], width: float) -> list[Point]:
        """Return a path with each straight part on whole pixels; its end stays in place."""
        way = [self.centre_of_line(point, width) for point in points]
        if len(way) > 1:
            (x, y), (before, end) = way[-1], points[-2:]
            is_level = before.y == end.y
            way[-1] = Point(self.x(end.x), y) if is_level else Point(x, self.y(end.y))
        return way


UNALIGNED = Pixels(1_000)
"""A grid so fine that it moves nothing."""


def _nearest(value: float) -> float:
    """Round halves up, so that a shift by whole pixels rounds alike."""
    return math.floor(value + 0.5)
