"""Describes the bytes of an object: heads, counts, pointers, payload, and spare room.

The layouts are those of CPython 3.13 to 3.15 on 64-bit systems (``Include/cpython/*object.h``,
``Include/internal/pycore_dict.h``). They cover the builtin types that programs use most; of other
types, only the fields that begin every object.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from visualizer.model.content import Instance, Mapping, Scalar, Sequence
from visualizer.model.memory import ALIGNMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visualizer.model.memory import Block
    from visualizer.model.run import HeapObject

WORD = 8
_COLLECTOR = 16
_PRE_HEADER = 16
_LIST, _DICT, _SET, _BYTEARRAY = 56, 64, 216, 57
"""``sys.getsizeof`` of each without its second block; a bytearray has one byte more than places."""
_TABLE_HEAD = 32
"""``sizeof(PyDictKeysObject)``."""
_TEXT_ENTRY, _ENTRY = 16, 24
"""Bytes of an entry of a dict: if all keys are text, and otherwise."""
_SMALL_TABLE = 128
"""Bytes of the table inside a set itself: eight entries."""
_SET_ENTRY = 16
_COLLECTED = frozenset(("list", "dict", "tuple", "set", "frozenset", "function", "cell"))
_NOT_COLLECTED = frozenset(
    ("int", "bool", "float", "complex", "str", "bytes", "bytearray", "NoneType", "ellipsis")
)
_DESCRIBED = frozenset(
    ("int", "bool", "float", "str", "bytes", "list", "tuple", "dict", "set", "frozenset")
)
"""The types whose own fields are all described by ``_words_within``."""


class Role(StrEnum):
    """The role of a word, or of a run of words."""

    COLLECTOR = "collector"
    WEAK_REFERENCES = "weak-references"
    DICT = "dict"
    COUNT = "count"
    TYPE = "type"
    LENGTH = "length"
    ITEMS = "items"
    CAPACITY = "capacity"
    TABLE = "table"
    OWN = "own"
    HASH = "hash"
    STATE = "state"
    DIGITS = "digits"
    VALUE = "value"
    CHARACTERS = "characters"
    ITEM = "item"
    INDEXES = "indexes"
    ENTRIES = "entries"
    SPARE = "spare"
    ATTRIBUTES = "attributes"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Word:
    """A run of ``size`` bytes from ``offset`` on in its block.

    ``number`` is its value, if known: a count, a length, a capacity or the address of a second
    block. ``serial`` is the object that it refers to; ``place`` numbers items.
    """

    offset: int
    size: int
    role: Role
    number: int | None = None
    serial: int | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Capacity:
    """The number of items of a container, and of the places of its second block.

    ``deleted`` are places of deleted entries, which no new entry takes.
    """

    used: int
    places: int
    deleted: int = 0

    @property
    def spare(self) -> int:
        """Places for more items. Lists and dicts get another block when there are none."""
        return max(0, self.places - self.used - self.deleted)


@dataclass(frozen=True, slots=True)
class Split:
    """The bytes of an object by their use.

    ``collector`` is in front of the object (the collector's head, and two pointers of instances),
    ``header`` the count, the type, and the fields that manage the rest; ``payload`` is its data,
    ``spare`` room for more. ``other`` are fields that this module does not describe, ``deleted``
    are deleted entries of a dict that keep their places. Their sum is the result of
    ``sys.getsizeof``, which does not count the other two: ``attributes`` are those of an instance
    that lie after it in its block, and ``rounding`` is the rest of the block, because blocks come
    in multiples of 16 bytes.
    """

    collector: int
    header: int
    payload: int
    spare: int
    other: int = 0
    deleted: int = 0
    attributes: int = 0
    rounding: int = 0


def second_size(thing: HeapObject) -> int:
    """The bytes requested for its second block; 0 if it has none, or they are unknown."""
    own = {"list": _LIST, "dict": _DICT, "set": _SET, "frozenset": _SET}.get(thing.type)
    if thing.type == "bytearray":
        return thing.size - _BYTEARRAY + 1 if thing.apart else 0
    if own is None or not isinstance(thing.content, Mapping | Sequence):
        return 0
    return max(0, thing.size - own)


def continues_text(old: HeapObject, new: HeapObject) -> bool:
    """Whether ``new`` is the text of ``old`` and more, as ``+=`` makes it."""
    if not (old.type == new.type == "str"):
        return False
    if not isinstance(old.content, Scalar) or not isinstance(new.content, Scalar):
        return False
    # Without the closing quote.
    head, text = old.content.text[:-1], new.content.text
    return len(head) > 1 and len(text) > len(head) + 1 and text.startswith(head)


def grew_in_place(old: HeapObject, new: HeapObject) -> bool:
    """Whether a text was extended in its own memory (``PyUnicode_Append``)."""
    return new.is_measured and new.address == old.address and continues_text(old, new)


def capacity_of(thing: HeapObject) -> Capacity | None:
    """The capacity of a list, dict or set with a second block of its own."""
    content, size = thing.content, second_size(thing)
    if not size:
        return None
    if isinstance(content, Mapping):
        table = dict_table(size)
        return Capacity(content.length, table.places, thing.deleted) if table else None
    if not isinstance(content, Sequence) or thing.type == "bytearray":
        return None
    return Capacity(content.length, size // (WORD if thing.type == "list" else 2 * WORD))


@dataclass(frozen=True, slots=True)
class DictTable:
    """The table of a dict: bytes of its indexes, of each entry, and how many entries fit."""

    slots: int
    indexes: int
    entry: int
    places: int


def dict_table(size: int) -> DictTable | None:
    """The table of ``size`` bytes: ``USABLE_FRACTION`` of a power of two (Objects/dictobject.c)."""
    return _TABLES.get(size)


def _tables() -> Iterator[tuple[int, DictTable]]:
    for power in range(3, 40):
        width = 1 if power < 8 else 2 if power < 16 else 4 if power < 32 else 8
        slots, places = 1 << power, (1 << power) * 2 // 3
        for entry in (_TEXT_ENTRY, _ENTRY):
            indexes = width * slots
            yield _TABLE_HEAD + indexes + entry * places, DictTable(slots, indexes, entry, places)


_TABLES = dict(_tables())


def before_object(thing: HeapObject, block: Block | None) -> int | None:
    """The bytes in front of an object in its block; its address is that of its count.

    None if neither the block nor the type determines them: an instance has two more pointers in
    front than one with ``__slots__``.
    """
    if block is not None:
        return thing.address - block.start
    if isinstance(thing.content, Instance):
        return None
    if thing.type in _COLLECTED:
        return _COLLECTOR
    return 0 if thing.type in _NOT_COLLECTED else None


def split_of(thing: HeapObject, block: Block | None) -> Split | None:
    """Split the bytes of an object by use; None if its size or its beginning is unknown."""
    before, sizes = before_object(thing, block), Counter[Role]()
    if before is None or not thing.is_measured:
        return None
    for word in (*words_of(thing, block), *second_words(thing, None)):
        sizes[word.role] += word.size
    payload, spare = sum(sizes[role] for role in _PAYLOAD), sizes[Role.SPARE]
    if thing.type in ("set", "frozenset") and isinstance(thing.content, Sequence):
        # Hashes scatter the entries, so no word as a whole is spare.
        empty = sizes[Role.ENTRIES] - _SET_ENTRY * thing.content.length
        payload, spare = payload - empty, spare + empty
    table = dict_table(second_size(thing)) if thing.deleted else None
    deleted = table.entry * thing.deleted if table is not None else 0
    payload -= deleted
    is_described = thing.type in _DESCRIBED and not isinstance(thing.content, Instance)
    other = 0 if is_described else sizes[Role.OWN]
    header = thing.size - before - payload - spare - other - deleted
    beyond = sizes[Role.ATTRIBUTES], sizes[Role.ROUNDING]
    return Split(before, header, payload, spare, other, deleted, *beyond)


_PAYLOAD = (Role.DIGITS, Role.VALUE, Role.CHARACTERS, Role.ITEM, Role.ENTRIES)


def words_of(thing: HeapObject, block: Block | None) -> tuple[Word, ...]:
    """The words of an object's own block in order; none where its beginning is not known."""
    before = before_object(thing, block)
    if before is None or not thing.is_measured:
        return ()
    own = thing.size - before - second_size(thing)
    found = [*_words_before(before), *_words_within(thing, before, own)]
    end = max((word.offset + word.size for word in found), default=0)
    if before + own > end:
        found.append(Word(end, before + own - end, Role.OWN))
        end = before + own
    if block is not None and block.size > end:
        rest = block.size - end
        # An instance has its attributes there, which ``sys.getsizeof`` does not count.
        has_attributes = isinstance(thing.content, Instance) and rest >= ALIGNMENT
        role = Role.ATTRIBUTES if has_attributes else Role.ROUNDING
        found.append(Word(end, rest, role))
    return tuple(found)


def _words_before(before: int) -> Iterator[Word]:
    if before >= _COLLECTOR + _PRE_HEADER:
        yield Word(before - 32, WORD, Role.WEAK_REFERENCES)
        yield Word(before - 24, WORD, Role.DICT)
    if before >= _COLLECTOR:
        yield Word(before - _COLLECTOR, _COLLECTOR, Role.COLLECTOR)


def _words_within(thing: HeapObject, at: int, own: int) -> Iterator[Word]:
    content = thing.content
    yield Word(at, WORD, Role.COUNT, thing.refcount)
    yield Word(at + 8, WORD, Role.TYPE)
    at, rest = at + 16, own - 16
    length = content.length if isinstance(content, Sequence | Mapping) else None
    match thing.type:
        case "int" | "bool":
            yield Word(at, WORD, Role.LENGTH)
            yield Word(at + 8, rest - 8, Role.DIGITS)
        case "float":
            yield Word(at, WORD, Role.VALUE)
        case "str":
            yield from _words_of_text(thing, at, rest)
        case "bytes":
            yield Word(at, WORD, Role.LENGTH, rest - 17)
            yield Word(at + 8, WORD, Role.HASH)
            yield Word(at + 16, rest - 16, Role.CHARACTERS)
        case "list":
            yield Word(at, WORD, Role.LENGTH, length)
            yield Word(at + 8, WORD, Role.ITEMS, thing.apart)
            capacity = capacity_of(thing)
            yield Word(at + 16, WORD, Role.CAPACITY, capacity.places if capacity else 0)
        case "tuple" if isinstance(content, Sequence):
            yield Word(at, WORD, Role.LENGTH, length)
            at += 8
            if rest - 8 * content.length > 8:  # from 3.14 on
                yield Word(at, WORD, Role.HASH)
                at += 8
            for place, serial in enumerate(content.items):
                yield Word(at + 8 * place, WORD, Role.ITEM, None, serial, place)
        case "dict":
            yield Word(at, WORD, Role.LENGTH, length)
            yield Word(at + 8, WORD, Role.STATE)
            yield Word(at + 16, WORD, Role.TABLE, thing.apart or None)
            yield Word(at + 24, WORD, Role.OWN)
        case "set" | "frozenset":
            yield Word(at, WORD, Role.LENGTH)
            yield Word(at + 8, WORD, Role.LENGTH, length)
            yield Word(at + 16, WORD, Role.CAPACITY)
            yield Word(at + 24, WORD, Role.TABLE, thing.apart or None)
            yield Word(at + 32, 2 * WORD, Role.OWN)
            role = Role.SPARE if second_size(thing) else Role.ENTRIES
            yield Word(at + 48, _SMALL_TABLE, role, None if second_size(thing) else length)
            yield Word(at + 48 + _SMALL_TABLE, WORD, Role.WEAK_REFERENCES)


def _words_of_text(thing: HeapObject, at: int, rest: int) -> Iterator[Word]:
    yield Word(at, WORD, Role.LENGTH)
    yield Word(at + 8, WORD, Role.HASH)
    yield Word(at + 16, WORD, Role.STATE)
    head = 24
    if isinstance(thing.content, Scalar) and not thing.content.text.isascii():
        yield Word(at + 24, 2 * WORD, Role.OWN)
        head = 40
    if rest > head:
        yield Word(at + head, rest - head, Role.CHARACTERS)


def second_words(thing: HeapObject, block: Block | None) -> tuple[Word, ...]:
    """The words of an object's second block in order; empty if it has none or it is not known."""
    size, capacity = second_size(thing), capacity_of(thing)
    if not size:
        return ()
    found = [*_items(thing, capacity, size)] if capacity is not None else [Word(0, size, Role.OWN)]
    if block is not None and block.size > size:
        found.append(Word(size, block.size - size, Role.ROUNDING))
    return tuple(word for word in found if word.size)


def _items(thing: HeapObject, capacity: Capacity, size: int) -> Iterator[Word]:
    content = thing.content
    if thing.type == "list" and isinstance(content, Sequence):
        for place, serial in enumerate(content.items):
            yield Word(WORD * place, WORD, Role.ITEM, None, serial, place)
        hidden = capacity.used - len(content.items)
        yield Word(WORD * len(content.items), WORD * hidden, Role.ENTRIES, hidden)
        yield Word(WORD * capacity.used, WORD * capacity.spare, Role.SPARE)
        return
    table = dict_table(size) if isinstance(content, Mapping) else None
    if table is not None:
        entries = _TABLE_HEAD + table.indexes
        # Deleted entries are anywhere between the others.
        used = table.entry * min(capacity.used + capacity.deleted, table.places)
        yield Word(0, _TABLE_HEAD, Role.OWN)
        yield Word(_TABLE_HEAD, table.indexes, Role.INDEXES)
        yield Word(entries, used, Role.ENTRIES, capacity.used)
        yield Word(entries + used, size - entries - used, Role.SPARE)
    else:
        yield Word(0, size, Role.ENTRIES, capacity.used)
