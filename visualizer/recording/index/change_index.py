"""The index of changes: in which steps an object may have changed, without decoding any."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator

from visualizer.recording.read.stored import Stored


class ChangeIndex:
    """Knows which objects each chunk touches; for an old recording, nothing."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._known: dict[int, tuple[int, array[int]]] = {}

    def stretches(self, serial: int, step: int, direction: int) -> Iterator[range | None]:
        """Yield the ranges of steps to examine after ``step`` (``direction`` 1), or before it (-1).

        The nearest first, each in search order; None for a skipped chunk, so that the caller can
        check the clock. Raises ``DamagedRecording``.
        """
        for place in self._stored.chunks(step, direction):
            first, last = place.first, place.first + place.steps - 1
            if not self._may_touch(place.number - 1, serial):
                yield None
            elif direction > 0:
                yield range(max(first, step + 1), last + 1)
            else:
                yield range(min(last, step - 1), first - 1, -1)

    def _may_touch(self, at: int, serial: int) -> bool:
        known = self._look(at)
        if known is None:
            return True
        highest, touched = known
        if serial > highest:
            behind = self._look(at + 1) if at + 1 < len(self._stored.places) else None
            return behind is None or serial <= behind[0]
        place = bisect_left(touched, serial)
        return place < len(touched) and touched[place] == serial

    def _look(self, at: int) -> tuple[int, array[int]] | None:
        found = self._known.get(at)
        if found is None:
            found = self._stored.rows.touched(at + 1)
            # The last chunk may still grow.
            if found is not None and at + 1 < len(self._stored.places):
                self._known[at] = found
        return found
