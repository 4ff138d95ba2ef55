"""At which height an arrow passes the columns between its ends."""

from collections.abc import Callable
from functools import partial

from visualizer.layout.occupancy import Occupancy, Span

_NEAR, _SHORT = 800, 8000
"""So far around the ends of an arrow it is first tried to pass the columns between; where it is
short around both at once."""

_DOWN, _UP = 1, -1


def height_to_pass(columns: list[Occupancy], span: Span, ends: tuple[float, float]) -> float:
    """The height free in all ``columns`` that lies nearest to both ends of an arrow.

    Of two that do so alike that nearer to the first. What needs no corner at an end is best.
    """
    low, high = min(ends), max(ends)
    if high - low <= _SHORT:
        low, high = low - _NEAR, high + _NEAR
        barred = [block.barred for one in columns for block in one.alive(span, low, high)]
        found = _nearest(ends, partial(_past, barred))
        # What lies further away than all that was looked at may be barred in turn.
        if low < found < high:
            return found
    return _nearest(ends, partial(_free_from, columns, span))


def _nearest(ends: tuple[float, float], free_from: Callable[[float, int], float]) -> float:
    """The free height nearest to two, ``free_from`` being the first from one in a direction."""
    near, far = ends
    onward = _DOWN if near <= far else _UP
    found = free_from(near, onward)
    if found == near or free_from(far, onward) == far:
        return near if found == near else far
    if min(ends) < found < max(ends):
        return found
    # Nothing is free between them.
    before = free_from(near, -onward)
    return before if abs(before - near) <= abs(found - far) else found


def _free_from(columns: list[Occupancy], span: Span, y: float, direction: int) -> float:
    """The first height from ``y`` on, downwards or upwards, that is barred in none of them."""
    window = _NEAR
    while True:
        end = y + direction * window
        low, high = (y, end) if direction == _DOWN else (end, y)
        barred = [block.barred for one in columns for block in one.alive(span, low, high)]
        y = _past(barred, y, direction)
        if (y < high) if direction == _DOWN else (low < y):
            return y
        window *= 4


def _past(barred: list[tuple[float, float]], y: float, direction: int) -> float:
    """The first height from ``y`` on, downwards or upwards, outside of all that is barred."""
    if direction == _DOWN:
        barred.sort()
        for top, bottom in barred:
            if top < y < bottom:
                y = bottom
    else:
        barred.sort(key=_lower_edge, reverse=True)
        for top, bottom in barred:
            if top < y < bottom:
                y = top
    return y


def _lower_edge(barred: tuple[float, float]) -> float:
    return barred[1]
