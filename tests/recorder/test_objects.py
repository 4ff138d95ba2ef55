"""The recorder's tables of objects."""

import pytest

from visualizer.recorder.objects.classes import size_of
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


def test_what_was_not_seen_at_a_moment_is_missing() -> None:
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
def test_an_object_that_cannot_tell_its_size_has_none(error: type[Exception]) -> None:
    def size(_: object) -> int:
        raise error

    assert size_of(size, None) == 0
    assert size_of(None, []) > 0
