"""How much room a unit needs from a step on: now, soon, and for the rest of its life."""

from bisect import bisect_right
from itertools import accumulate

from visualizer.layout.placing.unit import Size

LIFE = 1 << 62
"""A horizon: all the steps that follow."""


class Needs:
    """The sizes of a unit, to be asked for the largest over the next steps."""

    __slots__ = ("_rest", "_sizes", "_steps")

    def __init__(self, sizes: tuple[tuple[int, Size], ...]) -> None:
        self._steps = [step for step, _ in sizes]
        self._sizes = [size for _, size in sizes]
        self._rest = list(accumulate(reversed(self._sizes), largest))[::-1]

    def over(self, step: int, horizon: int) -> Size:
        """The largest width and height in so many steps from ``step`` on."""
        first = max(0, bisect_right(self._steps, step) - 1)
        if horizon >= LIFE:
            return self._rest[first]
        size = self._sizes[first]
        end = step + horizon
        for later in range(first + 1, len(self._steps)):
            if self._steps[later] >= end:
                break
            size = largest(size, self._sizes[later])
        return size

    def outgrows(self, room: Size, step: int) -> int | None:
        """The first step after ``step`` at which it is larger than ``room``; None if none is."""
        first = bisect_right(self._steps, step)
        if first == len(self._steps) or is_within(self._rest[first], room):
            return None
        found = range(first, len(self._steps))
        return next((self._steps[n] for n in found if not is_within(self._sizes[n], room)), None)


def largest(one: Size, other: Size) -> Size:
    """A size that both fit in."""
    return Size(max(one.width, other.width), max(one.height, other.height))


def is_within(one: Size, room: Size) -> bool:
    """Whether a size fits in another."""
    return one.width <= room.width and one.height <= room.height
