"""A measured piece of the picture; a block that is put into another becomes a part of it.

Lengths are pixels at 100 %, x to the right, y down, relative to the block's top left corner.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from visualizer.layout.measure import Text
from visualizer.layout.picture import Key, Point, Rect, Slot


class Ink(StrEnum):
    """The role of a text, which determines its style."""

    NAME = "name"
    VALUE = "value"
    KEY = "key"
    TITLE = "title"
    FUNCTION = "function"
    NOTE = "note"
    INDEX = "index"
    COUNT = "count"
    EVENT = "event"
    """A row that is not a variable: a return value or an exception."""


class Align(StrEnum):
    """The horizontal position of a text in its rectangle; vertically it is centred."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Words(NamedTuple):
    """A placed text; ``type`` is that of its value, which chooses the colour."""

    rect: Rect
    text: Text
    ink: Ink
    align: Align = Align.LEFT
    type: str = ""


class Form(StrEnum):
    """The shapes behind texts."""

    CARD = "card"
    FRAME = "frame"
    RUNNING = "running"
    FOLDED = "folded"
    """A frame on a single line."""
    INLINED = "inlined"
    """A container inside another."""
    VALUE_LABEL = "value label"
    """A value that is an object of its own."""
    CELL = "cell"
    SPARE = "spare"
    """A place of a list's array that no item has taken yet."""
    MARKED = "marked"
    """A small cell that represents something in use."""
    COUNT = "count"
    """Space for the reference count of an object; the count itself is painted at every step."""

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a row; neighbouring cells share the line between them."""
        return self in (Form.CELL, Form.SPARE)


class Shape(NamedTuple):
    """A filled outline; ``header`` is the height of the band at its top, 0 for none.

    ``serial`` is the object it belongs to, None for a frame or a plain cell.
    """

    rect: Rect
    form: Form
    header: float = 0
    serial: int | None = None


class Rule(NamedTuple):
    """A thin line between rows, or (``is_slash``) through the cell of a reference to nothing."""

    start: Point
    end: Point
    is_slash: bool = False


class Reference(NamedTuple):
    """A reference from a slot of a frame or object to an object."""

    holder: Key
    slot: Slot
    target: int


class ReferenceDisplay(StrEnum):
    """How a reference is shown at its start."""

    TEXT = "text"
    """Its target is written in the field."""
    INLINED = "inlined"
    """Its target is drawn in the field."""
    PORT = "port"
    """An arrow or a stub starts at the field."""


class Side(StrEnum):
    """The side where an arrow leaves its block, or where an indexing name is written."""

    RIGHT = "right"
    BELOW = "below"
    LEFT = "left"


class Field(NamedTuple):
    """The place of a reference: its holder and slot, its target, and how it is shown.

    ``rect`` is marked when the reference changes; an arrow starts at ``port``; ``room`` is the part
    of ``rect`` that is free for a value if no arrow is drawn, ``indent`` its part at the left that
    only a long value uses.
    """

    holder: Key
    slot: Slot
    rect: Rect
    target: int
    display: ReferenceDisplay
    port: Point | None = None
    side: Side = Side.RIGHT
    room: Rect | None = None
    indent: float = 0.0


SIGNS = "left out", "opened"
"""The kinds of the slots of signs."""


class Sign(NamedTuple):
    """The place of a sign for places that the ``holder`` leaves out: how many, and where they are.

    0 is the sign of an opened holder, which folds it again.
    """

    holder: Key
    slot: Slot
    rect: Rect
    left_out: int = 0


@dataclass(slots=True)
class Block:
    """The drawing of a frame or object, with everything nested in it.

    ``anchors`` are the objects drawn in it, including itself, with their rectangles; ``stands_for``
    are objects that it only counts; ``signs`` are what the user can open and fold.
    """

    width: float = 0
    height: float = 0
    shapes: list[Shape] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    anchors: dict[int, Rect] = field(default_factory=dict)
    stands_for: tuple[int, ...] = ()
    signs: list[Sign] = field(default_factory=list)
    header: float = 0
    """The height of the title; 0 for a block without one."""
    _ports: tuple[Field, ...] | None = field(default=None, init=False, repr=False, compare=False)
    _inside: dict[int, tuple[int, Rect]] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    @property
    def ports(self) -> tuple[Field, ...]:
        """The fields where arrows start; only of a finished block."""
        if self._ports is None:
            found = (one for one in self.fields if one.display is ReferenceDisplay.PORT)
            self._ports = tuple(found)
        return self._ports

    def inside(self, serial: int) -> Mapping[int, tuple[int, Rect]]:
        """Return the objects drawn in the finished block of an object, each with that object's
        ``serial`` and its own rectangle.
        """
        if self._inside is None:
            self._inside = {one: (serial, rect) for one, rect in self.anchors.items()}
        return self._inside

    @property
    def rect(self) -> Rect:
        """The whole block."""
        return Rect(0, 0, self.width, self.height)

    def beside(self, part: Rect) -> Rect:
        """Return the free space at the right of a part, inside the shape that contains the part."""
        left, right = part.right, self.width
        drawn: list[Shape | Words | Field] = [*self.shapes, *self.words, *self.fields]
        for rect in (one.rect for one in drawn):
            if rect.y < part.bottom and part.y < rect.bottom:
                if rect.x >= part.right - 1:
                    left = max(left, rect.right)
                elif rect.right > part.right:
                    right = min(right, rect.right)
        return Rect(left, part.y, max(right - left, 0), part.height)

    def write(
        self,
        text: Text,
        ink: Ink,
        rect: Rect,
        align: Align = Align.LEFT,
        type: str = "",  # noqa: A002 - the value's type, as everywhere else
    ) -> None:
        """Write a text in a rectangle."""
        self.words.append(Words(rect, text, ink, align, type))

    def rule(self, x: float, y: float, to_x: float, to_y: float, *, is_slash: bool = False) -> None:
        """Draw a thin line between two points."""
        self.rules.append(Rule(Point(x, y), Point(to_x, to_y), is_slash))

    def widen(self, width: float) -> None:
        """Make the block at least so wide; rules that end at its right edge follow the edge."""
        edge, self.width = self.width - 0.01, max(self.width, width)
        for place, (start, end, is_slash) in enumerate(self.rules):
            if start.x < edge <= end.x and not is_slash:
                self.rules[place] = Rule(start, Point(self.width, end.y))

    def cell(self, rect: Rect, form: Form = Form.CELL) -> None:
        """Draw the outline of a cell."""
        self.shapes.append(Shape(rect, form))

    def insert(self, other: "Block", x: float, y: float) -> None:
        """Draw ``other`` in this block, with its top left corner at a point."""
        if not x and not y:
            self.shapes += other.shapes
            self.words += other.words
            self.rules += other.rules
            self.fields += other.fields
            self.signs += other.signs
            self.anchors.update(other.anchors)
            return
        self.shapes += [Shape(one.rect.moved(x, y), *one[1:]) for one in other.shapes]
        self.words += [Words(one.rect.moved(x, y), *one[1:]) for one in other.words]
        self.rules += [
            Rule(one.start.moved(x, y), one.end.moved(x, y), one.is_slash) for one in other.rules
        ]
        self.fields += [_moved(one, x, y) for one in other.fields]
        self.signs += [one._replace(rect=one.rect.moved(x, y)) for one in other.signs]
        for serial, rect in other.anchors.items():
            self.anchors[serial] = rect.moved(x, y)

    def append(self, other: "Block", x: float = 0) -> None:
        """Draw ``other`` below what is drawn, and widen this block if necessary."""
        self.insert(other, x, self.height)
        self.width = max(self.width, x + other.width)
        self.height += other.height


def _moved(one: Field, x: float, y: float) -> Field:
    port = one.port.moved(x, y) if one.port is not None else None
    room = one.room.moved(x, y) if one.room is not None else None
    return one._replace(rect=one.rect.moved(x, y), port=port, room=room)
