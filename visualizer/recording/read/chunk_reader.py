"""Follows the records of chunks: in order, or from the nearest keyframe on.

A ``PeekedRecording`` makes only the values that its caller asks for.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from visualizer.model import Code, DamagedRecording, Delta, State
from visualizer.recording.collector import without_collector
from visualizer.recording.follow.follower import Follower, native, new_follower
from visualizer.recording.follow.plain.raw_objects import Fault
from visualizer.recording.read.decoder import Decoder
from visualizer.recording.read.places import KeyframePlace
from visualizer.recording.read.stored import Stored

_FEW, _BYTES_A_STEP = (1024, 100) if native is not None else (64, 300)
"""A keyframe takes as long as this many steps, and one more for this many of its bytes."""
_KEPT = 8 << 20
"""The most bytes of a keyframe that stays unpacked."""


class ChunkReader:
    """Has a ``follower`` at a step, ``step``. Raises ``DamagedRecording``."""

    _at: int

    def __init__(self, stored: Stored, *, is_of_lives: bool = False) -> None:
        self._stored = stored
        self.follower = new_follower(is_of_lives=is_of_lives)
        self._codes: dict[int, Code] = {}
        self._unpacked: tuple[int, list[bytes], int, int] | None = None
        """The keyframe that was read last: going back restarts there several times."""
        self._begin()

    @property
    def step(self) -> int:
        """The last step that was followed."""
        return self.follower.steps

    def state_before(self, step: int) -> State:
        """The state before ``step``."""
        self.at(step - 1)
        with without_collector():
            return self._decoder.state()

    def at(self, step: int) -> Follower:
        """Go to a step and return the follower, without making model objects."""
        here = self.follower.steps
        if not 0 <= step - here < _FEW and not self._leads_to(step):
            self._restart(step)
            here = self.follower.steps
        try:
            self.follow_to(step)
        except (DamagedRecording, ValueError):
            keyframe = self._keyframe(step)
            with self._as_damage():
                if keyframe is None or keyframe.step <= here:
                    raise
                # A keyframe after the damage may lead there, though it takes longer to read.
                self._restart(step)
                self.follow_to(step)
        return self.follower

    def read(self, first: int, last: int, found: list[Delta]) -> int:
        """Add the deltas of the steps ``first`` to ``last`` to ``found``, which may have some.

        Returns the bytes of their records. If a step cannot be read, it adds the deltas before.
        """
        self.at(first + len(found) - 1)
        size = 0
        with self._as_damage(), without_collector():
            self._decoder.begin()
            for step in range(first + len(found), last + 1):
                size += self.follow_to(step)
                found.append(self._decoder.delta())
            self._decoder.end()
        return size

    def records(self, first: int, last: int) -> bytes:
        """Return the records of the steps ``first`` to ``last``, unchanged."""
        self.at(first - 1)
        found = bytearray()
        with self._as_damage():
            self.follow_to(last, found)
        return bytes(found)

    @contextmanager
    def _as_damage(self) -> Iterator[None]:
        """Report a fault in the records as ``DamagedRecording``, and restart the follower."""
        try:
            yield
        except DamagedRecording:
            self._begin()
            raise
        except ValueError as error:
            step = self.step + 1
            self._begin()
            raise self._stored.rows.damaged(f"step {step}: {error}") from error

    def _begin(self) -> None:
        self._stand(0, 0)

    def _stand(self, named: int, chunk: int) -> None:
        """Go before the first record of a chunk, counted from 0, with an empty state."""
        self.follower.begin(self._stored.names, named)
        self._decoder = Decoder(self.follower, self._codes)
        self._chunk = chunk
        # The chunk's records as of the last look, and the position in them.
        self._data = b""
        self._at = 0

    def follow_to(self, step: int, records: bytearray | None = None) -> int:
        """Follow up to a step; add its records to ``records``, and return their bytes.

        Raises ``Fault`` where records are wrong or missing.
        """
        follower, size = self.follower, 0
        while follower.steps < step:
            if self._at == len(self._data):
                self._read_on()
            before = self._at
            self._at = follower.follow(self._data, before, len(self._data), step - follower.steps)
            if self._at == before:
                raise Fault("is not whole")
            size += self._at - before
            if records is not None:
                records += self._data[before : self._at]
        return size

    def _leads_to(self, step: int) -> bool:
        """Whether following from here is quicker than reading a keyframe."""
        here = self.step
        if here >= step:
            return here == step
        keyframe = self._keyframe(step)
        if keyframe is None:
            return True
        return keyframe.step - here <= _FEW + keyframe.size // _BYTES_A_STEP

    def _keyframe(self, step: int) -> KeyframePlace | None:
        """The last keyframe that leads to ``step``."""
        keyframes = self._stored.keyframes
        found = bisect_right(keyframes, step, key=lambda place: place.step)
        return keyframes[found - 1] if found else None

    def _restart(self, step: int) -> None:
        """Restart at the keyframe that leads to ``step``, or at the very beginning."""
        keyframe = self._keyframe(step)
        while keyframe is not None:
            if self._restore(keyframe):
                return
            # Damaged: the keyframe before leads there as well, only slower.
            keyframe = self._keyframe(keyframe.step - 1)
        self._begin()

    def _restore(self, keyframe: KeyframePlace) -> bool:
        places, chunk = self._stored.places, keyframe.chunk - 1
        if chunk >= len(places) or places[chunk].first != keyframe.step + 1:
            return False
        self._stand(places[chunk].named, chunk)
        try:
            with without_collector():
                self.follower.restore(*self._unpack(keyframe))
        except (DamagedRecording, Fault):
            return False
        return True

    def _unpack(self, keyframe: KeyframePlace) -> tuple[Iterable[bytes], int, int]:
        """Return the arguments for ``Follower.restore``."""
        if self._unpacked is not None and self._unpacked[0] == keyframe.chunk:
            return self._unpacked[1:]
        pieces, step, highest = self._stored.rows.keyframe(keyframe.chunk)
        self._unpacked = None
        if keyframe.size > _KEPT:
            return pieces, step, highest
        self._unpacked = keyframe.chunk, [*pieces], step, highest
        return self._unpacked[1:]

    def _read_on(self) -> None:
        """Read more records; ``Fault`` where there are none."""
        places, chunk, at = self._stored.places, self._chunk, self._at
        if chunk < len(places) and at >= places[chunk].size:
            chunk, at = chunk + 1, 0
        if chunk >= len(places):
            raise Fault("is missing")
        # Maybe the same chunk, with the records that it got since the last look.
        records, place = self._stored.rows.chunk(places[chunk])
        if not at and place.first - 1 != self.step:
            raise Fault("is missing" if place.first - 1 > self.step else "is there twice")
        self._chunk, self._at, self._data = chunk, at, records


class PeekedRecording:
    """Looks at steps in order, with gaps; a ``Cursor`` also goes back.

    It has the follower's methods for the names of the innermost call, values and objects.
    """

    def __init__(self, stored: Stored) -> None:
        reader = ChunkReader(stored)
        self._follow_to, self.sources = reader.at, stored.sources
        self.follower = follower = reader.follower
        self.local_name, self.global_name = follower.local_name, follower.global_name
        self.running, self.shown = follower.running, follower.shown
        self.plain, self.whole, self.length = follower.plain, follower.whole, follower.length
        self.item, self.entry, self.attribute = follower.item, follower.entry, follower.attribute

    def at(self, step: int) -> "PeekedRecording":
        """Go to ``step`` and return itself. Raises ``DamagedRecording``."""
        self._follow_to(step)
        return self
