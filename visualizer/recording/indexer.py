"""Follow chunks in order, and note what the index of a recording has of each."""

import time

from visualizer.recorder import wire
from visualizer.recording.chunks import Passage
from visualizer.recording.common_run import native
from visualizer.recording.follow import Follower
from visualizer.recording.keyframes import keyframe
from visualizer.recording.skim import WHOLE
from visualizer.recording.storage import pack_pieces, seal

_OBJECT_COST = 8
"""Compressed bytes that an object takes in a keyframe, about: of those that the last had not."""
_SOME = 64
"""Records between two looks at the clock."""
_A_COMMON_STEP = 0.5 if native is not None else 3.0
_A_RECORD, _A_BYTE = 7.0, 0.02
_AN_OBJECT, _LEAST = 1.0, 1500.0
"""Microseconds, roughly, to go past a common step or another record; and to make and read a
keyframe."""

type KeyframeRow = tuple[int | bytes, ...]


class Indexer:
    """Stands in a chunk, ``passage``, ``offset`` bytes into its records.

    ``names``, ``threads`` and ``peak`` are those of the steps that were found good: of a record
    that lies, nothing is taken over. ``work`` is roughly how many microseconds all that took.
    """

    def __init__(self, follower: Follower, number: int = 1) -> None:
        self.follower = follower
        self.raw = raw = follower.raw
        self.passage = Passage(number, raw.steps + 1, raw.named, raw.highest)
        raw.seen = self.passage.touched
        self.offset = 0
        self.names = raw.named
        self.threads: dict[int, str] = {}
        self.peak = 0
        self.work = self._work_before = 0.0
        self._since_keyframe = 0
        self._last_keyframe = 0, 0
        """How many objects it has, and how many bytes it takes."""
        self._keyframe_due = False

    @property
    def steps(self) -> int:
        """How many steps have been followed."""
        return self.passage.first - 1 + len(self.passage.events)

    def take(self, records: bytes, until: float | None = None) -> bool:
        """Follow the chunk's ``records`` to their end, or until it is late; whether to their end.

        Raises ``Fault``; where it stands then is behind what was good.
        """
        follower, passage, raw = self.follower, self.passage, self.raw
        number = 0
        while True:
            if until is not None and number % _SOME == 0 and time.monotonic() > until:
                return False
            number += 1
            written = raw.written
            run = follower.take_run(records, self.offset, WHOLE, len(passage.events))
            if run.steps:
                number = 0
                passage.add_run(raw, run)
                self.peak = max(self.peak, run.peak)
                self.work += run.steps * _A_COMMON_STEP
                self.offset = run.end
                continue
            behind = wire.next_record(records, self.offset)
            if behind == self.offset:
                return True
            if follower.take(records[self.offset : behind]):
                passage.add(raw, written)
                self.peak = max(self.peak, raw.heap_bytes)
                if raw.renamed:
                    for thread in raw.renamed:
                        self.threads[thread] = raw.names[raw.threads[thread]]
            self.work += _A_RECORD + (behind - self.offset) * _A_BYTE
            self.names = raw.named
            self.offset = behind

    def go_on(self, weight: int) -> None:
        """Stand before the next chunk; this one takes ``weight`` bytes in the file.

        A keyframe there takes no more room than what was stored since the last, and going past all
        that takes longer than reading it.
        """
        self._since_keyframe += weight
        objects = max(self.raw.count, 1)
        self._keyframe_due = bool(
            self.raw.steps
            and not self.raw.goes_on
            and self._since_keyframe >= self._keyframe_weight(objects)
            and self.work - self._work_before >= max(_LEAST, objects * _AN_OBJECT)
        )
        raw, number = self.raw, self.passage.number + 1
        self.passage = Passage(number, raw.steps + 1, raw.named, raw.highest)
        raw.seen = self.passage.touched
        self.offset = 0

    def _keyframe_weight(self, objects: int) -> int:
        """Bytes that a keyframe takes here, as far as the last one tells."""
        known, weight = self._last_keyframe
        if objects < known:
            return weight * objects // known
        return weight + (objects - known) * _OBJECT_COST

    def due_keyframe(self) -> KeyframeRow | None:
        """The keyframe before the chunk where it stands, if going without has become dearer."""
        if not self._keyframe_due:
            return None
        raw, self._keyframe_due = self.raw, False
        data, size = pack_pieces(keyframe(raw))
        self._since_keyframe, self._work_before = 0, self.work
        self._last_keyframe = raw.count, len(data)
        row = (self.passage.number, raw.steps, raw.highest, size, data)
        return (*row, seal(*row))
