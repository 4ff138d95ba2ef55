"""The space that a unit needs from a step on: now, soon, and for the rest of its life."""

from bisect import bisect_right
from itertools import accumulate

from visualizer.layout.placing.unit import Size

LIFE = 1 << 62
"""A horizon that covers all later steps."""


class Needs:
    """The sizes of a unit, with queries for the maximum over the next steps."""

    __slots__ = ("_rest", "_sizes", "_steps")

    def __init__(self, sizes: tuple[tuple[int, Size], ...]) -> None:
        self._steps = [step for step, _ in sizes]
        self._sizes = [size for _, size in sizes]
        self._rest = list(accumulate(reversed(self._sizes), enclosing_size))[::-1]

    def max_over(self, step: int, horizon: int) -> Size:
        """Return the maximum width and height over ``horizon`` steps from ``step`` on."""
        first = max(0, bisect_right(self._steps, step) - 1)
        if horizon >= LIFE:
            return self._rest[first]
        size = self._sizes[first]
        end = step + horizon
        for later in range(first + 1, len(self._steps)):
            if self._steps[later] >= end:
                break
            size = enclosing_size(size, self._sizes[later])
        return size

    def outgrows(self, room: Size, step: int) -> int | None:
        """Return the first step after ``step`` at which it exceeds ``room``; None if none does."""
        first = bisect_right(self._steps, step)
        if first == len(self._steps) or is_within(self._rest[first], room):
            return None
        found = range(first, len(self._steps))
        return next((self._steps[n] for n in found if not is_within(self._sizes[n], room)), None)


def enclosing_size(one: Size, other: Size) -> Size:
    """Return the smallest size that contains both."""
    return Size(max(one.width, other.width), max(one.height, other.height))


def is_within(one: Size, room: Size) -> bool:
    """Whether a size fits in another."""
    return one.width <= room.width and one.height <= room.height
