"""Go to any step of a recording."""

from bisect import bisect_right
from collections import OrderedDict

from visualizer.model import DamagedRecording, Delta, State, apply, revert
from visualizer.recorder import wire
from visualizer.recording.decoder import Decoder
from visualizer.recording.raw import Fault
from visualizer.recording.rows import KeyframePlace
from visualizer.recording.stored import Stored

_KEPT = 8 << 20
"""Bytes of records whose deltas are kept at hand; the deltas take some five times as much."""


class Cursor:
    """Stands at a step; ``state`` is how things are there, and is to be read only.

    A step costs what it changes, a jump the nearest keyframe and what lies between. Raises
    ``DamagedRecording`` where the file cannot be read.
    """

    def __init__(self, stored: Stored) -> None:
        self.state = State()
        self.step = 0
        self._stored = stored
        self._deltas: OrderedDict[int, list[Delta]] = OrderedDict()
        # Where the decoder stands: in front of this byte of this chunk.
        self._decoder = Decoder(stored.names)
        self._chunk, self._offset = 0, 0

    def seek(self, step: int) -> State:
        """The state at ``step``, 1 … steps; 0 is before the first. ``ValueError`` for others."""
        if not 0 <= step <= self._stored.steps:
            raise ValueError(f"step {step} is not within 0 … {self._stored.steps}")
        if self._is_far(step):
            self._jump(step)
        while self.step < step:
            apply(self.state, self.delta(self.step + 1))
            self.step += 1
        while self.step > step:
            revert(self.state, self.delta(self.step))
            self.step -= 1
        return self.state

    def delta(self, step: int) -> Delta:
        """What ``step`` changed, 1 … steps; the cursor stays where it is."""
        if not 1 <= step <= self._stored.steps:
            raise ValueError(f"step {step} is not within 1 … {self._stored.steps}")
        index = self._index(step)
        within = step - self._stored.places[index].first
        known = self._deltas.get(index)
        if known is None or within >= len(known):
            known = self._load(index, within)
        else:
            self._deltas.move_to_end(index)
        return known[within]

    # ---- near or far ----

    def _index(self, step: int) -> int:
        return bisect_right(self._stored.places, step, key=lambda place: place.first) - 1

    def _is_far(self, step: int) -> bool:
        """Whether a keyframe is nearer than the step where the cursor stands."""
        here, there = self._index(max(self.step, 1)), self._index(max(step, 1))
        if step == 0:
            return here > 1
        if here == there:
            return False
        if step < self.step:
            return here - there > 1 and any(i not in self._deltas for i in range(there, here))
        places = self._stored.places
        keyframe = self._keyframe(there)
        if keyframe is None or keyframe.step <= self.step:
            return False
        walked = places[keyframe.chunk - 1].offset - places[here].offset
        return keyframe.size < walked

    def _keyframe(self, index: int) -> KeyframePlace | None:
        """The last keyframe before the steps of chunk ``index``."""
        found = bisect_right(self._stored.keyframes, index + 1, key=lambda place: place.chunk)
        return self._stored.keyframes[found - 1] if found else None

    def _jump(self, step: int) -> None:
        """Stand at the keyframe before ``step``, or at the very beginning."""
        self._restart(self._index(step) if step else 0)
        found = self._decoder.state
        state = self.state
        state.step = found.step
        state.stacks, state.globals = dict(found.stacks), dict(found.globals)
        state.heap, state.thread_names = dict(found.heap), dict(found.thread_names)
        self.step = found.step.number if found.step else 0

    # ---- decoding ----

    def _restart(self, index: int) -> None:
        """Put the decoder before chunk ``index``, or before the keyframe that leads to it."""
        stored = self._stored
        keyframe = self._keyframe(index)
        while keyframe is not None:
            if self._restore(keyframe):
                return
            # Damaged: the one before leads there as well, only slower.
            keyframe = self._keyframe(keyframe.chunk - 2)
        self._decoder = Decoder(stored.names)
        self._chunk = self._offset = 0

    def _restore(self, keyframe: KeyframePlace) -> bool:
        stored = self._stored
        chunk = keyframe.chunk - 1
        try:
            if chunk >= len(stored.places) or stored.places[chunk].first != keyframe.step + 1:
                return False
            record, step, highest = stored.rows.keyframe(keyframe.chunk)
            decoder = Decoder(stored.names, stored.places[chunk].named)
            decoder.restore(record, step, highest)
        except (DamagedRecording, Fault):
            return False
        self._decoder, self._chunk, self._offset = decoder, chunk, 0
        return True

    def _load(self, index: int, within: int) -> list[Delta]:
        """The deltas of chunk ``index``, at least as far as ``within``."""
        if not self._leads_to(index):
            self._restart(index)
        while self._chunk < index:
            self._decode()
        if within >= len(self._deltas.get(index, ())):
            self._decode()
        found = self._deltas[index]
        if within >= len(found):
            raise self._stored.rows.damaged(f"chunk {index + 1} has too few steps")
        self._make_room()
        return found

    def _leads_to(self, index: int) -> bool:
        """Whether it is best to go on decoding from where the decoder stands."""
        if self._chunk > index or (self._offset and self._chunk not in self._deltas):
            return False
        keyframe = self._keyframe(index)
        return self._chunk == index or keyframe is None or keyframe.chunk - 1 <= self._chunk

    def _decode(self) -> None:
        """Take apart the chunk where the decoder stands, or what it has grown by."""
        stored, number = self._stored, self._chunk + 1
        records, _, place = stored.rows.chunk(number)
        if self._offset == 0:
            self._deltas[self._chunk] = []
        found = self._deltas[self._chunk]
        self._deltas.move_to_end(self._chunk)
        try:
            where, rest = wire.split(records, self._offset)
            for start, end in where:
                delta = self._decoder.decode(records[start:end])
                if delta is not None:
                    found.append(delta)
        except ValueError as error:
            step = place.first + len(found)
            self._restart(0)
            raise stored.rows.damaged(f"step {step}: {error}") from error
        if rest != len(records) or len(found) != place.steps:
            self._restart(0)
            raise stored.rows.damaged(f"chunk {number} is not as long as it says")
        if self._chunk + 1 < len(stored.places):
            self._chunk, self._offset = self._chunk + 1, 0
        else:
            self._offset = rest

    def _make_room(self) -> None:
        """Forget the deltas that have not been asked for longest."""
        places = self._stored.places
        kept = sum(places[index].size for index in self._deltas)
        while kept > _KEPT and len(self._deltas) > 2:
            index, _ = self._deltas.popitem(last=False)
            kept -= places[index].size
