"""In which order cards are placed. Of a small recording several are tried, and the best is kept."""

import math
from typing import NamedTuple


class Order(NamedTuple):
    """What is placed before the rest; without any of that each card follows what leads to it.

    A card keeps the order of its brothers unless there is free room so ``far`` further up.
    """

    long_first: bool
    """What is in the picture for long."""
    high_first: bool
    """Of what passes the higher cards."""
    far: float


USUAL = Order(long_first=True, high_first=True, far=200)
"""The lowest picture where there is much."""
ORDERS = (
    USUAL,
    Order(long_first=False, high_first=False, far=math.inf),
    Order(long_first=False, high_first=True, far=200),
)
