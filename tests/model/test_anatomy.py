"""What the bytes of an object are, against ``sys.getsizeof`` and ``ctypes`` in this interpreter."""

import ctypes
import sys
from itertools import pairwise

import pytest

from visualizer.model import (
    Capacity,
    Content,
    HeapObject,
    Mapping,
    Role,
    Scalar,
    Sequence,
    Word,
    capacity_of,
    second_size,
    second_words,
    split_of,
    words_of,
)


def recorded(value: object) -> HeapObject:
    """An object of this interpreter as a recording has it; items are numbered by themselves."""
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
    assert split.collector + split.header + split.payload + split.spare == one.size
    assert min(split.collector, split.header, split.payload, split.spare) >= 0


def test_the_words_of_a_list_say_what_its_memory_does() -> None:
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


def test_nothing_is_said_of_places_that_are_not_known() -> None:
    one = recorded([1, 2, 3])
    assert capacity_of(HeapObject(1, "list", one.address, 1, one.size, one.content)) is None
    assert capacity_of(recorded((1, 2))) is None
