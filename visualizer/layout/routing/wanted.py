"""The input of routing: references that leave their boxes, and index names."""

from dataclasses import dataclass
from enum import IntEnum

from visualizer.layout.blocks.block import Side
from visualizer.layout.measure import Text
from visualizer.layout.picture import Key, Point, Rect, Slot


class Rank(IntEnum):
    """The kind of holder of a reference, the most important first."""

    RUNNING = 0
    """The running frame."""
    FRAME = 1
    """A waiting frame."""
    SLOT = 2
    """An object."""
    VALUE = 3
    """An object, if the target is a value with a label of its own."""


@dataclass(frozen=True, slots=True)
class WantedArrow:
    """A reference that leaves a box; ``holder``, ``slot`` and ``target`` are those of its arrow.

    Coordinates are those of the sheet. ``rect`` is the box ``end``, or its part level with a nested
    target, as wide as the box. Both are None if the target is not drawn.
    """

    holder: Key
    slot: Slot
    target: int
    start: Key
    """The box where it starts."""
    port: Point
    side: Side
    end: Key | None
    rect: Rect | None
    rank: Rank
    is_changed: bool
    """Whether the step changed it: then it is drawn as a line if at all possible."""
    is_into_structure: bool
    """Whether it refers to a node of a chain or tree that is not its first.

    It then always has a tag, and a line only if that is rather short, or changed.
    """
    text: str
    """The text of a stub: the value, or the kind of object."""
    name: Text
    """The text of a tag at the target."""
    room: Rect | None = None
    """The part of its row that is free for a stub; None if a stub must be outside."""
    beside: Rect | None = None
    """The free part of the box at the right of a nested target."""
    is_needed: bool = False
    """Whether only a line shows its target: then it is drawn like a changed one."""
    indent: float = 0.0
    """The width at the left of ``room`` that only a long text uses."""


@dataclass(frozen=True, slots=True)
class IndexMark:
    """A name that indexes a cell of a box, placed below the cell, or beside its box.

    It is below ``foot`` if that is given: directly below the cell of a row is the next row.
    """

    name: str
    cell: Rect
    box: Key
    side: Side = Side.BELOW
    foot: float | None = None
