"""The positions of values on an axis, and of names at the ends of lines."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.charts.scales import LinearScale, LogScale, spread

LOG = LogScale(str, str)
LINEAR = LinearScale(str, str)


def test_an_axis_of_powers_goes_from_power_to_power() -> None:
    assert LOG.ends(3e-6, 0.62) == (-6, 0)
    assert LOG.ends(1, 1) == (0, 1)
    assert LOG.ends(0, 1)[0] == -9


def test_powers_are_written_and_where_they_are_too_many_every_second() -> None:
    assert LOG.ticks(-6, 0, 8) == pytest.approx([1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1])
    assert LOG.ticks(-6, 0, 4) == pytest.approx([1e-6, 1e-4, 1e-2, 1])


def test_a_linear_axis_begins_at_0_and_has_round_values() -> None:
    low, high = LINEAR.ends(0, 250)
    assert low == 0
    assert high >= 250
    assert LINEAR.ticks(low, high, 6) == [0, 50, 100, 150, 200, 250]
    assert LINEAR.ends(0, 0) == (0, 1)


def test_names_that_want_the_same_place_are_pushed_apart_around_it() -> None:
    assert spread([100, 100, 100], 16, 0, 300) == [84, 100, 116]
    assert spread([10, 200], 16, 0, 300) == [10, 200]
    assert spread([295, 299], 16, 0, 300) == [284, 300]


@given(
    st.lists(st.floats(0, 400), max_size=10),
    st.sampled_from([16.0, 24.0]),
)
def test_names_keep_their_order_and_their_distance(wanted: list[float], gap: float) -> None:
    found = spread(wanted, gap, 0, 400)
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    places = [found[at] for at in order]
    assert all(after - before >= gap - 1e-6 for before, after in itertools.pairwise(places))
    assert all(-1e-6 <= place <= 400 + 1e-6 for place in places)
