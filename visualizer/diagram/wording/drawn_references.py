"""Finds the drawn references to an object.

Arrowheads, references of the interpreter and undrawn references add up to its count.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from visualizer.explain.references.accounts import Account
from visualizer.layout.blocks.block import Field
from visualizer.layout.iterators import holder_inside
from visualizer.layout.picture import Key, Slot, object_key
from visualizer.layout.sheet import Sheet
from visualizer.model import (
    Cell,
    Event,
    ExceptionBody,
    FrameKind,
    Generator,
    HeapObject,
    Sharing,
    State,
    WeakReference,
    held_by,
    scope_name,
    sharing_of,
)

type ArrowHeads = Counter[tuple[Key, Slot]]
"""The number of arrowheads from each slot of each holder."""

_CONTAINERS = {
    "default": ("defaults tuple", "keyword defaults"),
    "closure": ("closure tuple",),
    "attribute": ("own namespace",),
}
"""By slot, the parts of an object that may hold the slot's reference."""
_ARGUMENTS = ("exceptions", "args[")
"""The beginnings of the slots of an exception's arguments; their tuple has the references."""
_ON_ITS_WAY = ("stack", "exception", "constant")
"""Kinds of references of values in transit; a returned constant has only that of its code."""


@dataclass(frozen=True, slots=True)
class GroupedReferences:
    """The accounts of an object, grouped.

    ``drawn`` have an arrowhead or are in a slot, ``interpreter`` are the interpreter's, ``undrawn``
    could be drawn but are not, by reason: ``type-links``, ``folded`` in a card of the picture,
    ``hidden`` with their holder. ``weak`` references do not count, nor does the head of a lent
    variable. ``extra`` is the number of heads without an account, which should be 0.
    """

    drawn: tuple[Account, ...]
    interpreter: tuple[Account, ...]
    undrawn: Mapping[str, tuple[Account, ...]]
    weak: tuple[Account, ...]
    extra: int


def arrowheads_in(sheet: Sheet, state: State) -> Mapping[int, ArrowHeads]:
    """Return the shown references to each object: by an arrow, a stub, a text, or in a slot.

    If an object is between a slot and its target, such as the cell of a variable that functions
    share, that object has the reference, once.
    """
    found: defaultdict[int, ArrowHeads] = defaultdict(Counter)
    shared = sharing_of(state, state.heap.values())

    @cache
    def slots_of(serial: int) -> Mapping[Slot, int]:
        # Cached for all fields of a long list.
        return dict(held_by(state.heap[serial].content))

    for box in sheet.boxes:
        for one in box.block.fields:
            between = _between(one, state, shared, slots_of)
            if between is None:
                found[one.target][one.holder, one.slot] = 1
            elif between:
                # The object between may be drawn, too.
                slots = held_by(state.heap[between].content)
                slot = next((slot for slot, serial in slots if serial == one.target), Slot(""))
                found[one.target][object_key(between), slot] = 1
    return found


def drawn_in(sheet: Sheet) -> Collection[Key]:
    """Return the keys of everything that a sheet draws, including nested objects."""
    nested = (object_key(serial) for box in sheet.boxes for serial in box.block.anchors)
    return {*sheet.boxes_by_key, *nested}


def _between(
    one: Field, state: State, shared: Sharing, slots_of: Callable[[int], Mapping[Slot, int]]
) -> int | None:
    """Return the serial of the object between a slot and its target.

    It is None if there is none, 0 if the slot has no reference that counts.
    """
    key, slot = one.holder, one.slot
    if key.kind == "frame" and slot.kind == "name":
        serial, name = int(key.name), str(slot.name)
        if serial < 0:
            return _cell_of(one.target, state.heap[-serial], state)
        if name in shared.elsewhere.get(serial, {}):
            return 0
        return shared.cells.get(serial, {}).get(name)
    thing = state.heap.get(int(key.name)) if key.kind == "object" else None
    if thing is None:
        return None
    if isinstance(thing.content, WeakReference):
        return 0
    is_argument = slot.kind == "exception" and str(slot.name).startswith(_ARGUMENTS)
    if isinstance(thing.content, ExceptionBody) and is_argument:
        return thing.content.args
    if slot.kind == "over":
        holder = holder_inside(thing, one.target, state.heap)
        return holder if holder != thing.serial else None
    held = slots_of(thing.serial).get(slot, one.target)
    return held if held != one.target else _container(thing, one, state)


