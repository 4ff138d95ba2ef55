"""The layout of a step: placed blocks, arrows, stubs and tags. Needs no Qt.

Lengths are pixels at 100 %, x to the right, y down; the module's frame is at the origin.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from typing import NamedTuple

from visualizer.layout.blocks.block import Block, Field, Side
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.measure import Text
from visualizer.layout.picture import Key, Margins, Point, Rect, RegionKind, Slot

_FAR = 12.0
"""At this distance or more, the pointer of an index name is drawn at its cell."""
_TICK = 5.0
_ON_CELL = 3.0
"""The part of such a pointer that covers its cell: the next row is close."""

type FieldKey = tuple[Key, Slot]

MARGINS = Margins(12, 18, 12, 12)
"""The margins around all boxes, for names next to them; scaled with the boxes."""


class BoxKind(StrEnum):
    """The kinds of boxes, with their names in ``export --format layout``."""

    FRAME = "frame"
    CARD = "card"
    VALUE = "value"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Placed:
    """A placed block."""

    key: Key
    kind: BoxKind
    x: float
    y: float
    block: Block
    is_folded: bool = False

    @property
    def rect(self) -> Rect:
        """The rectangle of the box."""
        return Rect(self.x, self.y, self.block.width, self.block.height)


@dataclass(frozen=True, slots=True)
class Label:
    """A small text on a rounded background: at an end of an arrow that is not drawn, or a name.

    A label that ``is_in_row`` has no background: it is written in a row like a value.
    """

    text: Text
    rect: Rect
    is_in_row: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """A reference that is drawn: ``points`` lead from its port to the edge of its target.

    If no way is short and clear enough, ``points`` is empty: then ``stub`` describes the target at
    the port, and a tag at the object names the referring name or slot.
    """

    holder: Key
    slot: Slot
    target: int
    start: Key
    """The box where it starts."""
    end: Key | None
    """The box where it ends; None if that is not drawn."""
    points: tuple[Point, ...] = ()
    stub: Label | None = None
    leader: tuple[Point, ...] = ()
    """The line from the port to a stub outside its row; it has no arrowhead."""
    is_changed: bool = False
    is_running: bool = False
    """Whether it starts at the running frame."""

    @property
    def key(self) -> FieldKey:
        """The identity of the arrow across steps."""
        return self.holder, self.slot


class TagKind(StrEnum):
    """The reason for a name at an object."""

    NAME = "name"
    """A name or slot whose arrow to the object is not drawn, or leads into a structure."""
    INDEX = "index"
    """A name that indexes the cell above it, with a small pointer."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A name at its target, or under the cell that it indexes."""

    label: Label
    box: Key
    kind: TagKind
    is_changed: bool = False
    is_running: bool = False
    tip: Point | None = None
    """The tip of the pointer of an index name."""
    edge: float | None = None
    """The edge of cells along which a line leads to an index name from its cell."""

    @property
    def pointer_top(self) -> Point:
        """The tip of a pointer upwards: at the name, or at a cell far above it."""
        rect = self.label.rect
        if self.tip is None:
            return Point(rect.x + rect.width / 2, rect.y)
        is_far = rect.y - self.tip.y > _FAR
        return Point(self.tip.x, self.tip.y - _ON_CELL if is_far else rect.y)

    @property
    def leader(self) -> tuple[Rect, ...]:
        """The line from a cell far above an index name: along the edges of cells, then to it."""
        top, rect = self.pointer_top, self.label.rect
        if top.y >= rect.y:
            return ()
        tick, foot = Rect(top.x - 1, rect.y, 2, _TICK), top.y + _ON_CELL
        if self.edge is None:
            return (tick,)
        across = self.edge - top.x
        return (
            Rect(top.x, foot - 1, across, 1),
            Rect(self.edge - 1, foot - 1, 1, rect.y - foot + 2),
            Rect(top.x, rect.y, across, 1),
            tick,
        )

    @property
    def pointer_side(self) -> Side | None:
        """The side of an index name where its pointer is; None if that is above it."""
        tip, rect = self.tip, self.label.rect
        if tip is None or not rect.y < tip.y < rect.bottom:
            return None
        return Side.RIGHT if tip.x >= rect.right else Side.LEFT if tip.x <= rect.x else None


class Count(NamedTuple):
    """A reference count, None for an immortal object; ``before`` is the previous step's count.

    ``is_known`` is false for an object of a trace without counts.
    """

    now: int | None
    before: int | None
    is_known: bool = True

    @property
    def text(self) -> str:
        """The text that is written: the number, ∞ or ?."""
        return str(self.now) if self.now is not None else "\u221e" if self.is_known else "?"

    @property
    def change(self) -> int:
        """Positive if it rose, negative if it fell."""
        if self.now is None or self.before is None:
            return 0
        return self.now - self.before


class Ground(NamedTuple):
    """The background of a memory region, with its name and a note."""

    kind: RegionKind
    rect: Rect
    title: Text
    note: Text


_NOTHING = Rect(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that a step draws.

    ``changed`` are the fields that the step gave a new target, ``outlines`` the marks of objects,
    ``counts`` those of the objects that have space for one in their blocks; ``grounds`` are behind
    everything. ``must_see`` are the most relevant boxes: the running frame, the changed ones, and
    the targets of changes.
    ``bounds`` is the area of boxes and grounds, ``view`` the part that is visible at ``scale``.
    """

    step: int
    boxes: tuple[Placed, ...]
    arrows: tuple[Arrow, ...]
    tags: tuple[Tag, ...]
    bounds: Rect
    scale: float = 1.0
    view: Rect = _NOTHING
    running: Key | None = None
    changed: frozenset[FieldKey] = frozenset()
    outlines: Mapping[int, Outline] = field(default_factory=dict)
    must_see: tuple[Key, ...] = ()
    counts: Mapping[int, Count] = field(default_factory=dict)
    grounds: tuple[Ground, ...] = ()
    boxes_by_key: dict[Key, Placed] = field(default_factory=dict, compare=False)

    @property
    def drawn(self) -> Rect:
        """The rectangle around everything drawn: boxes, names, stubs and arrows."""
        labels = [tag.label.rect for tag in self.tags]
        labels += [one.stub.rect for one in self.arrows if one.stub is not None]
        bends = (Rect(x, y, 0, 0) for one in self.arrows for x, y in (*one.points, *one.leader))
        return reduce(Rect.united, (*labels, *bends), self.bounds)

    def field_at(self, x: float, y: float) -> Field | None:
        """Return the innermost field at a point, or None."""
        for box in self.boxes:
            if not box.rect.contains(x, y):
                continue
            found = [one for one in box.block.fields if one.rect.contains(x - box.x, y - box.y)]
            return min(found, key=lambda one: one.rect.width * one.rect.height, default=None)
        return None
