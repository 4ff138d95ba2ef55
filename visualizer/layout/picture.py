"""What is drawn is known by keys and slots, and stands at places and in rectangles. No Qt.

Lengths are device-independent pixels at 100 %, y grows downwards, the module's frame stands at
the origin.
"""

from enum import StrEnum
from typing import NamedTuple


class Key(NamedTuple):
    """What a card stands for: ``object`` and its serial, ``frame`` and its serial, or ``globals``
    and the file."""

    kind: str
    name: int | str

    @property
    def is_call(self) -> bool:
        """Whether it is that of a call, or of a module's names."""
        return self.kind in ("frame", "globals")


def object_key(serial: int) -> Key:
    """The key of an object's card."""
    return Key("object", serial)


class Slot(NamedTuple):
    """Where in its holder a reference sits: ``name`` and ``x``, ``item`` and 3, ``value`` and the
    key's serial, ``attribute`` and its name, or a kind alone."""

    kind: str
    name: int | str = ""


class Point(NamedTuple):
    """A place in the picture."""

    x: float
    y: float

    def moved(self, x: float, y: float) -> "Point":
        """The place so far to the right and down of this one."""
        return Point(self.x + x, self.y + y)


class Margins(NamedTuple):
    """The room left free around something."""

    left: float
    top: float
    right: float
    bottom: float


class Rect(NamedTuple):
    """An upright rectangle."""

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
        """The same, so far to the right and down."""
        return Rect(self.x + x, self.y + y, self.width, self.height)

    def contains(self, x: float, y: float) -> bool:
        """Whether a place is in it or on its left or upper edge."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def grown(self, by: float) -> "Rect":
        """The same with ``by`` more on every side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def with_margins(self, margins: "Margins") -> "Rect":
        """The rectangle that includes these margins around this one."""
        width = self.width + margins.left + margins.right
        height = self.height + margins.top + margins.bottom
        return Rect(self.x - margins.left, self.y - margins.top, width, height)

    def united(self, other: "Rect") -> "Rect":
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def overlaps(self, other: "Rect") -> bool:
        """Whether they share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


class RegionKind(StrEnum):
    """The grounds behind the cards."""

    TEXT = "text"
    DATA = "data"
    STACK = "stack"
    HEAP = "heap"
