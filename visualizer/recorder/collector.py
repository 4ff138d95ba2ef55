"""Whether the collector has run: it alone brings objects to the older generations."""

from __future__ import annotations

import gc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Collector:
    """Watches it by what ``gc`` tells; ``age`` is how often it has run, of whatever generation."""

    def __init__(self) -> None:
        self.age = 0
        self._older = (0, 0)
        self._runs: list[int] | None = None

    def nothing_was_collected(self) -> bool:
        """Whether the collector has surely not run since the last full step.

        Every run moves the counts of the older generations (Python/gc.c), unless all are zero.
        """
        return gc.get_count()[1:] == self._older != (0, 0)

    def runs(self) -> Sequence[int]:
        """The generations that were collected since the last step; asking for that is slow."""
        if self.nothing_was_collected():
            return ()
        self._older = gc.get_count()[1:]
        now = [generation["collections"] for generation in gc.get_stats()]
        previous, self._runs = self._runs, now
        self.age = sum(now)
        if previous is None:
            return ()
        return [g for g in range(len(now)) if now[g] > previous[g]]
