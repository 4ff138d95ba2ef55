"""What a step looks like: boxes and arrows with their coordinates. No Qt.

Lengths are device-independent pixels at 100 %, y grows downwards, the module's frame stands at
the origin.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from visualizer.layout.heap_note import HeapAmount
from visualizer.layout.measure import Text


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


_NO_CARD = Key("", 0)


NO_SLOT = Slot("")


class Point(NamedTuple):
    """A place in the picture."""

    x: float
    y: float

    def moved(self, x: float, y: float) -> "Point":
        """The place so far to the right and down of this one."""
        return Point(self.x + x, self.y + y)


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


class CardKind(StrEnum):
    """The shapes of cards."""

    FRAME = "frame"
    PILL = "pill"
    CARD = "card"


class PartKind(StrEnum):
    """The shapes of what stands in a card."""

    NAME = "name"
    PAIR = "pair"
    CELL = "cell"
    ROUND = "round"
    TEXT = "text"
    STATE = "state"
    MORE = "more"
    INDEX = "index"
    NEST = "nest"
    """A slot with a container that only it holds, whose own parts follow."""


@dataclass(frozen=True, slots=True)
class Part:
    """One row or cell of a card; x and y are counted from the card's top left corner.

    A row is as wide as its card and has ``width`` 0; ``x`` is then how far it stands in. ``text``
    is what is written in place of an arrow. A part with a ``target`` has a port, or, where ``pill``
    is set, the target itself inside. ``inner`` is the container inside the card whose slot this is,
    where it is not the card's own; ``below`` the room of a nest's own parts.
    """

    kind: PartKind
    slot: Slot
    y: float
    height: float
    label: Text = ""
    text: Text = ""
    target: int | None = None
    pill: bool = False
    weak: bool = False
    x: float = 0
    width: float = 0
    inner: int | None = None
    below: float = 0
    locked: bool = False

    @property
    def points(self) -> bool:
        """Whether an arrow starts from it."""
        return self.target is not None and not self.pill

    @property
    def port(self) -> float | None:
        """The height of its port in the card; None where it has none."""
        return self.y + self.height / 2 if self.target is not None else None


@dataclass(frozen=True, slots=True)
class Card:
    """The inside of a box. ``aside`` is the room its label takes at its right, which is but its
    number where it is ``brief``.

    ``hidden`` counts what is folded away or otherwise left out.
    """

    kind: CardKind
    title: Text
    note: Text
    header: float
    parts: tuple[Part, ...]
    width: float
    height: float
    aside: float = 0
    key_column: float = 0
    locked: bool = False
    function: bool = False
    hidden: int = 0
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A reference count; None is immortal. ``before`` is that of the step before, if another."""

    count: int | None
    before: int | None = None
    changed: bool = False


class Mark(StrEnum):
    """What the step did to a card or to a part of it."""

    NONE = ""
    NEW = "new"
    REBOUND = "rebound"
    CHANGED = "changed"
    FREED = "freed"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Nested:
    """A container that is drawn inside a card: ``top`` and ``height`` tell where."""

    serial: int
    title: Text
    top: float
    height: float
    address: int = 0
    size: int = 0
    mark: Mark = Mark.NONE
    marks: tuple[tuple[Slot, Mark], ...] = ()


class Fold(NamedTuple):
    """What is hidden under a card: so many objects, whether the step changed any of them.

    ``leads`` are their references to what is still shown. With a ``type`` it stands for all the
    others of that type instead. Of a long structure so many ``nodes`` are hidden.
    """

    objects: int
    changed: bool
    leads: int
    type: str = ""
    nodes: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Very many objects of one type in one card, oldest first: a cell for each, if not too many.

    ``shared`` are those that are held more than once, ``unreachable`` those that only a cycle
    keeps alive; ``inner`` counts the references among them, ``freed`` those that the step freed:
    the ``ghosts`` have cells in that step still. ``across`` is how many cells stand beside each
    other, 0 where there are none.
    """

    type: str
    members: tuple[int, ...]
    shared: frozenset[int]
    changed: frozenset[int]
    new: frozenset[int]
    size: int
    inner: int
    freed: int
    across: int
    ghosts: tuple[int, ...] = ()
    unreachable: frozenset[int] = frozenset()

    @property
    def cells(self) -> tuple[int, ...]:
        """What there are cells for, in the order of the cells."""
        return tuple(sorted((*self.members, *self.ghosts))) if self.ghosts else self.members

    def place_of(self, serial: int) -> int | None:
        """Which cell is that of an object; None where it has none."""
        cells = self.cells
        place = bisect_left(cells, serial)
        here = place < len(cells) and cells[place] == serial
        return place if here and self.across else None

    def number_of(self, serial: int) -> int:
        """The how many-th of them it is, from 1 on."""
        return bisect_left(self.members, serial) + 1


@dataclass(frozen=True, slots=True)
class Box:
    """A card in its place.

    ``parts`` of the card are at ``rect``'s corner. ``marks`` names the slots that the step
    changed; ``lost`` the names it deleted, with the heights of their rows, ``gone`` those that were
    deleted before and whose rows no other name has taken since. ``pills`` are the
    badges of the objects drawn inside its slots, ``nested`` those of them that are containers.
    ``cursors`` are lines before the very items that iterators will give next. ``turned`` are the
    heights in the card of the ports that are at its left edge. ``fold`` is set
    where what hangs under it is hidden, ``group`` where it stands for very many objects, the oldest
    of which gives it its key, ``middle`` where it stands for those in the middle of a chain, the
    first of which does.
    """

    key: Key
    card: Card
    rect: Rect
    badge: Badge | None = None
    address: int = 0
    size: int = 0
    running: bool = False
    mark: Mark = Mark.NONE
    marks: tuple[tuple[Slot, Mark], ...] = ()
    lost: tuple[tuple[str, float], ...] = ()
    gone: tuple[tuple[str, float], ...] = ()
    pills: tuple[tuple[int, Badge], ...] = ()
    nested: tuple[Nested, ...] = ()
    cursors: tuple[Rect, ...] = ()
    turned: tuple[float, ...] = ()
    ghost: bool = False
    unreachable: bool = False
    note: Text = ""
    fold: Fold | None = None
    group: Group | None = None
    middle: tuple[int, ...] = ()

    @property
    def serial(self) -> int | None:
        """The object's serial; None for a frame."""
        return self.key.name if self.key.kind == "object" else None  # type: ignore[return-value]

    def mark_of(self, slot: Slot, inner: int | None = None) -> Mark:
        """What the step did to one slot, of a container inside the card if ``inner`` is one."""
        marks = self.marks
        if inner is not None:
            marks = next((nested.marks for nested in self.nested if nested.serial == inner), ())
        return next((mark for marked, mark in marks if marked == slot), Mark.NONE)

    def nested_at(self, y: float) -> "Nested | None":
        """The innermost container drawn at a height in the card."""
        found = [n for n in self.nested if n.top <= y < n.top + n.height]
        return min(found, key=lambda nested: nested.height, default=None)

    def rect_of(self, nested: Nested) -> Rect:
        """Where a container inside it stands."""
        return Rect(self.rect.x, self.rect.y + nested.top, self.rect.width, nested.height)


