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
    that all smaller scales fit too, so it needs few trials.
    """
    made: dict[int, Placement] = {}

    def placed(steps: int) -> Placement:
        if steps not in made:
            made[steps] = make(steps / STEPS)
        return made[steps]

    def is_good(steps: int) -> bool:
        return placed(steps).is_steady

    low, usual, high = round(lowest * STEPS), STEPS, round(highest * STEPS)
    if is_good(high):
        low = high
    elif is_good(usual):
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
    smaller = range(low, max(usual, low - _FOR_SHELF) - 1, -1)
    good = (one for one in smaller if is_good(one) and not placed(one).strays)
    return next(good, low) / STEPS
