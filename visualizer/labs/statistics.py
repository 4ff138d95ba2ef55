"""Statistics of a few repeats of a measurement."""

import random
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from visualizer.labs.message import Message, message

LEAST_FOR_INTERVAL = 6
"""With fewer repeats a percentile bootstrap of the median is only their range, and covers less than
95 % (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13)."""

LEAST_TO_COMPARE = 3
"""With fewer repeats two intervals are disjoint too often by chance."""

LEAST_REPEATS = 3
"""The fewest repeats of a measurement that ends by itself."""

_RESAMPLES = 10_000


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``; ``is_range`` if these are the smallest and the largest value."""

    low: float
    high: float
    is_range: bool

    def width(self, middle: float) -> float:
        """The width as a share of ``middle``."""
        return (self.high - self.low) / middle if middle else 0.0


type Spread = Sequence[float] | None
"""The ends of an interval, in the form of files and pages."""


def overlap(one: Spread, other: Spread, repeats: int) -> bool:
    """Whether two spreads overlap, or rest on too few ``repeats`` to decide."""
    if repeats < LEAST_TO_COMPARE or one is None or other is None:
        return True
    return one[0] <= other[1] and other[0] <= one[1]


def too_few(repeats: Iterable[int]) -> Message | None:
    """Return the fewest ``repeats`` of a method, if a comparison needs more."""
    counts = sorted(repeats)
    if len(counts) < 2 or counts[0] >= LEAST_TO_COMPARE:
        return None
    return message("lab.too_few", n=counts[0], least=LEAST_TO_COMPARE)


def interval_of_median(values: Sequence[float]) -> Interval:
    """The 95 % interval of the median by bootstrap, the range of fewer than six values.

    Equal values give equal intervals. Raises ``ValueError`` for no values.
    """
    if len(values) < LEAST_FOR_INTERVAL:
        return Interval(min(values), max(values), is_range=True)
    dice = random.Random(1)
    count = len(values)
    medians = sorted(statistics.median(dice.choices(values, k=count)) for _ in range(_RESAMPLES))
    tail = _RESAMPLES // 40
    return Interval(medians[tail], medians[-tail - 1], is_range=False)


def ends_of_median(values: Sequence[float]) -> list[float] | None:
    """Return the ends of the interval of the median, in the form of files; None for no values."""
    if not values:
        return None
    interval = interval_of_median(values)
    return [interval.low, interval.high]


def is_precise(values: Sequence[float], most: int, narrow: float) -> bool:
    """Whether the median needs no more values: there are ``most``, or its interval is ``narrow``.

    ``narrow`` is a share of the median; fewer than ``LEAST_REPEATS`` values are never enough.
    """
    if len(values) < LEAST_REPEATS:
        return False
    middle = statistics.median(values)
    return len(values) >= most or interval_of_median(values).width(middle) <= narrow
