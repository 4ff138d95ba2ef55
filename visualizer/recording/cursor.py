"""Go to any step of a recording."""

from collections import OrderedDict

from visualizer.model import DamagedRecording, Delta, State, apply, revert
from visualizer.recording.chunk_reader import ChunkReader
from visualizer.recording.stored import Stored

_BLOCK = 64
"""Steps that are read at once: no seek waits for more."""
_WALKED, _BACK = 2, 3
"""Blocks that are walked through sooner than jumped over, and that are read along going back."""
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
        self._sizes: dict[int, int] = {}
        self._kept = 0
        # The block that was asked for last, and its first step.
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
            number, within = divmod(step - 1, _BLOCK)
            self._near, self._first = self._block(number, within), number * _BLOCK + 1
        return self._near[within]

    def _is_far(self, step: int) -> bool:
        """Whether it is cheaper to begin anew in front of the step's block."""
        here, there = max(self.step - 1, 0) // _BLOCK, max(step - 1, 0) // _BLOCK
        between = range(min(here, there), max(here, there))
        return len(between) > _WALKED and any(number not in self._deltas for number in between)

    def _jump(self, step: int) -> None:
        """Stand in front of the block of ``step``."""
        found = self._reader.state_before(max(step - 1, 0) // _BLOCK * _BLOCK + 1)
        state = self.state
        state.step = found.step
        state.stacks, state.globals = dict(found.stacks), dict(found.globals)
        state.heap, state.thread_names = dict(found.heap), dict(found.thread_names)
        state.codes, state.locks = dict(found.codes), found.locks
        self.step = found.step.number if found.step else 0

    def _block(self, number: int, within: int) -> list[Delta]:
        """The deltas of a block, at least as far as ``within``."""
        found = self._deltas.get(number)
        if found is None or within >= len(found):
            # Going back, each beginning at a keyframe would cost more than what is read.
            back = self._first == (number + 1) * _BLOCK + 1
            for one in range(max(number - _BACK, 0) if back else number, number):
                if one not in self._deltas:
                    self._read(one, 0)
            found = self._read(number, within)
            self._make_room()
        self._deltas.move_to_end(number)
        return found

    def _read(self, number: int, within: int) -> list[Delta]:
        found = self._deltas.setdefault(number, [])
        first = number * _BLOCK + 1
        last = min(first + _BLOCK - 1, self._stored.steps)
        try:
            size = self._reader.read(first, last, found)
        except DamagedRecording:
            if within >= len(found):
                raise
            size = 0
        self._sizes[number] = self._sizes.get(number, 0) + size
        self._kept += size
        return found

    def _make_room(self) -> None:
        """Forget the deltas that have not been asked for longest."""
        while self._kept > _KEPT and len(self._deltas) > 2 + _BACK:
            number, _ = self._deltas.popitem(last=False)
            self._kept -= self._sizes.pop(number)
