"""Deltas of consecutive steps, a block at a time, kept at hand while there is room for them.

Records can only be followed forwards, so going back costs a beginning, at the nearest keyframe,
for each stretch that is read. Whoever goes on going back therefore has ever longer stretches read
ahead of him, some blocks whenever he comes into the next one: no step waits for a whole stretch.
"""

from bisect import bisect_left, bisect_right, insort

from visualizer.model import DamagedRecording, Delta, State
from visualizer.recording.read.chunk_reader import ChunkReader
from visualizer.recording.read.stored import Stored

SIZE = 64
"""Steps that are read at once: no seek waits for more."""
_KEPT = 8 << 20
"""Bytes of records whose deltas are kept at hand; the deltas take some five times as much."""
_WORTH, _MOST = 4, 3 << 20
"""Bytes of records that are read ahead from one beginning on, going back: so many times those of
the keyframe that it begins with, which then costs little beside them; and at most."""
_LEAST = 256 << 10
"""Bytes more, for what a beginning costs beside its objects."""
_AT_FIRST, _ON_THE_WAY = 4, 8
"""Going back: blocks of the first stretch, and how many are read at most of the next one whenever
a block is come to."""


def _after(step: int) -> int:
    """The first block of which no step is ``step`` or before it."""
    return -(-step // SIZE)


class Blocks:
    """The deltas of block ``number``, steps ``number * SIZE + 1`` and on.

    Raises ``DamagedRecording``.
    """

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._reader = ChunkReader(stored)
        self._deltas: dict[int, list[Delta]] = {}
        self._order: list[int] = []
        """Which blocks are at hand, in order."""
        self._sizes: dict[int, int] = {}
        self._kept = 0
        self._asked = -2
        """The block that was asked for last."""
        self._goes_back = False
        self._ahead = range(0)
        """Blocks that are being read ahead of who goes back, the next one first."""

    def __contains__(self, number: int) -> bool:
        return number in self._deltas

    def state_before(self, number: int) -> State:
        """The state before the first step of a block."""
        return self._reader.state_before(number * SIZE + 1)

    def at(self, number: int, within: int) -> list[Delta]:
        """The deltas of a block, at least as far as ``within``."""
        self._turn_to(number)
        found = self._deltas.get(number)
        if found is None or within >= len(found):
            if self._goes_back:
                self._ahead = self._stretch(number, _AT_FIRST)
                self._read_ahead(len(self._ahead))
            found = self._read(number, within)
        elif self._goes_back:
            self._keep_ahead(number)
        self._make_room()
        return found

    def _turn_to(self, number: int) -> None:
        before, self._asked = self._asked, number
        if number != before:
            self._goes_back = number == before - 1
        if abs(number - before) > 1:
            self._ahead = range(0)

    # ---- going back ----

    def _keep_ahead(self, number: int) -> None:
        """Read so many blocks that the next stretch is whole when it is come to."""
        if not self._ahead:
            first = number
            while first - 1 in self._deltas:
                first -= 1
            if not first:
                return
            self._ahead = self._stretch(first - 1, (number - first + 1) * _ON_THE_WAY)
        # No sooner than need be: nobody knows how far one goes back.
        later = (number - self._ahead.stop) * _ON_THE_WAY
        if later >= 0:
            self._read_ahead(max(len(self._ahead) - later, 0))

    def _stretch(self, last: int, most: int) -> range:
        """Up to ``most`` blocks up to ``last`` that are best read from one beginning on."""
        stored, step = self._stored, last * SIZE + 1
        places, keyframes = stored.places, stored.keyframes
        behind = bisect_right(keyframes, step - 1, key=lambda place: place.step)
        size = keyframes[behind - 1].size if behind else 0
        offset = places[stored.chunk_of(step)].offset - min(_WORTH * size + _LEAST, _MOST)
        chunk = bisect_left(places, offset, key=lambda place: place.offset)
        first = max(_after(places[chunk].first - 1), last + 1 - most)
        # Up to a keyframe nothing is gone past; with one soon behind it that is worth less steps.
        at = bisect_left(keyframes, first * SIZE - SIZE + 1, key=lambda place: place.step)
        if at < len(keyframes):
            begin = max(_after(keyframes[at].step), first)
            if (last + 1 - begin) * _WORTH >= last + 1 - first:
                first = begin
        return range(max(min(first, last), 0), last + 1)

    def _read_ahead(self, most: int) -> None:
        ahead = self._ahead
        try:
            for number in ahead[:most]:
                if number not in self._deltas:
                    self._read(number, 0)
            self._ahead = ahead[most:]
        except DamagedRecording:
            # Who comes to it is told, not who may.
            self._ahead = range(0)

    # ---- what is at hand ----

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
        while self._kept > _KEPT and len(order) > 2 * _AT_FIRST:
            above = order[-1] - here
            # What was read ahead of who goes back lies below, and is yet to be come to.
            is_above = above > 1 if self._goes_back else above > here - order[0]
            self._forget(order[-1 if is_above else 0])

    def _forget(self, number: int) -> None:
        del self._deltas[number], self._order[bisect_left(self._order, number)]
        self._kept -= self._sizes.pop(number, 0)
