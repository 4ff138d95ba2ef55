"""The shown places of a long container: always the wanted places, seldom others."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from visualizer.layout.analysis.clocks import in_effect
from visualizer.layout.folding.windows import runs, slots_of, windows

PLACES = st.frozensets(st.integers(0, 199), max_size=5)


@given(st.lists(PLACES, max_size=40))
def test_the_subject_of_a_step_is_in_the_window_of_that_step(wanted: list[frozenset[int]]) -> None:
    events = list(enumerate(wanted, 1))
    found = windows(events, 30)
    assert all(places <= in_effect(found, step, frozenset[int]()) for step, places in events)
    assert all(slots_of(places) <= 26 for _, places in found)


def test_a_loop_over_a_list_changes_the_shown_part_once_in_many_steps() -> None:
    found = windows([(step, frozenset({step})) for step in range(200)], 30)
    assert len(found) == 8


def test_a_list_beyond_the_room_shows_its_most_used_items() -> None:
    asked = [(1, frozenset(range(20))), (5, frozenset(range(10, 30)))]
    core = {1: frozenset({17, 18}), 5: frozenset({25})}
    found = windows(asked, 10, first=core.__getitem__)
    for step, wanted in core.items():
        assert wanted <= in_effect(found, step, frozenset[int]())
        assert len(in_effect(found, step, frozenset[int]())) > len(wanted)


def test_a_list_beyond_the_room_shows_its_first_items() -> None:
    found = windows([(1, frozenset(range(100)))], 30)
    assert found == [(0, frozenset(range(26)))]


@given(st.integers(1, 200), PLACES)
def test_runs_take_as_much_room_as_there_is(length: int, wanted: frozenset[int]) -> None:
    shown = [place for run in runs(length, 30, wanted) for place in run]
    assert shown == sorted(set(shown))
    assert {place for place in wanted if place < length} <= set(shown)
    assert {0, length - 1} <= set(shown)
    assert slots_of(shown) in (min(length, 30), 29)


def test_around_a_place_its_neighbours_are_shown() -> None:
    assert runs(100, 12, frozenset({50})) == [range(2), range(47, 54), range(99, 100)]


@given(st.integers(1, 200), PLACES)
def test_a_place_between_shown_ones_is_shown_in_place_of_a_sign(
    length: int, wanted: frozenset[int]
) -> None:
    found = runs(length, 30, wanted)
    assert all(after.start - run.stop > 1 for run, after in pairwise(found))
