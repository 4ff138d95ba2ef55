"""From where to where the axis of amounts goes where only a part of the steps is in view."""

import math
from typing import NamedTuple

from visualizer.charts.scales import round_step


class Ends(NamedTuple):
    """Of an axis."""

    low: int
    high: int


WHOLE = Ends(0, 0)
"""From 0 to the largest amount of all, whatever is in view."""

_LIFTED = 3
"""Where the differences are smaller than this part of the most, the axis begins above 0."""
_PARTS = 4
"""About so many round amounts lie on an axis."""
_FILLED = 0.4
"""An axis stays while the visible values fill this part of it."""


def ends_for(least: int, most: int, before: Ends = WHOLE) -> Ends:
    """Return round ends of an axis from ``least`` to ``most``, or ``before`` while those still fit.

    So the axis does not change at each step while the view moves.
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
    """A round amount, about a fourth of ``span``."""
    return round(round_step(max(span / _PARTS, 1)))
