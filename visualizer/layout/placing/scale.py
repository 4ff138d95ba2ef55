"""Finds the scale at which a whole recording fits."""

from collections.abc import Callable

from visualizer.layout.placing.placement import Placement

STEPS = 20
"""The number of scales between 100 % and 200 %."""


def best_scale(
    make: Callable[[float], Placement], lowest: float = 0.7, highest: float = 1.6
) -> float:
    """Return the largest scale at which nothing moves; 1 if there is none.

    ``make`` places everything in the room at a scale. The search assumes that all smaller scales
    fit too, so it needs few trials.
    """

    def is_good(steps: int) -> bool:
        return make(steps / STEPS).is_steady

    low, usual, high = round(lowest * STEPS), STEPS, round(highest * STEPS)
    if is_good(high):
        return high / STEPS
    if is_good(usual):
        low = usual
    elif is_good(low):
        high = usual
    else:
        return 1.0
    while high - low > 1:
        middle = (low + high) // 2
        if is_good(middle):
            low = middle
        else:
            high = middle
    return low / STEPS
