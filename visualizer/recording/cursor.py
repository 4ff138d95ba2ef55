"""Go to any step of a recording."""

from bisect import bisect_right
from collections import OrderedDict

from visualizer.model import DamagedRecording, Delta, State, apply, revert
from visualizer.recording.chunk_reader import ChunkReader
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
        # The chunk that was asked for last, and its first step.
        self._near: list[Delta] = []
        self._first = 1
        self._reader = ChunkReader(stored)

    def seek(self, step: int) -> State:
        """The state at ``step``, 1 … steps; 0 is before the first. ``ValueError`` for others."""
        if not 0 <= step <= self._stored.steps:
            raise ValueError(f"step {step} is not within 0 … {self._stored.steps}")
        if abs(step - self.step) > 1 and self._is_far(step):
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
        within = step - self._first
        if not 0 <= within < len(self._near):
            index = self._index(step)
            first = self._stored.places[index].first
            within = step - first
            self._near, self._first = self._chunk(index, within), first
        return self._near[within]

    def _index(self, step: int) -> int:
        return bisect_right(self._stored.places, step, key=lambda place: place.first) - 1

    def _is_far(self, step: int) -> bool:
        """Whether it is cheaper to begin anew in front of the step's chunk."""
        here, there = self._index(max(self.step, 1)), self._index(max(step, 1))
        between = range(min(here, there), max(here, there))
        return len(between) > 1 and any(index not in self._deltas for index in between)

    def _jump(self, step: int) -> None:
        """Stand in front of the chunk of ``step``."""
        found = self._reader.state_before(self._index(max(step, 1)))
        state = self.state
        state.step = found.step
        state.stacks, state.globals = dict(found.stacks), dict(found.globals)
        state.heap, state.thread_names = dict(found.heap), dict(found.thread_names)
        state.codes, state.locks = dict(found.codes), found.locks
        self.step = found.step.number if found.step else 0

    def _chunk(self, index: int, within: int) -> list[Delta]:
        """The deltas of chunk ``index``, at least as far as ``within``."""
        found = self._deltas.setdefault(index, [])
        self._deltas.move_to_end(index)
        if within < len(found):
            return found
        try:
            self._reader.read(index, found)
        except DamagedRecording:
            if within >= len(found):
                raise
        if within >= len(found):
            raise self._stored.rows.damaged(f"chunk {index + 1} has too few steps")
        self._make_room()
        return found

    def _make_room(self) -> None:
        """Forget the deltas that have not been asked for longest."""
        places = self._stored.places
        kept = sum(places[index].size for index in self._deltas)
        while kept > _KEPT and len(self._deltas) > 2:
            index, _ = self._deltas.popitem(last=False)
            kept -= places[index].size
