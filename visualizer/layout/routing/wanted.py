"""What is to be led: the references that leave their boxes, and the names at cells."""

from dataclasses import dataclass
from enum import IntEnum

from visualizer.layout.blocks.block import Side
from visualizer.layout.picture import Key, Point, Rect, Slot


class Rank(IntEnum):
    """What a reference belongs to, the most important first."""

    RUNNING = 0
    """The frame that runs."""
    FRAME = 1
    """A frame that waits."""
    SLOT = 2
    """An object."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One reference that leaves a box; ``holder``, ``slot`` and ``target`` are those of its arrow.

    All places are those of the sheet. ``rect`` is the rectangle of the target in the box ``end``:
    the whole box, or an object nested in it. Both are None where the target is not drawn.
    """

    holder: Key
    slot: Slot
    target: int
    start: Key
    """The box it starts from."""
    port: Point
    side: Side
    end: Key | None
    rect: Rect | None
    rank: Rank
    is_changed: bool
    """Whether the step changed it: then it is a line, if there is any way at all."""
    is_into_structure: bool
    """Whether it leads to a node of a chain or tree that is not its first: then there is always a
    tag, and a line only if it is near or changed."""
    text: str
    """What a stub says: the value, or what kind of object it is."""
    name: str
    """What a tag at the target says."""
    room: Rect | None = None
    """The part of its row that is free for a stub; None where a stub has to stand outside."""


@dataclass(frozen=True, slots=True)
class IndexMark:
    """A name that indexes a cell of a box; it stands below the cell, or at the left of its box."""

    name: str
    cell: Rect
    box: Key
    side: Side = Side.BELOW
