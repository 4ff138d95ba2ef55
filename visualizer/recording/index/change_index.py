"""The index of changes: in which steps an object may have changed, without decoding any."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from visualizer.recording.read.places import MOST_CACHED, ChunkPlace
from visualizer.recording.read.stored import Stored


class ChangeIndex:
    """Knows which objects each chunk touches; for an old recording, nothing."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._touched = lru_cache(MOST_CACHED)(self._read)

    def stretches(self, serial: int, step: int, direction: int) -> Iterator[range | None]:
        """Yield the ranges of steps to examine after ``step`` (``direction`` 1), or before it (-1).

        The nearest first, each in search order; None for a skipped chunk, so that the caller can
        check the clock. Raises ``DamagedRecording``.
        """
        for place in self._stored.chunks(step, direction):
            first, last = place.first, place.first + place.steps - 1
            if not self._may_touch(place, serial):
                yield None
            elif direction > 0:
                yield range(max(first, step + 1), last + 1)
            else:
                yield range(min(last, step - 1), first - 1, -1)

    def _may_touch(self, place: ChunkPlace, serial: int) -> bool:
        known = self._touched(place)
        if known is None:
            return True
        highest, touched = known
        if serial > highest:
            later = self._stored.places[place.number : place.number + 1]
            behind = self._touched(later[0]) if later else None
            return behind is None or serial <= behind[0]
        at = bisect_left(touched, serial)
        return at < len(touched) and touched[at] == serial

    def _read(self, place: ChunkPlace) -> tuple[int, array[int]] | None:
        return self._stored.rows.touched(place.number)
