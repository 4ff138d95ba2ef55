"""Places values on an axis, and chooses the values of its labels."""

import math
from collections.abc import Callable
from dataclasses import dataclass

type Text = Callable[[float], str]
"""Formats an amount with its unit."""


@dataclass(frozen=True, slots=True)
class LogScale:
    """A logarithmic axis: one unit is a factor of ten. Values up to 0 are at ``least``."""

    text: Text
    tick: Text
    least: float = 1e-9

    def place(self, value: float) -> float:
        """Return the logarithm to the base 10."""
        return math.log10(max(value, self.least))

    def ends(self, least: float, most: float) -> tuple[float, float]:
        """Return powers of ten around the values, two at least."""
        low, high = math.floor(self.place(least)), math.ceil(self.place(most))
        return float(low), float(max(high, low + 1))

    def ticks(self, low: float, high: float, most: int) -> list[float]:
        """Return powers of ten; if they are too many, only every second, third, …"""
        first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
        stride = max(1, math.ceil((last - first + 1) / max(1, most)))
        return [10.0**power for power in range(first, last + 1, stride)]


@dataclass(frozen=True, slots=True)
class LinearScale:
    """A linear axis from 0 to ``room`` times the maximum."""

    text: Text
    tick: Text
    room: float = 1.05

    def place(self, value: float) -> float:
        """Return the value itself."""
        return value

    def ends(self, least: float, most: float) -> tuple[float, float]:
        """Return 0 and slightly more than the maximum."""
        return 0.0, self.room * most if most > 0 else 1.0

    def ticks(self, low: float, high: float, most: int) -> list[float]:
        """Return multiples of 1, 2 or 5 times a power of ten."""
        stride = round_step((high - low) / max(1, most))
        return [number * stride for number in range(int(high / stride + 1e-9) + 1)]


type Scale = LogScale | LinearScale
"""An axis: ``place``, ``ends`` and ``ticks`` share its unit."""


def round_step(least: float) -> float:
    """Return the smallest of 1, 2 or 5 times a power of ten that is not below ``least``."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least)


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Return places as near as possible to the wanted ones, ``gap`` apart, from ``low`` to
    ``high``. Their order stays, also of equal ones. Without room for all, they continue above
    ``high``.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    # Reduced by their distances from the first, the labels only have to rise: neighbours that do
    # not rise are pooled (isotonic regression).
    pools: list[tuple[float, int]] = []
    for number, at in enumerate(order):
        middle, count = wanted[at] - number * gap, 1
        while pools and pools[-1][0] > middle:
            before, there = pools.pop()
            middle = (before * there + middle * count) / (there + count)
            count += there
        pools.append((middle, count))
    highest = high - (len(wanted) - 1) * gap
    places = [max(low, min(highest, middle)) for middle, count in pools for _ in range(count)]
    found = [0.0] * len(wanted)
    for number, at in enumerate(order):
        found[at] = places[number] + number * gap
    return found
