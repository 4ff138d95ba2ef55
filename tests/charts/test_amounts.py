"""The ends of the axis of amounts, while a part of the steps is in view."""

from hypothesis import given
from hypothesis import strategies as st

from visualizer.charts.amounts import WHOLE, Ends, ends_for

amount = st.integers(0, 10**9)


@given(amount, amount, amount, amount)
def test_all_that_is_in_view_has_its_place_and_fills_a_good_part(
    one: int, two: int, three: int, four: int
) -> None:
    for before in (WHOLE, ends_for(min(three, four), max(three, four))):
        least, most = min(one, two), max(one, two)
        ends = ends_for(least, most, before)
        assert ends.low <= least <= most <= ends.high
        assert ends.low < ends.high
        if ends.low:
            assert most - least >= 0.4 * (ends.high - ends.low)


def test_small_differences_lift_the_axis_off_0_and_none_do_not() -> None:
    assert ends_for(12_480, 12_496) == Ends(12_480, 12_500)
    assert ends_for(40, 60) == Ends(0, 60)
    assert ends_for(7, 7) == Ends(0, 8)
    assert ends_for(0, 0) == Ends(0, 1)


def test_it_stays_while_the_visible_part_still_fills_it() -> None:
    first = ends_for(1000, 1100)
    assert ends_for(1010, 1080, first) is first
    assert ends_for(1000, 1140, first) != first
    assert ends_for(1000, 1004, first) != first
