"""The places in lists and dicts that a change affects."""

from hypothesis import given
from hypothesis import strategies as st

from visualizer.layout.analysis.positions import changed_places, differing, place_of
from visualizer.model import Mapping, Sequence

ITEMS = st.lists(st.integers(1, 4), max_size=12)


@given(ITEMS, ITEMS)
def test_the_difference_lies_between_equal_parts(before: list[int], now: list[int]) -> None:
    start, old_end, end = differing(tuple(before), tuple(now))
    assert before[:start] == now[:start]
    assert before[old_end:] == now[end:]
    assert start <= old_end
    assert start <= end
    if start < min(old_end, end):
        assert before[start] != now[start]
        assert before[old_end - 1] != now[end - 1]


def test_a_change_of_a_list_is_about_the_places_that_differ() -> None:
    before = Sequence((1, 2, 3, 4, 5), 5)
    assert changed_places(before, Sequence((1, 9, 3, 8, 5), 5)) == (1, 3)
    assert changed_places(before, Sequence((7, 1, 2, 3, 4, 5), 6)) == (0,)
    assert changed_places(before, Sequence((1, 2, 4, 5), 4)) == (2,)
    assert changed_places(before, Sequence((1, 2, 3, 4), 4)) == (3,)
    assert changed_places(before, before) == ()


def test_an_object_is_found_where_it_stands() -> None:
    assert place_of(Sequence((5, 6, 7), 3), 7) == 2
    assert place_of(Mapping(((1, 5), (2, 6)), 2), 6) == 1
    assert place_of(Sequence((), 0), 7) is None
