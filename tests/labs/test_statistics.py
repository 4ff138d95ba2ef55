"""The statistics of a few repeats of a measurement."""

import random
from statistics import median

import pytest

from visualizer.labs.statistics import ends_of_median, is_precise


def test_fewer_than_six_values_have_their_range_as_interval() -> None:
    assert ends_of_median([3.0, 1.0, 2.0]) == [1.0, 3.0]


def test_from_six_on_it_is_inside_the_range_and_the_same_each_time() -> None:
    values = [1.0, 1.1, 1.2, 1.3, 1.4, 9.0, 1.15, 1.25]
    found = ends_of_median(values)
    assert found is not None
    assert min(values) <= found[0] < median(values) < found[1] < max(values)
    assert ends_of_median(values) == found


def test_the_interval_of_equal_values_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    values = [2.0, 2.1, 2.2, 2.3, 2.4, 2.5]
    found = ends_of_median(values)
    monkeypatch.setattr(random, "Random", None)
    assert ends_of_median([*values]) == found


def test_it_covers_the_true_median_as_often_as_promised() -> None:
    dice = random.Random(5)
    covered = 0
    for _ in range(60):
        low, high = ends_of_median([dice.gauss(10, 1) for _ in range(12)]) or (0.0, 0.0)
        covered += low <= 10 <= high
    assert covered >= 51, "95 % of 60 are 57"


@pytest.mark.parametrize(("narrow", "is_enough"), [(0.21, True), (0.19, False)])
def test_its_width_is_a_share_of_the_middle(narrow: float, is_enough: bool) -> None:
    assert is_precise([9.0, 10.0, 11.0], 12, narrow) is is_enough


def test_nothing_has_no_interval() -> None:
    assert ends_of_median([]) is None
