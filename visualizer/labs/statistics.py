"""Statistics of a few repeats of a measurement."""

import random
import statistics
from collections.abc import Iterable, Sequence
from functools import lru_cache

from visualizer.labs.message import Message, message

LEAST_FOR_INTERVAL = 6
"""With fewer repeats a percentile bootstrap of the median is only their range, and covers less than
95 % (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13)."""

LEAST_TO_COMPARE = 3
"""With fewer repeats two intervals are disjoint too often by chance."""

LEAST_REPEATS = 3
"""The fewest repeats of a measurement that ends by itself."""

SWEEP_REPEATS = 7
"""The repeats of each transfer whose time is plotted over the size."""

_RESAMPLES = 10_000


type Spread = Sequence[float] | None
"""The ends of an interval, in the form of files and pages."""


def overlap(one: Spread, other: Spread, repeats: int) -> bool:
    """Whether two spreads overlap, or rest on too few ``repeats`` to decide."""
    if repeats < LEAST_TO_COMPARE or one is None or other is None:
        return True
    return one[0] <= other[1] and other[0] <= one[1]


def is_range(repeats: Iterable[int]) -> bool:
    """Whether the spreads of so many ``repeats`` are not all intervals, but also ranges."""
    return min(repeats, default=0) < LEAST_FOR_INTERVAL


def too_few(repeats: Iterable[int]) -> Message | None:
    """Return the fewest ``repeats`` of a method, if a comparison needs more."""
    counts = sorted(repeats)
    if len(counts) < 2 or counts[0] >= LEAST_TO_COMPARE:
        return None
    return message("lab.too_few", n=counts[0], least=LEAST_TO_COMPARE)


def ends_of_median(values: Sequence[float]) -> list[float] | None:
    """Return the ends of the 95 % interval of the median by bootstrap, of the range of fewer than
    six values; None for no values. Equal values give equal intervals.
    """
    if len(values) < LEAST_FOR_INTERVAL:
        return [min(values), max(values)] if values else None
    return [*_bootstrapped(tuple(values))]


@lru_cache  # Each event of a run needs the intervals of all methods.
def _bootstrapped(values: tuple[float, ...]) -> tuple[float, float]:
    dice, count = random.Random(1), len(values)
    medians = sorted(statistics.median(dice.choices(values, k=count)) for _ in range(_RESAMPLES))
    tail = _RESAMPLES // 40
    return medians[tail], medians[-tail - 1]


def is_precise(values: Sequence[float], most: int, narrow: float) -> bool:
    """Whether the median needs no more values: there are ``most``, or its interval is ``narrow``.

    ``narrow`` is a share of the median; fewer than ``LEAST_REPEATS`` values are never enough.
    """
    ends = ends_of_median(values)
    if ends is None or len(values) < LEAST_REPEATS:
        return False
    return len(values) >= most or ends[1] - ends[0] <= narrow * statistics.median(values)
