"""A step, laid out: blocks in their places, arrows, stubs and tags. No Qt.

Lengths are pixels at 100 %, x to the right, y down; the module's frame stands at the origin.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from typing import NamedTuple

from visualizer.layout.blocks.block import Block, Field
from visualizer.layout.measure import Text
from visualizer.layout.picture import Key, Margins, Point, Rect, RegionKind, Slot

type FieldKey = tuple[Key, Slot]

MARGINS = Margins(12, 18, 12, 12)
"""Around all boxes, enlarged with them: names stand above and beside them."""


class BoxKind(StrEnum):
    """What stands in a place of its own; as ``export --format layout`` names them."""

    FRAME = "frame"
    CARD = "card"
    VALUE = "value"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in its place."""

    key: Key
    kind: BoxKind
    x: float
    y: float
    block: Block
    is_folded: bool = False

    @property
    def rect(self) -> Rect:
        """Where it stands."""
        return Rect(self.x, self.y, self.block.width, self.block.height)


@dataclass(frozen=True, slots=True)
class Label:
    """A small text on a rounded ground: at an end of an arrow that is not drawn, or a name."""

    text: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Arrow:
    """A reference that is drawn: ``points`` from its port to the edge of what it refers to.

    Where no way is short and clear enough ``points`` is empty: then ``stub`` says at the port what
    is referred to, and a tag at the object says which name or slot refers to it.
    """

    holder: Key
    slot: Slot
    target: int
    start: Key
    """The box it starts from."""
    end: Key | None
    """The box it leads to; None where that is not drawn."""
    points: tuple[Point, ...] = ()
    stub: Label | None = None
    lead: tuple[Point, ...] = ()
    """From the port to a stub that stands outside of its row; without a head."""
    is_changed: bool = False
    is_running: bool = False
    """Whether it starts from the frame that runs."""

    @property
    def key(self) -> FieldKey:
        """What makes it the same arrow in another step."""
        return self.holder, self.slot


class TagKind(StrEnum):
    """Why a name is written at an object."""

    NAME = "name"
    """A name or slot that refers to it, whose arrow is not drawn or leads into a structure."""
    INDEX = "index"
    """A name that indexes the cell above it, with a small pointer."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A name at what it refers to, or under the cell that it indexes."""

    label: Label
    box: Key
    kind: TagKind
    is_changed: bool = False
    is_running: bool = False
    tip: Point | None = None
    """Where the pointer of a name at a cell leads."""


class Count(NamedTuple):
    """A reference count, None for an immortal object; ``before`` is what it was a step ago."""

    now: int | None
    before: int | None

    @property
    def change(self) -> int:
        """Above 0 where it went up, below where it went down."""
        if self.now is None or self.before is None:
            return 0
        return self.now - self.before


class Ground(NamedTuple):
    """What a region of memory stands on, with its name and a word about it."""

    kind: RegionKind
    rect: Rect
    title: Text
    note: Text


_NOTHING = Rect(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a step draws.

    ``changed`` are the fields that the step gave another object, ``new`` the objects it made,
    ``lost`` those that no name leads to, which are not freed yet.
    ``counts`` are those of the objects that have room for one in their blocks, ``grounds`` lie
    behind everything. ``must_see`` are the boxes that the eye is led to: the frame that runs, what
    changed, and what that refers to. ``bounds`` is what boxes and grounds take, ``view`` the part
    that is in view at ``scale``.
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
    new: frozenset[int] = frozenset()
    must_see: tuple[Key, ...] = ()
    lost: frozenset[int] = frozenset()
    counts: Mapping[int, Count] = field(default_factory=dict)
    grounds: tuple[Ground, ...] = ()
    boxes_by_key: dict[Key, Placed] = field(default_factory=dict, compare=False)

    @property
    def drawn(self) -> Rect:
        """The rectangle around everything drawn: boxes, names, stubs and arrows."""
        labels = [tag.label.rect for tag in self.tags]
        labels += [one.stub.rect for one in self.arrows if one.stub is not None]
        bends = (Rect(x, y, 0, 0) for one in self.arrows for x, y in (*one.points, *one.lead))
        return reduce(Rect.united, (*labels, *bends), self.bounds)

    def field_at(self, x: float, y: float) -> Field | None:
        """The innermost field at a place; None where there is none."""
        for box in self.boxes:
            if not box.rect.contains(x, y):
                continue
            found = [one for one in box.block.fields if one.rect.contains(x - box.x, y - box.y)]
            return min(found, key=lambda one: one.rect.width * one.rect.height, default=None)
        return None
