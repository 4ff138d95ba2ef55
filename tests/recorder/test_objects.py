"""The tables of what is known of each object."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.recorder import objects as module
from visualizer.recorder.objects import Objects, Pages

ADDRESSES = st.integers(1, 400).map(lambda n: n * 8 + (n % 3) * (1 << 20))


@given(st.lists(st.tuples(ADDRESSES, st.booleans())))
def test_pages_find_what_a_dict_would_find(changes: list[tuple[int, bool]]) -> None:
    expected: dict[int, int] = {16: 1}
    pages = Pages(expected)
    for slot, (address, comes) in enumerate(changes, 2):
        if comes:
            expected[address] = pages[address] = slot
        elif address in expected:
            del expected[address], pages[address]
    for first in range(8, 3300, 8):
        for address in (first, first + (1 << 20), first + (2 << 20)):
            assert pages.get(address) == expected.get(address)
            assert (address in pages) == (address in expected)


@pytest.mark.parametrize("most", [0, 1 << 30])
def test_slots_are_used_again_and_serials_are_not(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_IN_DICT", most)
    monkeypatch.setattr(module, "_FIRST_SIZE", 4)
    known = Objects()
    slots = [known.add(16 * n, 7, b"content", 0) for n in range(1, 100)]
    assert len(set(slots)) == known.live == known.highest == 99
    for slot in slots[::2]:
        known.give_up(slot)
    again = [known.add(16 * n, 8, b"other", 0) for n in range(200, 250)]
    assert set(again) == set(slots[::2])
    assert (known.live, known.highest) == (99, 149)
    assert [known.serial(16 * n) for n in (2, 200, 249)] == [2, 100, 149]
    assert known.live_slot(16) == 0
    assert known.type_of(16 * 249) == 8


def test_what_was_not_seen_at_a_moment_is_missing() -> None:
    known = Objects()
    seen, lost, settled = [known.add(16 * n, 7, None, 0) for n in (1, 2, 3)]
    assert known.missing() == []
    known.settle(settled)
    for _ in range(1000):
        known.next_moment()
        known.marks[seen] = known.moment
        assert known.missing() == [32]
    known.give_up(lost)
    assert known.missing() == []


@pytest.mark.parametrize("every", [1, 2, 7, 300, 999])
def test_few_and_many_that_are_missing_are_found(every: int) -> None:
    known = Objects()
    slots = [known.add(16 * n, 7, None, 0) for n in range(1, 1500)]
    lost = slots[::every]
    known.next_moment()
    for slot in {*slots} - {*lost}:
        known.marks[slot] = known.moment
    assert known.missing() == [known.addresses[slot] for slot in lost]


def test_an_address_where_something_else_lies_by_now_keeps_its_slot() -> None:
    known = Objects()
    old = known.add(16, 7, None, 0)
    new = known.add(16, 8, None, 0)
    known.give_up(old)
    assert known.live_slot(16) == new
