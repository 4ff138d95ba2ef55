"""The statistics of a few repeats of a measurement."""

import random
from statistics import median

import pytest

from visualizer.labs.statistics import Interval, interval_of_median


def test_fewer_than_six_values_have_their_range_as_interval() -> None:
    assert interval_of_median([3.0, 1.0, 2.0]) == Interval(1.0, 3.0, is_range=True)


def test_from_six_on_it_is_inside_the_range_and_the_same_each_time() -> None:
    values = [1.0, 1.1, 1.2, 1.3, 1.4, 9.0, 1.15, 1.25]
    found = interval_of_median(values)
    assert not found.is_range
    assert min(values) <= found.low < median(values) < found.high < max(values)
    assert interval_of_median(values) == found


def test_it_covers_the_true_median_as_often_as_promised() -> None:
    dice = random.Random(5)
    covered = 0
    for _ in range(60):
        found = interval_of_median([dice.gauss(10, 1) for _ in range(12)])
        covered += found.low <= 10 <= found.high
    assert covered >= 51, "95 % of 60 are 57"


def test_its_width_is_a_share_of_the_middle() -> None:
    assert Interval(9.0, 11.0, is_range=True).width(10.0) == pytest.approx(0.2)


def test_nothing_has_no_interval() -> None:
    with pytest.raises(ValueError, match="empty"):
        interval_of_median([])
