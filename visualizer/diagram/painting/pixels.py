"""Aligns lines and texts with whole pixels, so that they are sharp at any scale.

A line *at* a coordinate takes the pixels right of it or below it. So two cells with a common edge
share its line, and a text in the middle of a cell is in the middle of its visible part.
"""

import math
from dataclasses import dataclass
from itertools import starmap

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from visualizer.layout.picture import Point, Rect

FINEST = 1.0
"""The minimum width of a line, in pixels."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """The pixel grid under a painter: ``scale`` pixels for each unit of length, and an origin."""

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

    def rect(self, rect: Rect) -> QRectF:
        """Return a rectangle with its edges moved between pixels."""
        left, top = self.x(rect.x), self.y(rect.y)
        return QRectF(left, top, self.x(rect.right) - left, self.y(rect.bottom) - top)

    def boxed(self, rect: Rect, line: float) -> QRectF:
        """Return a rectangle with the lines at its edges; those at right and bottom are outside."""
        width = self.width(line)
        return self.rect(rect).adjusted(0, 0, width, width)

    def centre_of_line(self, point: Point, line: float) -> Point:
        """Return the middle of a level or upright line that covers whole pixels."""
        half = self.width(line) / 2
        return Point(self.x(point.x - half) + half, self.y(point.y - half) + half)


def pixels_of(painter: QPainter) -> Pixels:
    """Return the pixels under a painter; the default pixels if it is rotated."""
    at = painter.deviceTransform()
    is_upright = at.m12() == at.m21() == 0 and at.m11() > 0
    if not is_upright or not math.isclose(at.m11(), at.m22()):
        return Pixels()
    return Pixels(at.m11(), at.dx(), at.dy())


def draw_frame(painter: QPainter, outer: QRectF, width: float, colour: QColor) -> None:
    """Fill the area between a rectangle's edges and lines ``width`` inside of them."""
    left, top, right, bottom = outer.left(), outer.top(), outer.right(), outer.bottom()
    width = min(width, outer.width() / 2, outer.height() / 2)
    bars = (
        (left, top, right, top + width),
        (left, bottom - width, right, bottom),
        (left, top + width, left + width, bottom - width),
        (right - width, top + width, right, bottom - width),
    )
    for bar in starmap(_between, bars):
        painter.fillRect(bar, colour)


def _between(left: float, top: float, right: float, bottom: float) -> QRectF:
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def _nearest(value: float) -> float:
    """Round halves up, so that a shift by whole pixels rounds alike."""
    return math.floor(value + 0.5)
