"""The parts of an object's size add up, as far as the recording knows them."""

from itertools import groupby

import pytest

from visualizer.model import AddressSpace, HeapObject, Instance, Other, Range, Sequence
from visualizer.model.memory import POOL_HEAD, POOL_SIZE, RangeKind
from visualizer.shell.inspector.page import SizePart, size_parts

NUMBERS = HeapObject(
    1, "list", POOL_HEAD + 16, 1, 56 + 8 * 8, Sequence((2, 3, 4, 5, 6), 5), apart=5 * POOL_SIZE
)
OUTSIDE = AddressSpace(())


def pools(*sizes: int) -> AddressSpace:
    """A pool at each multiple of its size, with blocks of that many bytes."""
    return AddressSpace(
        Range(RangeKind.POOL, number * POOL_SIZE, POOL_SIZE, (size,))
        for number, size in enumerate(sizes)
    )


def sums_hold(parts: tuple[SizePart, ...]) -> bool:
    total = 0
    for is_sum, group in groupby(parts, lambda one: one.is_sum):
        for one in group:
            if is_sum and one.size != total:
                return False
            total += 0 if is_sum else one.size
    return True


def test_a_list_has_a_head_a_header_items_and_spare_places() -> None:
    parts = size_parts(NUMBERS, OUTSIDE)
    assert [(one.key, one.size) for one in parts] == [
        ("collector", 16),
        ("header", 40),
        ("payload", 40),
        ("spare_places", 24),
        ("size", 120),
    ]
    assert parts[3].places == 3
    assert sums_hold(parts)


def test_if_blocks_are_known_the_rest_of_both_is_listed() -> None:
    thing = HeapObject(
        *(1, "list", POOL_HEAD + 16, 1, 56 + 8 * 8, NUMBERS.content),
        apart=POOL_SIZE + POOL_HEAD,
    )
    parts = size_parts(thing, pools(64, 80))
    assert [(one.key, one.size) for one in parts[-3:]] == [
        ("size", 120),
        ("rounding", 8 + 16),
        ("blocks", 64 + 80),
    ]
    assert sums_hold(parts)


def test_attributes_of_an_instance_come_beyond_its_size() -> None:
    thing = HeapObject(1, "Point", POOL_HEAD + 32, 1, 48, Instance(2, (("x", 3),)))
    parts = size_parts(thing, pools(96))
    assert [(one.key, one.size) for one in parts[-3:]] == [
        ("size", 48),
        ("attributes", 48),
        ("block", 96),
    ]
    assert sums_hold(parts)


def test_a_class_derived_from_list_shows_array_and_fields_together() -> None:
    content = Instance(2, (), Sequence((2, 3, 4, 5, 6), 5))
    thing = HeapObject(1, "Stack", POOL_HEAD + 32, 1, 136, content, apart=POOL_SIZE + POOL_HEAD)
    parts = size_parts(thing, pools(80, 64))
    assert [(one.key, one.size) for one in parts] == [
        ("collector", 32),
        ("header", 16),
        ("other", 88),
        ("size", 136),
    ]


@pytest.mark.parametrize(
    "thing",
    [
        HeapObject(1, "Point", 64, 1, 48, Instance(2, (("x", 3),))),
        HeapObject(1, "deque", 64, 1, 760, Other(())),
        HeapObject(1, "list", 64, 1, 0, Sequence((), 0)),
    ],
)
def test_nothing_is_guessed(thing: HeapObject) -> None:
    assert size_parts(thing, OUTSIDE) == ()
