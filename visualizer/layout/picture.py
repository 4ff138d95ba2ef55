"""The keys, slots, points and rectangles of pictures. Needs no Qt.

Lengths are device-independent pixels at 100 %, y grows downwards; the module's frame is at the
origin.
"""

from enum import StrEnum
from typing import NamedTuple

from visualizer.model import Slot

__all__ = ["Key", "Margins", "Point", "Rect", "RegionKind", "Slot", "object_key"]


class Key(NamedTuple):
    """The identity of a card.

    It is ``object`` or ``frame`` and a serial, ``globals`` and a file, or of a kind for other
    boxes.
    """

    kind: str
    name: int | str

    @property
    def is_call(self) -> bool:
        """Whether it is the key of a call, or of a module's names."""
        return self.kind in ("frame", "globals")

    @property
    def is_in_column(self) -> bool:
        """Whether its box is in the column of frames: a frame, its values, a line about several."""
        return self.is_call or self.kind in ("stack", "thread", "calls")


def object_key(serial: int) -> Key:
    """Return the key of an object's card."""
    return Key("object", serial)


class Point(NamedTuple):
    """A point in the picture."""

    x: float
    y: float

    def moved(self, x: float, y: float) -> "Point":
        """Return the point moved to the right and down."""
        return Point(self.x + x, self.y + y)


class Margins(NamedTuple):
    """The margins of a rectangle."""

    left: float
    top: float
    right: float
    bottom: float


class Rect(NamedTuple):
    """An axis-aligned rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    def moved(self, x: float, y: float) -> "Rect":
        """Return the rectangle moved to the right and down."""
        return Rect(self.x + x, self.y + y, self.width, self.height)

    def contains(self, x: float, y: float) -> bool:
        """Whether a point is inside or on its left or upper edge."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def grown(self, by: float) -> "Rect":
        """Return the rectangle extended by ``by`` on every side."""
        return Rect(self.x - by, self.y - by, self.width + by + by, self.height + by + by)

    def with_margins(self, margins: "Margins") -> "Rect":
        """Return the rectangle with these margins added."""
        width = self.width + margins.left + margins.right
        height = self.height + margins.top + margins.bottom
        return Rect(self.x - margins.left, self.y - margins.top, width, height)

    def united(self, other: "Rect") -> "Rect":
        """Return the smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def common(self, other: "Rect") -> "Rect":
        """Return the common part of two rectangles; an empty one if there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, max(right - x, 0), max(bottom - y, 0))

    def overlaps(self, other: "Rect") -> bool:
        """Whether two rectangles share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


class RegionKind(StrEnum):
    """The memory regions behind the cards."""

    TEXT = "text"
    DATA = "data"
    STACK = "stack"
    HEAP = "heap"
