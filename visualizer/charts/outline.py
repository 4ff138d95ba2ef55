"""Reduces an amount over the steps to the points that can be told apart."""

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.float64]


def outline(
    starts: NDArray[np.float64], amounts: NDArray[np.int64], first: float, last: float, columns: int
) -> tuple[Numbers, Numbers]:
    """Stairs from ``first`` to ``last``: where each begins, and its amount.

    ``amounts[i]`` holds from ``starts[i]`` to the next. Where more than two begin in one of the
    ``columns``, the largest and the smallest amount there is in it stand for all.
    """
    low = max(0, int(np.searchsorted(starts, first, side="right")) - 1)
    high = int(np.searchsorted(starts, last, side="right")) + 1
    x, y = starts[low:high], amounts[low:high].astype(float)
    if len(x) <= 2 * columns:
        return x, y
    first, last = max(first, x[0]), min(last, x[-1])
    edges = np.linspace(first, last, columns + 1)[:-1]
    # What holds as a column begins belongs to it; so no column is empty.
    begins = np.maximum(np.searchsorted(x, edges, side="right") - 1, 0)
    ends = np.append(np.searchsorted(x, edges[1:]), len(x))
    bounds = np.column_stack((begins, np.minimum(ends, len(x) - 1))).ravel()
    most = np.maximum.reduceat(y, bounds)[::2]
    least = np.minimum.reduceat(y, bounds)[::2]
    half = (last - first) / columns / 2
    return (
        np.append(np.column_stack((edges, edges + half)).ravel(), x[-1]),
        np.append(np.column_stack((most, least)).ravel(), y[-1]),
    )
