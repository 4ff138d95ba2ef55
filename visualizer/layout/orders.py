"""In which order cards are placed. Of a small recording several are tried, and the best is kept."""

import math
from typing import NamedTuple


class Limits(NamedTuple):
    """How high a column may be."""

    high: float
    """Of one that is higher some of what leads nowhere stands further right."""
    too_high: float
    """And what leads on, with all that it leads to, of one that is higher than this."""


class Order(NamedTuple):
    """What is placed before the rest; without any of that each card follows what leads to it.

    A card keeps the order of its brothers unless there is free room so ``far`` further up.
    """

    long_first: bool
    """What is in the picture for long."""
    high_first: bool
    """Of what passes the higher cards."""
    far: float
    limits: Limits = Limits(700, 1080)
    """So much of a column, and what stands around it, is seen at 70 % beside editor and inspector,
    and in a window without these."""


USUAL = Order(long_first=True, high_first=True, far=200)
"""The lowest picture where there is much."""
_IN_ORDER = Order(long_first=False, high_first=False, far=math.inf)
_LIMITS = Limits(600, 860), Limits(500, 700)
LOWER = tuple(USUAL._replace(limits=limits) for limits in _LIMITS)
"""In lower columns, for what would be too large else."""
ORDERS = (
    USUAL,
    _IN_ORDER,
    Order(long_first=False, high_first=True, far=200),
    *LOWER,
    *(_IN_ORDER._replace(limits=limits) for limits in _LIMITS),
)
