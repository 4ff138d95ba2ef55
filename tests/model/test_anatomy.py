"""The meaning of an object's bytes, against ``sys.getsizeof`` and ``ctypes`` here."""

import ctypes
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from visualizer.model import (
    Block,
    Capacity,
    Content,
    HeapObject,
    Instance,
    Mapping,
    Other,
    Pool,
    Role,
    Scalar,
    Sequence,
    Split,
    Word,
    capacity_of,
    second_size,
    second_words,
    split_of,
    words_of,
)


def recorded(value: object) -> HeapObject:
    """Return an object of this interpreter as in a recording; items have invented serials."""
    content: Content = Scalar(repr(value))
    apart = 0
    if isinstance(value, list | tuple | set):
        content = Sequence(tuple(range(1, len(value) + 1)), len(value))
    elif isinstance(value, dict):
        content = Mapping(tuple((n, n) for n in range(len(value))), len(value))
    if isinstance(value, list | dict) and value:
        offset = 24 if isinstance(value, list) else 32
        apart = ctypes.c_size_t.from_address(id(value) + offset).value
    if isinstance(value, set) and len(value) > 4:
        apart = ctypes.c_size_t.from_address(id(value) + 40).value
    size = sys.getsizeof(value)
    return HeapObject(1, type(value).__name__, id(value), 1, size, content, apart=apart)


VALUES = [
    *(7, 10**40, 2.5, True, "text", "한글", b"bytes", (1, 2, 3), ()),
    *([1, 2, 3], [], {"a": 1}, {1: 1, 2: 2}, {}, {1, 2, 3}, set(range(20))),
    {f"k{n}": n for n in range(100)},
]


@pytest.mark.parametrize("value", VALUES, ids=lambda one: f"{type(one).__name__}{str(one)[:8]}")
def test_words_follow_each_other_and_make_up_the_size(value: object) -> None:
    one = recorded(value)
    words = words_of(one, None)
    for word, after in pairwise(words):
        assert word.offset + word.size == after.offset
    assert words[0].offset == 0
    own = sum(word.size for word in words)
    assert own + second_size(one) == one.size
    split = split_of(one, None)
    assert split is not None
    parts = (split.collector, split.header, split.payload, split.spare, split.other)
    assert sum(parts) == one.size
    assert min(parts) >= 0
    assert split.other == 0


def test_the_words_of_a_list_describe_its_memory() -> None:
    value = [1, 2, 3]
    value.append(4)
    one = recorded(value)
    words = {word.role: word for word in words_of(one, None)}
    before = 16

    def at(role: Role) -> int:
        address = id(value) + words[role].offset - before
        return ctypes.c_ssize_t.from_address(address).value

    assert at(Role.LENGTH) == words[Role.LENGTH].number == 4
    assert at(Role.ITEMS) == words[Role.ITEMS].number == one.apart
    assert at(Role.CAPACITY) == words[Role.CAPACITY].number
    assert at(Role.TYPE) == id(list)


def test_spare_places_are_those_behind_the_items() -> None:
    value: list[int] = []
    for n in range(6):
        value.append(n)
    one = recorded(value)
    capacity = capacity_of(one)
    assert capacity is not None
    assert capacity == Capacity(6, 8)
    words = second_words(one, None)
    assert words[0] == Word(0, 8, Role.ITEM, None, 1, 0)
    assert words[-1] == Word(48, 8 * capacity.spare, Role.SPARE)


@pytest.mark.parametrize(("entries", "places"), [(1, 5), (5, 5), (6, 10), (11, 21), (100, 170)])
def test_the_capacity_of_a_dict_is_two_thirds_of_its_slots(entries: int, places: int) -> None:
    value = {}
    for n in range(entries):
        value[n] = n
    assert capacity_of(recorded(value)) == Capacity(entries, places)


def test_places_of_deleted_entries_are_neither_used_nor_spare() -> None:
    value = {1: 1, 2: 2, 3: 3, 4: 4}
    del value[1], value[2]
    one = replace(recorded(value), deleted=2)
    assert capacity_of(one) == Capacity(2, 5, 2)
    assert Capacity(2, 5, 2).spare == 1
    found = split_of(one, None)
    assert found is not None
    assert (found.payload, found.deleted, found.spare) == (2 * 24, 2 * 24, 24)
    parts = (found.collector, found.header, found.payload, found.deleted, found.spare)
    assert sum(parts) == sys.getsizeof(value)


def test_unknown_places_have_no_words() -> None:
    one = recorded([1, 2, 3])
    unmeasured = HeapObject(1, "list", one.address, 1, 0, one.content)
    assert capacity_of(unmeasured) is None
    assert split_of(unmeasured, None) is None
    assert capacity_of(recorded((1, 2))) is None


def test_places_of_a_list_follow_from_its_size_alone() -> None:
    """The Python recorder does not know where an array is."""
    one = recorded([1, 2, 3, 4])
    thing = HeapObject(1, "list", one.address, 1, one.size, one.content)
    assert capacity_of(thing) == Capacity(4, 4)


def split(value: object) -> Split:
    found = split_of(recorded(value), None)
    assert found is not None
    return found


def test_the_contents_of_a_container_are_distinguished_from_its_room() -> None:
    grown = [1, 2, 3, 4]
    grown.append(5)
    assert split(grown) == Split(16, 40, 5 * 8, 3 * 8)
    assert split((1, 2, 3)).payload == 3 * 8
    assert split("text").payload == len("text") + 1
    assert split({"a": 1, "b": 2}) == Split(16, 48 + 32 + 8, 2 * 16, 3 * 16)
    assert split({1, 2, 3}) == Split(16, 72, 3 * 16, 5 * 16)
    full = split(set(range(20)))
    assert (full.header, full.payload) == (72, 20 * 16)


def test_the_beginning_of_an_object_is_not_guessed() -> None:
    class Plain:
        pass

    one = Plain()
    thing = HeapObject(1, "Plain", id(one), 1, sys.getsizeof(one), Instance(2, ()))
    assert split_of(thing, None) is None
    assert words_of(thing, None) == ()


def test_attributes_of_an_instance_are_in_its_block_beyond_its_size() -> None:
    block = Block(0x1000, 112, Pool(0x0, 112))
    thing = HeapObject(1, "Plain", 0x1000 + 32, 1, 48, Instance(2, ()))
    found = split_of(thing, block)
    assert found == Split(32, 16, 0, 0, attributes=64)
    roles = [word.role for word in words_of(thing, block)]
    assert roles[-1] is Role.ATTRIBUTES


def test_fields_of_a_type_that_is_not_described_are_not_called_contents() -> None:
    block = Block(0x1000, 64, Pool(0x0, 64))
    thing = HeapObject(1, "range", 0x1000, 1, 48, Other(()))
    assert split_of(thing, block) == Split(0, 16, 0, 0, other=32, rounding=16)