class ArrowKind(StrEnum):
    """How an arrow is drawn."""

    PLAIN = "plain"
    NEW = "new"
    REBOUND = "rebound"
    FORMER = "former"
    WEAK = "weak"


class Bundle(NamedTuple):
    """So many references that are drawn as one line, and how many they were a step ago."""

    references: int
    before: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """A reference: from the port of a slot along ``points`` to the left edge of its target.

    What leads back from column to column runs ``leftwards``: its port is at the left edge of its
    card, and it enters at the right one. Every part of the way is level or upright. Where it would
    be one too many ``chip`` is set: a sign stands at the port, ``points`` is the stub at the target
    alone, and ``full`` is its way for one who asks to see it, empty where none was free. ``card``
    is the box that it starts from: that of the ``holder``, or the one that the holder is drawn in.
    A ``bundle`` is more than one; ``joined`` are the heights of the other ports that it starts
    from. ``member`` is the object that it leads to where the target is the card of a group.
    """

    holder: Key
    slot: Slot
    target: int
    points: tuple[Point, ...]
    port: Point
    kind: ArrowKind = ArrowKind.PLAIN
    chip: bool = False
    full: tuple[Point, ...] = ()
    card: Key = _NO_CARD
    bundle: Bundle | None = None
    joined: tuple[float, ...] = ()
    member: int | None = None

    @property
    def leftwards(self) -> bool:
        """Whether it begins at the left edge of its card."""
        way = self.full if self.chip else self.points
        return len(way) > 1 and way[1].x < way[0].x

    @property
    def key(self) -> tuple[Key, Slot, int, bool]:
        """What makes it the same arrow in another step."""
        return self.holder, self.slot, self.target, self.kind is ArrowKind.FORMER


class RegionKind(StrEnum):
    """The grounds behind the cards."""

    TEXT = "text"
    DATA = "data"
    STACK = "stack"
    HEAP = "heap"
    THREAD = "thread"


class At(NamedTuple):
    """A line that so many frames are at; ``running`` is the one that goes on next."""

    line: int
    frames: int
    running: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A code object in its place, with the lines that its frames are at."""

    rect: Rect
    name: str
    note: Text
    at: tuple[At, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A ground with its name and a line about it; ``foot`` is a line at its lower edge.

    ``hint`` says where the classic picture simplifies. That of a ``thread`` tells whether the step
    is its own, or it waits.
    """

    kind: RegionKind
    rect: Rect
    title: Text
    note: Text
    chips: tuple[Chip, ...] = ()
    foot: Text = ""
    hint: Text = ""
    thread: int = 0
    current: bool = False
    waiting: bool = False

    @property
    def key(self) -> tuple[RegionKind, int]:
        """What makes it the same ground in another step."""
        return self.kind, self.thread


@dataclass(frozen=True, slots=True)
class Picture:
    """A step, laid out. The boxes of frames come before those of objects.

    ``left_out`` counts the objects on the heap that have no card, by type, ``heap`` all that are
    drawn, in slots too.
    """

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    regions: tuple[Region, ...]
    bounds: Rect
    left_out: tuple[tuple[str, int], ...] = ()
    heap: HeapAmount | None = None

    @property
    def frames(self) -> Iterator[Box]:
        """The boxes that are no objects: calls, and the names of modules."""
        return takewhile(lambda box: box.serial is None, self.boxes)
