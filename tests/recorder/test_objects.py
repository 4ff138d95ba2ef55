"""The recorder's tables of objects, and the containers that it reads."""

import sys
from collections import deque
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from visualizer.recorder import wire
from visualizer.recorder.objects import contents
from visualizer.recorder.objects.classes import size_of
from visualizer.recorder.objects.packing import unpack
from visualizer.recorder.objects.plans import Plan
from visualizer.recorder.steps.known_objects import Objects

PLAN = Plan(1, 0, lambda thing, reach: b"")


def test_serials_are_not_used_again() -> None:
    known = Objects()
    for n in range(1, 100):
        known.add(16 * n, PLAN, b"content")
    assert known.highest == 99
    assert [known.remove(16 * n) for n in range(1, 100, 2)] == [*range(1, 100, 2)]
    for n in range(200, 250):
        known.add(16 * n, PLAN, b"other")
    assert known.highest == 149
    assert [known.serial(16 * n) for n in (2, 200, 249)] == [2, 100, 149]
    assert not known.is_live(16)
    assert known.content(16 * 249) == b"other"


def test_unseen_objects_are_missing_at_that_moment() -> None:
    known = Objects()
    for address in (16, 32, 48):
        known.add(address, PLAN, None)
    assert known.missing() == set()
    known.mark_constant(48)
    for _ in range(1000):
        known.scan += 1
        known.seen[16] = known.scan
        assert known.missing() == {32}
    known.remove(32)
    assert known.missing() == set()


@pytest.mark.parametrize("error", [TypeError, ValueError, OverflowError, RuntimeError])
def test_an_object_without_a_known_size_has_none(error: type[Exception]) -> None:
    def size(_: object) -> int:
        raise error

    assert size_of(size, None) == 0
    assert size_of(None, []) > 0


def _read_growing(
    read: Callable[[Any, list[object]], bytes], thing: Any, grow: Callable[[], None]
) -> bytes:
    """Read ``thing``, and let it grow at the first events of the reading's code."""
    left = [20]

    def tracer(frame: FrameType, _event: str, _argument: object) -> Callable[..., Any] | None:
        if frame.f_code.co_filename != contents.__file__:
            return None
        if left[0]:
            left[0] -= 1
            grow()
        return tracer

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        return read(thing, [])
    finally:
        sys.settrace(before)


@pytest.mark.parametrize("size", [3, wire.MOST_ITEMS - 3, wire.MOST_ITEMS, wire.MOST_ITEMS + 3])
def test_a_container_that_a_signal_handler_changes_meanwhile_is_as_long_as_its_items(
    size: int,
) -> None:
    numbers, members, queue = [*range(size)], {*range(size)}, deque(range(size))
    entries = dict.fromkeys(numbers)
    found = [
        _read_growing(contents.read_list, numbers, lambda: numbers.append(len(numbers))),
        _read_growing(contents.read_iterated, members, lambda: members.add(len(members))),
        _read_growing(contents.read_iterated, queue, lambda: queue.append(len(queue))),
        _read_growing(contents.read_dict, entries, lambda: entries.update({len(entries): None})),
    ]
    assert size < min(map(len, (numbers, members, queue, entries)))
    for each, (length, *shown) in zip((1, 1, 1, 2), map(unpack, found), strict=True):
        assert len(shown) // each == min(length, wire.MOST_ITEMS)
