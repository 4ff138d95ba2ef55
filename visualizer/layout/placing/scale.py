"""Finds the scale at which a whole recording fits."""

from collections.abc import Callable

from visualizer.layout.placing.placement import Placement

STEPS = 20
"""The number of scales between 100 % and 200 %."""

_FOR_SHELF = 5
"""The number of scales by which the picture may be smaller so that the shelf keeps its order."""


def best_scale(
    make: Callable[[float], Placement], lowest: float = 0.7, highest: float = 1.6
) -> float:
    """Return the largest scale at which nothing moves; 1 if there is none.

    If units of the shelf stand elsewhere at that scale, return a slightly smaller one, of at least
    1, at which none does. ``make`` places everything in the room at a scale. The search assumes
    that all smaller scales are good too, so it needs few trials.
    """
    made: dict[int, Placement] = {}

    def placed(steps: int) -> Placement:
        if steps not in made:
            made[steps] = make(steps / STEPS)
        return made[steps]

    def is_good(steps: int) -> bool:
        return placed(steps).is_steady

    def is_orderly(steps: int) -> bool:
        return is_good(steps) and not placed(steps).strays

    low, usual, high = round(lowest * STEPS), STEPS, round(highest * STEPS)
    if is_good(high):
        low = high
    elif is_good(usual):
        low = usual
    elif is_good(low):
        high = usual
    else:
        return 1.0
    low = _largest(is_good, low, high)
    smaller = max(usual, low - _FOR_SHELF)
    if smaller < low and placed(low).strays and is_orderly(smaller):
        low = _largest(is_orderly, smaller, low)
    return low / STEPS


def _largest(is_good: Callable[[int], bool], low: int, high: int) -> int:
    """Return the largest good number from ``low`` on, which is good, and below ``high``."""
    while high - low > 1:
        middle = (low + high) // 2
        if is_good(middle):
            low = middle
        else:
            high = middle
    return low