def _cell_of(serial: int, frame: HeapObject, state: State) -> int | None:
    """Return the cell by which a frame that a traceback keeps refers to a variable's object."""
    held = [target for _, target in held_by(frame.content)]
    cells = (one for one in held if state.heap[one].content == Cell(serial))
    return None if serial in held else next(cells, None)


def _container(thing: HeapObject, one: Field, state: State) -> int | None:
    """Return the holder of an object's parts: the tuple of its defaults, a cell, its ``__dict__``.

    0 for a ``__dict__`` whose values the object holds (CPython's inline values).
    """
    for part in thing.parts:
        if part.kind == "values in the object" and one.slot.kind == "value":
            return 0
        is_it = part.kind in _CONTAINERS.get(one.slot.kind, ())
        if part.kind == "through a cell" and isinstance(thing.content, Generator):
            names = [name for name, _ in thing.content.locals]
            is_it = one.slot.kind == "name" and names.index(str(one.slot.name)) == part.through
        if not is_it:
            continue
        at = (each for each in state.heap.values() if each.address == part.address)
        found = next(at, None)
        held = {serial for _, serial in held_by(found.content)} if found is not None else ()
        if found is not None and one.target in held:
            return found.serial
    return None


def all_drawn(accounts: Iterable[Account]) -> GroupedReferences:
    """Group accounts without a picture, as if everything that can be drawn were drawn."""
    every = list(accounts)
    counted = [account for account in every if account.count]
    return GroupedReferences(
        tuple(account for account in counted if account.shown),
        tuple(account for account in counted if not account.shown),
        {},
        tuple(account for account in every if not account.count),
        0,
    )


def group_references(
    accounts: Iterable[Account], heads: ArrowHeads, state: State, shown: Collection[Key]
) -> GroupedReferences:
    """Group the ``accounts`` of an object; ``shown`` are the cards of the picture."""
    lent, every = _lent(state), list(accounts)
    left = Counter({one: n for one, n in heads.items() if (one[0], one[1].name) not in lent})
    drawn, interpreter, weak = list[Account](), list[Account](), list[Account]()
    undrawn: dict[str, list[Account]] = {}
    for account in every:
        if not account.count:
            weak.append(account)
            continue
        n = 0
        for place in [place for place in left if _is_of(account, place, state)]:
            taken = min(left[place], account.count - n)
            left[place] -= taken
            n += taken
        if n:
            drawn.append(replace(account, count=n))
        rest = account.count - n
        if rest and account.shown:
            reason = _reason(account, shown)
            undrawn.setdefault(reason, []).append(replace(account, count=rest))
        elif rest:
            interpreter.append(replace(account, count=rest))
    found = {reason: tuple(ones) for reason, ones in undrawn.items()}
    return GroupedReferences(tuple(drawn), tuple(interpreter), found, tuple(weak), left.total())


def _is_of(account: Account, place: tuple[Key, Slot], state: State) -> bool:
    """Whether a head starts at the slot of an account."""
    key, slot = place
    where = str(account.where)
    if account.kind == "global":
        return f"{key.name} {slot.name}" == where and key.kind == "globals"
    if slot.kind in ("event", "pending"):
        # A frame that handles an exception may wait for a call.
        is_here = account.holder is None and account.kind == "exception"
        return account.kind in _ON_ITS_WAY and (is_here or where in _functions(state, key))
    if account.kind == "name":
        return where in (f"{one} {slot.name}" for one in _functions(state, key))
    if account.kind == "traceback" and key.kind == "frame":
        # Calls that an exception has ended are in the picture, because the traceback has them.
        is_uncaught = state.step is not None and state.step.event is Event.UNCAUGHT
        return is_uncaught or account.holder == -int(key.name)
    if account.holder is None:
        return False
    return key == object_key(account.holder)


def _lent(state: State) -> set[tuple[Key, str]]:
    """Return the variables whose objects callers have lent, by card and name."""
    frames = (frame for stack in state.stacks.values() for frame in stack if frame.lent)
    return {(Key("frame", frame.serial), name) for frame in frames for name in frame.lent}


def _functions(state: State, key: Key) -> Iterator[str]:
    """Yield the names of the call of a card."""
    for stack in state.stacks.values():
        for frame in stack:
            is_module = frame.kind is FrameKind.MODULE
            if key == (Key("globals", frame.file) if is_module else Key("frame", frame.serial)):
                yield frame.function
                yield scope_name(frame, state)


def _reason(account: Account, shown: Collection[Key]) -> str:
    if account.kind == "class":
        return "type-links"
    if account.holder is not None and object_key(account.holder) in shown:
        return "folded"
    return "hidden"
