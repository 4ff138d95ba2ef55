"""Finds objects by name, type, value, address or number."""

from collections.abc import Iterator
from dataclasses import dataclass

from visualizer.model import (
    ClassBody,
    Function,
    HeapObject,
    Instance,
    Module,
    Scalar,
    State,
    own_names,
)

MAX_HITS = 1_000
_MIN_DIGITS = 3
"""The minimum number of hexadecimal digits that may be the end of an address."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An object that matches a search.

    ``kind`` is the kind of match: ``number``, ``name``, ``type``, ``value`` or ``address``;
    ``text`` is that name, type, value or address.
    """

    serial: int
    kind: str
    text: str


_KINDS = ("number", "name", "value", "type", "address")


def search(state: State, asked: str) -> tuple[Hit, ...]:
    """Return the objects of ``state`` that ``asked`` may mean, each once, the best match first.

    ``#12`` is a number, ``0x…`` an address or its beginning; a few hexadecimal digits may be the
    end of an address. Any other text is searched in names, values and types, ignoring case.
    """
    wanted = asked.strip().casefold()
    if not wanted:
        return ()
    if wanted.startswith("#"):
        number = int(wanted[1:]) if wanted[1:].isdecimal() else 0
        return (Hit(number, "number", f"#{number}"),) if number in state.heap else ()
    found: dict[int, Hit] = {}
    for hit in _hits(state, wanted):
        before = found.get(hit.serial)
        if before is None or _KINDS.index(hit.kind) < _KINDS.index(before.kind):
            found[hit.serial] = hit
    ranked = sorted(found.values(), key=lambda hit: (hit.text.casefold() != wanted, hit.serial))
    return tuple(ranked[:MAX_HITS])


def _hits(state: State, wanted: str) -> Iterator[Hit]:
    if not wanted.startswith("0x"):
        for name, serial in _names(state):
            if wanted in name.casefold():
                yield Hit(serial, "name", name)
    for thing in state.heap.values():
        address = f"{thing.address:x}" if thing.is_measured else ""
        if wanted.startswith("0x"):
            if address.startswith(wanted[2:]):
                yield Hit(thing.serial, "address", f"0x{address}")
            continue
        value = _value(thing)
        if wanted in value.casefold():
            yield Hit(thing.serial, "value", value)
        elif wanted in thing.type.casefold():
            yield Hit(thing.serial, "type", thing.type)
        elif len(wanted) >= _MIN_DIGITS and address.endswith(wanted):
            yield Hit(thing.serial, "address", f"0x{address}")


def _names(state: State) -> Iterator[tuple[str, int]]:
    """Yield the names of the program, of its calls, and of attributes."""
    for names in state.globals.values():
        yield from names
    for frames in state.stacks.values():
        for frame in frames:
            yield from own_names(frame)
    for thing in state.heap.values():
        if isinstance(thing.content, Instance):
            yield from thing.content.attributes


def _value(thing: HeapObject) -> str:
    """Return the value on an object's card: a plain value, or the name of a named object."""
    match thing.content:
        case Scalar(text=text):
            return text
        case Function(name=name) | ClassBody(name=name) | Module(name=name):
            return name
    return ""
