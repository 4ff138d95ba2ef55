"""Where a value stands on an axis, and which values are written beside it."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

type Text = Callable[[float], str]
"""An amount as it is written, with its unit."""


class Scale(Protocol):
    """An axis."""

    @property
    def text(self) -> Text:
        """Writes a value with its unit."""

    @property
    def tick(self) -> Text:
        """The same for a round one."""

    def place(self, value: float) -> float:
        """Where a value stands, in the axis' own unit."""

    def ends(self, least: float, most: float) -> tuple[float, float]:
        """From where to where the axis goes, as places, to show values from least to most."""

    def ticks(self, low: float, high: float, most: int) -> list[float]:
        """Values to write between two places, no more than ``most``."""


@dataclass(frozen=True, slots=True)
class LogScale:
    """Ten times as much is one further. What is not above 0 stands at ``least``."""

    text: Text
    tick: Text
    least: float = 1e-9

    def place(self, value: float) -> float:
        """The logarithm to the base 10."""
        return math.log10(max(value, self.least))

    def ends(self, least: float, most: float) -> tuple[float, float]:
        """Whole powers of ten, two at least."""
        low, high = math.floor(self.place(least)), math.ceil(self.place(most))
        return float(low), float(max(high, low + 1))

    def ticks(self, low: float, high: float, most: int) -> list[float]:
        """Powers of ten; where they are too many only every second, third, …"""
        first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
        stride = max(1, math.ceil((last - first + 1) / max(1, most)))
        return [10.0**power for power in range(first, last + 1, stride)]


@dataclass(frozen=True, slots=True)
class LinearScale:
    """From 0 on."""

    text: Text
    tick: Text

    def place(self, value: float) -> float:
        """The value itself."""
        return value

    def ends(self, least: float, most: float) -> tuple[float, float]:
        """From 0 to a little above the most."""
        return 0.0, 1.05 * most if most > 0 else 1.0

    def ticks(self, low: float, high: float, most: int) -> list[float]:
        """Multiples of 1, 2 or 5 times a power of ten."""
        span = high - low
        rough = span / max(1, most)
        power = 10.0 ** math.floor(math.log10(rough))
        stride = next(step * power for step in (1, 2, 5, 10) if step * power >= rough)
        return [number * stride for number in range(int(high / stride + 1e-9) + 1)]


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near as can be to those wanted, ``gap`` apart, from ``low`` to ``high``.

    The order stays; equal ones keep the order in which they come. Where there is no room for all,
    they stand beyond ``high``.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    groups: list[list[float]] = []
    for at in order:
        # A group of n is centred where the mean of what its members want is.
        groups.append([wanted[at], 1])
        while len(groups) > 1 and _top(groups[-1], gap) < _bottom(groups[-2], gap) + gap:
            centre, count = groups.pop()
            before, there = groups.pop()
            groups.append([(before * there + centre * count) / (there + count), there + count])
        groups[-1][0] = _kept_in(groups[-1], gap, low, high)
    found = [0.0] * len(wanted)
    places = iter(order)
    last = low - gap
    for group in groups:
        for number in range(int(group[1])):
            last = max(_top(group, gap) + number * gap, last + gap)
            found[next(places)] = last
    return found


def _top(group: list[float], gap: float) -> float:
    return group[0] - (group[1] - 1) * gap / 2


def _bottom(group: list[float], gap: float) -> float:
    return group[0] + (group[1] - 1) * gap / 2


def _kept_in(group: list[float], gap: float, low: float, high: float) -> float:
    half = (group[1] - 1) * gap / 2
    return max(min(group[0], high - half), low + half)
