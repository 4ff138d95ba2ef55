"""Measures for how many steps something holds, and which ones."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence

from visualizer.layout.checkpoints import with_checkpoints


def in_effect[T, D](found: Sequence[tuple[int, T]], step: int, default: D) -> T | D:
    """Return the value in effect at a step, ``default`` before the first of them.

    ``found`` has the values with their first steps, in order.
    """
    # This tuple sorts before all entries of the next step.
    nth = bisect_left(found, (step + 1,))
    return found[nth - 1][1] if nth else default


class Clocks[K: Hashable]:
    """A clock for each key, which runs between ``start`` and ``stop``."""

    def __init__(self) -> None:
        self._since: dict[K, int] = {}
        self._total: dict[K, int] = {}

    def start(self, key: K, step: int) -> None:
        """Start the clock at ``step``, unless it is running."""
        self._since.setdefault(key, step)

    def stop(self, key: K, step: int) -> None:
        """Stop the clock at ``step``."""
        since = self._since.pop(key, None)
        if since is not None:
            self._total[key] = self._total.get(key, 0) + step - since

    def total(self, key: K, now: int) -> int:
        """Return the number of steps for which the clock has run until ``now``."""
        since = self._since.get(key, now)
        return self._total.get(key, 0) + now - since

    def totals(self, now: int) -> dict[K, int]:
        """Return the totals of all keys."""
        return {
            key: self.total(key, now) for key in with_checkpoints({**self._total, **self._since})
        }


type Stays = Sequence[tuple[int, int]]
"""The intervals of steps in which something holds: first step, and the step after the last."""


class Intervals[K: Hashable](Clocks[K]):
    """Clocks that remember the intervals in which each of them ran."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[K, list[tuple[int, int]]] = {}

    def start(self, key: K, step: int) -> None:
        """Start the clock at ``step``, unless it is running."""
        super().start(key, step)
        self._found.setdefault(key, [])

    def stop(self, key: K, step: int) -> None:
        """Stop the clock at ``step``."""
        if key in self._since:
            self._found[key].append((self._since[key], step))
        super().stop(key, step)

    def intervals(self, now: int) -> dict[K, Stays]:
        """Return the intervals of all keys until ``now``, in the order of their first ones."""
        return {
            key: [*held, (self._since[key], now)] if key in self._since else held
            for key, held in with_checkpoints(self._found.items())
        }
