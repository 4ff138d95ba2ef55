"""Deltas of consecutive steps, read in blocks and cached up to a size.

Records can only be followed forwards, so going back costs a restart at the nearest keyframe. Each
restart therefore reads a stretch of blocks, as many as one step may wait for.
"""

from bisect import bisect_left, bisect_right, insort

from visualizer.model import DamagedRecording, Delta, State
from visualizer.recording.read.chunk_reader import ChunkReader
from visualizer.recording.read.stored import Stored

SIZE = 16
"""Steps that are read at once: no seek waits for more."""
_KEPT = 8 << 20
"""Bytes of records whose deltas are cached; the deltas take some five times as much."""
_STRETCH, _MOST_BYTES = 48, 288 << 10
"""Going back: blocks of a stretch, and bytes of its records. Making their deltas takes some 8 ms,
several times as long as the restart; of the last stretch, half is read in vain."""


class Blocks:
    """Caches deltas; block ``number`` begins at step ``number * SIZE + 1``.

    Raises ``DamagedRecording``.
    """

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._reader = ChunkReader(stored)
        self._deltas: dict[int, list[Delta]] = {}
        self._order: list[int] = []
        """The cached blocks, in order."""
        self._sizes: dict[int, int] = {}
        self._kept = 0
        self._asked = -2
        """The block requested last."""
        self._goes_back = False

    def __contains__(self, number: int) -> bool:
        return number in self._deltas

    def stand_before(self, number: int) -> None:
        """Go before a block, so that ``state_before`` raises no ``DamagedRecording``."""
        with self._stored.rows.reading():
            self._reader.at(number * SIZE)

    def state_before(self, number: int) -> State:
        """The state before the first step of a block."""
        return self._reader.state_before(number * SIZE + 1)

    def at(self, number: int, within: int) -> list[Delta]:
        """The deltas of a block, at least up to index ``within``."""
        if number != self._asked:
            self._goes_back = number == self._asked - 1
            self._asked = number
        found = self._deltas.get(number)
        if found is None or within >= len(found):
            # Each further transaction would ask the drive for the files of SQLite's journal.
            with self._stored.rows.reading():
                if self._goes_back:
                    self._read_stretch(number)
                found = self._read(number, within)
        self._make_room()
        return found

    def _read_stretch(self, last: int) -> None:
        """Read the blocks before ``last`` that one restart best covers."""
        try:
            for number in range(self._first_of_stretch(last), last):
                if number not in self._deltas:
                    self._read(number, 0)
        except DamagedRecording:
            # Only a reader that reaches the damaged step gets the error.
            pass

    def _first_of_stretch(self, last: int) -> int:
        stored, step = self._stored, last * SIZE
        places, keyframes = stored.places, stored.keyframes
        at = bisect_right(keyframes, step, key=lambda place: place.step)
        begin = -(-keyframes[at - 1].step // SIZE) if at else 0
        offset = places[stored.chunk_of(step + 1)].offset - _MOST_BYTES
        chunk = bisect_left(places, offset, key=lambda place: place.offset)
        begin = max(begin, -(-(places[chunk].first - 1) // SIZE), last + 1 - _STRETCH)
        return min(begin, last)

    # ---- the cache ----

    def _read(self, number: int, within: int) -> list[Delta]:
        found = self._deltas.get(number)
        if found is None:
            found = self._deltas[number] = []
            insort(self._order, number)
        first = number * SIZE + 1
        last = min(first + SIZE - 1, self._stored.steps)
        try:
            size = self._reader.read(first, last, found)
        except DamagedRecording:
            if within >= len(found):
                if not found:
                    self._forget(number)
                raise
            size = 0
        self._sizes[number] = self._sizes.get(number, 0) + size
        self._kept += size
        return found

    def _make_room(self) -> None:
        """Forget the deltas that are farthest away."""
        order, here = self._order, self._asked
        while self._kept > _KEPT and len(order) > _STRETCH:
            above = order[-1] - here
            # Going back, the blocks below were read ahead and are needed next.
            is_above = above > 1 if self._goes_back else above > here - order[0]
            self._forget(order[-1 if is_above else 0])

    def _forget(self, number: int) -> None:
        del self._deltas[number], self._order[bisect_left(self._order, number)]
        self._kept -= self._sizes.pop(number, 0)
