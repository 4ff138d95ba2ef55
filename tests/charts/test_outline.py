"""With any number of steps, the outline keeps every visible detail."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from visualizer.charts.amounts import outline


@example([(1, 0)] * 6 + [(5, 1), (1, 2), (4, 0), (1, 0), (4, 0)], 0.0, 21.0, 4)
@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(0, 1000)), min_size=1, max_size=300),
    st.floats(-20, 900),
    st.floats(1, 900),
    st.integers(1, 40),
)
def test_each_column_has_the_highest_and_the_lowest_value_in_it(
    changes: list[tuple[int, int]], first: float, length: float, columns: int
) -> None:
    starts = np.cumsum([gap for gap, _ in changes]).astype(float) - 0.5
    amounts = np.array([amount for _, amount in changes])
    last = first + length
    x, y = outline(starts, amounts, first, last, columns)
    assert len(x) == len(y) <= 2 * columns + 1
    assert (np.diff(x) >= 0).all()

    def seen(place: float, where: np.ndarray, what: np.ndarray) -> float:
        return float(what[max(0, int(np.searchsorted(where, place, side="right")) - 1)])

    begin, end = max(first, starts[0]), min(last, starts[-1])
    width = (end - begin) / columns
    for column in range(columns if begin < end else 0):
        left, right = begin + column * width, begin + (column + 1) * width
        inside = amounts[:-1][(starts[:-1] > left) & (starts[:-1] < right)]
        all_there = {seen(left, starts, amounts), *map(float, inside)}
        drawn = {seen(place, x, y) for place in (left + width / 4, left + 3 * width / 4)}
        if len(x) <= 2 * columns:  # nothing was left out: every change has its own place
            assert {seen(left + width / 4, starts, amounts)} <= drawn | all_there
            continue
        assert min(all_there) in {*drawn, seen(left, x, y)}
        assert max(all_there) in {*drawn, seen(left, x, y)}


def test_nothing_is_left_out_if_each_step_has_room() -> None:
    starts = np.array([0.5, 3.5, 8.5, 10.5])
    amounts = np.array([1, 5, 2, 2])
    x, y = outline(starts, amounts, 0.0, 11.0, 200)
    assert (x.tolist(), y.tolist()) == ([0.5, 3.5, 8.5, 10.5], [1.0, 5.0, 2.0, 2.0])


def test_there_may_be_nothing_yet() -> None:
    x, y = outline(np.zeros(0), np.zeros(0, np.int64), 0.0, 1.0, 10)
    assert (len(x), len(y)) == (0, 0)
