"""A measured piece of the picture. A block that is put into another becomes a part of it.

Lengths are pixels at 100 %, x to the right, y down, counted from the block's top left corner.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from visualizer.layout.measure import Text
from visualizer.layout.picture import Key, Point, Rect, Slot


class Ink(StrEnum):
    """What a text is, which says how it is written."""

    NAME = "name"
    VALUE = "value"
    KEY = "key"
    TITLE = "title"
    FUNCTION = "function"
    NOTE = "note"
    INDEX = "index"
    COUNT = "count"
    EVENT = "event"
    """A row that is no variable: what is returned, what was raised."""


class Align(StrEnum):
    """Where a text stands in its rectangle; upright it is always in the middle."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Words(NamedTuple):
    """A text in its place; ``type`` is that of the value it is, for its colour."""

    rect: Rect
    text: Text
    ink: Ink
    align: Align = Align.LEFT
    type: str = ""


class Form(StrEnum):
    """The shapes that something stands on."""

    CARD = "card"
    FRAME = "frame"
    RUNNING = "running"
    FOLDED = "folded"
    """A frame that is one line."""
    NEST = "nest"
    """A container inside another."""
    PILL = "pill"
    """A value that is an object of its own."""
    CELL = "cell"
    COUNT = "count"
    """Room for the reference count of an object, which is written there at every step anew."""


class Shape(NamedTuple):
    """A ground with an outline; ``header`` is the height of the band at its top, 0 for none.

    ``serial`` is the object it stands for, None for a frame or a mere cell.
    """

    rect: Rect
    form: Form
    header: float = 0
    serial: int | None = None


class Rule(NamedTuple):
    """A thin line: between rows, or through the cell of a reference to nothing (``is_slash``)."""

    start: Point
    end: Point
    is_slash: bool = False


class Reference(NamedTuple):
    """That a slot of a frame or an object refers to an object."""

    holder: Key
    slot: Slot
    target: int


class Shown(StrEnum):
    """How a reference is shown where it starts."""

    TEXT = "text"
    """Its object is written in the field."""
    NEST = "nest"
    """Its object is drawn in the field."""
    PORT = "port"
    """An arrow or a stub starts from the field."""


class Side(StrEnum):
    """Where an arrow leaves its block, or a name stands that indexes a cell."""

    RIGHT = "right"
    BELOW = "below"
    LEFT = "left"


class Field(NamedTuple):
    """The place of one reference: which slot of whom, what it refers to, and how that is shown.

    ``rect`` is what is marked when the reference changes, ``port`` where an arrow starts, ``room``
    the part of ``rect`` that is free for the value where the arrow is not drawn.
    """

    holder: Key
    slot: Slot
    rect: Rect
    target: int
    shown: Shown
    port: Point | None = None
    side: Side = Side.RIGHT
    room: Rect | None = None


@dataclass(slots=True)
class Block:
    """What is drawn of one frame or object, and of what is nested in it.

    ``anchors`` are the objects drawn in it, itself included, with their rectangles.
    """

    width: float = 0
    height: float = 0
    shapes: list[Shape] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    anchors: dict[int, Rect] = field(default_factory=dict)

    @property
    def rect(self) -> Rect:
        """All of it."""
        return Rect(0, 0, self.width, self.height)

    def write(
        self,
        text: Text,
        ink: Ink,
        rect: Rect,
        align: Align = Align.LEFT,
        type: str = "",  # noqa: A002 - that of the value, as everywhere else
    ) -> None:
        """Write a text in a rectangle."""
        self.words.append(Words(rect, text, ink, align, type))

    def rule(self, x: float, y: float, to_x: float, to_y: float, *, is_slash: bool = False) -> None:
        """Draw a thin line from a place to another."""
        self.rules.append(Rule(Point(x, y), Point(to_x, to_y), is_slash))

    def cell(self, rect: Rect) -> None:
        """Draw the outline of a cell."""
        self.shapes.append(Shape(rect, Form.CELL))

    def put(self, other: "Block", x: float, y: float) -> None:
        """Draw ``other`` in this one, with its corner at a place."""
        self.shapes += [Shape(one.rect.moved(x, y), *one[1:]) for one in other.shapes]
        self.words += [Words(one.rect.moved(x, y), *one[1:]) for one in other.words]
        self.rules += [
            Rule(one.start.moved(x, y), one.end.moved(x, y), one.is_slash) for one in other.rules
        ]
        self.fields += [_moved(one, x, y) for one in other.fields]
        for serial, rect in other.anchors.items():
            self.anchors[serial] = rect.moved(x, y)


def _moved(one: Field, x: float, y: float) -> Field:
    port = one.port.moved(x, y) if one.port is not None else None
    room = one.room.moved(x, y) if one.room is not None else None
    return one._replace(rect=one.rect.moved(x, y), port=port, room=room)
