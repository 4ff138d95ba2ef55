"""Amounts over a range of steps: the ends of their axis, and their outline."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from visualizer.charts.scales import round_step

_LIFTED = 3
"""If the range is smaller than this part of the maximum, the axis begins above 0."""
_PARTS = 4
"""The approximate number of round amounts on an axis."""
_FILLED = 0.4
"""An axis stays while the visible values fill this part of it."""


class Ends(NamedTuple):
    """The ends of an axis."""

    low: int
    high: int


WHOLE = Ends(0, 0)
"""From 0 to the largest of all amounts, even outside of the view."""


def ends_for(least: int, most: int, before: Ends = WHOLE) -> Ends:
    """Return round ends of an axis from ``least`` to ``most``, or ``before`` if those still fit, so
    that the axis stays while the view moves.
    """
    span = most - least
    lifted = 0 < span * _LIFTED < most
    if before != WHOLE and before.low <= least and most <= before.high:
        used = span if before.low else most
        if bool(before.low) == lifted and used >= _FILLED * (before.high - before.low):
            return before
    if not lifted:
        step = _round(most)
        return Ends(0, max(1, math.ceil(most / step) * step))
    step = _round(span)
    return Ends(math.floor(least / step) * step, math.ceil(most / step) * step)


def _round(span: int) -> int:
    """Return a round amount, about a fourth of ``span``."""
    return round(round_step(max(span / _PARTS, 1)))


type Numbers = NDArray[np.float64]


def outline(
    starts: NDArray[np.float64], amounts: NDArray[np.int64], first: float, last: float, columns: int
) -> tuple[Numbers, Numbers]:
    """Return stairs from ``first`` to ``last``: the start and amount of each. ``amounts[i]`` holds
    from ``starts[i]`` to the next start. In a column (of ``columns``) with more than two starts,
    the largest and the smallest amount represent all.
    """
    low = max(0, int(np.searchsorted(starts, first, side="right")) - 1)
    high = int(np.searchsorted(starts, last, side="right")) + 1
    x, y = starts[low:high], amounts[low:high]
    if len(x) <= 2 * columns:
        return x, y.astype(float)
    first, last = max(first, x[0]), min(last, x[-1])
    edges = np.linspace(first, last, columns + 1)[:-1]
    # The amount at a column's begin belongs to the column, so no column is empty.
    begins = np.maximum(np.searchsorted(x, edges, side="right") - 1, 0)
    ends = np.append(np.searchsorted(x, edges[1:]), len(x))
    bounds = np.column_stack((begins, np.minimum(ends, len(x) - 1))).ravel()
    most = np.maximum.reduceat(y, bounds)[::2]
    least = np.minimum.reduceat(y, bounds)[::2]
    half = (last - first) / columns / 2
    return (
        np.append(np.column_stack((edges, edges + half)).ravel(), x[-1]),
        np.append(np.column_stack((most, least)).ravel(), y[-1]).astype(float),
    )
