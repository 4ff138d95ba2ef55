"""Go to any step of a recording."""

from dataclasses import fields

from visualizer.model import Delta, State, apply, revert
from visualizer.recording.read.blocks import SIZE, Blocks
from visualizer.recording.read.stored import Stored

_WALKED = 8
"""The most blocks that are quicker to walk through than to jump over."""


class Cursor:
    """A position in a recording: ``state`` is the state at ``step``, and is read-only.

    A step costs its changes, a jump the nearest keyframe and the records from there. Raises
    ``DamagedRecording`` where the file cannot be read.
    """

    def __init__(self, stored: Stored) -> None:
        self.state = State()
        self.step = 0
        self._stored = stored
        self._blocks = Blocks(stored)
        # The block requested last, and its first step.
        self._near: list[Delta] = []
        self._first = 1

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
        """Return the changes of ``step``, 1 … steps; the cursor does not move."""
        if not 1 <= step <= self._stored.steps:
            raise ValueError(f"step {step} is not within 1 … {self._stored.steps}")
        within = step - self._first
        if not 0 <= within < len(self._near):
            number, within = divmod(step - 1, SIZE)
            self._near, self._first = self._blocks.at(number, within), number * SIZE + 1
        return self._near[within]

    def _is_far(self, step: int) -> bool:
        """Whether restarting before the step's block is cheaper than walking."""
        here, there = max(self.step - 1, 0) // SIZE, max(step - 1, 0) // SIZE
        between = range(min(here, there), max(here, there))
        return len(between) > _WALKED and any(number not in self._blocks for number in between)

    def _jump(self, step: int) -> None:
        """Jump before the first step of the block of ``step``."""
        number = max(step - 1, 0) // SIZE
        self._blocks.stand_before(number)
        # No error can follow: drop the old state first, so that the new one reuses its memory.
        self._stand(State())
        self._stand(self._blocks.state_before(number))

    def _stand(self, found: State) -> None:
        for one in fields(State):
            setattr(self.state, one.name, getattr(found, one.name))
        self.step = found.step.number if found.step else 0
