"""The input of the address space's picture: the step, the width, and the object in each block."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from visualizer.layout.blocks.block import Align, Block, Ink
from visualizer.layout.blocks.ink import STYLE_OF
from visualizer.layout.measure import Text, TextMeasure
from visualizer.layout.picture import Rect
from visualizer.model import (
    AddressSpace,
    ClassBody,
    Delta,
    Function,
    HeapObject,
    Module,
    Scalar,
    Sequence,
    State,
    address_space,
    main_file,
    own_names,
    second_size,
)

MOST_LETTERS = 14


@dataclass(frozen=True, slots=True)
class Tenant:
    """The object in a block: in its own block or (``is_apart``) in its second one."""

    thing: HeapObject
    address: int
    is_apart: bool = False

    @property
    def size(self) -> int:
        """The bytes that the object requested for this block, without its other block."""
        second = second_size(self.thing) if self.thing.apart else 0
        return second if self.is_apart else self.thing.size - second


@dataclass(frozen=True)
class Scenery:
    """A step of a recording, and the width of its picture, in pixels at 100 %.

    ``delta`` has the changes of the step, ``earlier`` those of the step before: the objects that it
    freed are shown until their blocks are in use again. ``selected`` is the object whose words are
    shown; an ``is_still`` picture has no selection.
    """

    state: State
    delta: Delta | None
    earlier: Delta | None
    measure: TextMeasure
    width: float
    selected: int | None = None
    is_still: bool = False

    @cached_property
    def names(self) -> Mapping[int, str]:
        """The names that refer to each object."""
        return names_of(self.state)

    @cached_property
    def space(self) -> AddressSpace:
        """The address ranges that the recorder reported."""
        return address_space(self.state.memory)

    @cached_property
    def tenants(self) -> tuple[Tenant, ...]:
        """All blocks of live objects, by their addresses."""
        found = [Tenant(one, one.address) for one in self.state.heap.values()]
        found += [Tenant(one, one.apart, True) for one in self.state.heap.values() if one.apart]
        return tuple(sorted(found, key=lambda one: one.address))

    @cached_property
    def freed(self) -> tuple[Tenant, ...]:
        """The blocks that this step freed, then those that the step before freed; each once."""
        found: dict[int, Tenant] = {}
        for delta in (self.delta, self.earlier):
            for change in delta.objects if delta is not None else ():
                if change.new is None and change.old is not None:
                    old = change.old
                    found.setdefault(old.address, Tenant(old, old.address))
                    if old.apart:
                        found.setdefault(old.apart, Tenant(old, old.apart, True))
        return tuple(found.values())

    @cached_property
    def new(self) -> frozenset[int]:
        """The objects that this step made."""
        changes = self.delta.objects if self.delta is not None else ()
        return frozenset(one.serial for one in changes if one.old is None)

    @cached_property
    def moved(self) -> frozenset[int]:
        """The objects whose second block is new or moved."""
        changes = self.delta.objects if self.delta is not None else ()
        return frozenset(
            one.serial
            for one in changes
            if one.new is not None
            and one.new.apart
            and (one.old is None or one.old.apart != one.new.apart)
        )

    def is_new(self, one: Tenant) -> bool:
        """Whether this step took the block into use."""
        return one.thing.serial in (self.moved if one.is_apart else self.new)

    def name_of(self, one: Tenant) -> str:
        """The names of an object; for a list's array its items, as in ``row[0…4]``."""
        names, content = self.names.get(one.thing.serial, ""), one.thing.content
        if not names or not one.is_apart or one.thing.type != "list":
            return names
        last = content.length - 1 if isinstance(content, Sequence) else 0
        name = names.partition(",")[0]
        # Brackets around an ellipsis alone look like the sign for a missing letter.
        return f"{name}[0…{last}]" if last > 0 else f"{name}[0]"

    def text_width(self, text: Text, ink: Ink) -> float:
        """The width of a text in whole pixels, so that all boxes begin at whole pixels."""
        return ceil(self.measure.width(text, STYLE_OF[ink]))

    def write(
        self, block: Block, text: Text, ink: Ink, at: tuple[float, float], height: float
    ) -> float:
        """Write a text from a point on; return its right end."""
        width = self.text_width(text, ink)
        block.write(text, ink, Rect(at[0], at[1], width + 1, height), Align.LEFT)
        return at[0] + width


def names_of(state: State) -> dict[int, str]:
    """At most three names that refer to each object, the innermost call's first."""
    found: dict[int, list[str]] = {}
    scopes = [own_names(frame) for frame in reversed(state.frames)]
    own = state.globals.get(main_file(state) or "", ())
    for name, serial in (*(pair for names in scopes for pair in names), *own):
        if name not in (there := found.setdefault(serial, [])) and len(there) < 3:
            there.append(name)
    return {serial: ", ".join(names) for serial, names in found.items()}


def label_of(thing: HeapObject, most: int = MOST_LETTERS) -> str:
    """An object in a few letters: its value if it is plain, else its type."""
    match thing.content:
        case Scalar(text=text):
            found = text
        case Function(name=name):
            found = f"ƒ {name.rpartition('.')[2]}"
        case ClassBody(name=name):
            found = f"class {name}"
        case Module(name=name):
            found = f"module {name}"
        case _:
            found = thing.type
    return found if len(found) <= most else f"{found[: most - 1]}…"


def hexadecimal(address: int) -> str:
    """An address as ``hex`` writes it."""
    return f"0x{address:x}"


def within_pool(address: int) -> str:
    """The last 16 bits of an address, which differ within a pool."""
    return f"…{address & 0xFFFF:04x}"
