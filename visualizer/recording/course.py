"""How a run went, without decoding any step: how much was alive, and which call ran.

The writer notes it where it changes, so that a long run of alike steps costs nothing.
"""

from array import array
from bisect import bisect_right
from dataclasses import dataclass

from visualizer.recording.storage import ENTRY
from visualizer.recording.stored import Stored


@dataclass(frozen=True, slots=True)
class Call:
    """A call on the stack from the step ``first`` to the step ``last``; ``depth`` counts from 1.

    ``last`` is None while it has not ended.
    """

    function: str
    thread: int
    depth: int
    first: int
    last: int | None


class Course:
    """Columns of the same length: ``steps`` are those at which one of the others changed."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self.steps, self.live, self.bytes = array("q"), array("q"), array("q")
        self._threads, self._functions = array("q"), array("q")
        self._frames, self._depths = array("q"), array("q")
        self._chunk = 0
        self._taken = 0

    def refresh(self) -> None:
        """Take in what has come since. ``DamagedRecording`` where a part cannot be read."""
        stored = self._stored
        for place in stored.places[self._chunk :]:
            found = stored.rows.course(place.number)
            # What was written since the last look names functions that are not known yet.
            known = stored.steps - place.first
            entries = bisect_right(found[::ENTRY], known)
            if self._taken < entries:
                self._take(found[self._taken * ENTRY : entries * ENTRY], place.first)
            self._taken = entries
            if place is not stored.places[-1]:
                self._chunk, self._taken = self._chunk + 1, 0

    def _take(self, found: array[int], first: int) -> None:
        self.steps.extend(first + offset for offset in found[::ENTRY])
        columns = (
            *(self.live, self.bytes, self._threads),
            *(self._functions, self._frames, self._depths),
        )
        for place, column in enumerate(columns, 1):
            column.extend(found[place::ENTRY])

    def calls(self) -> tuple[Call, ...]:
        """Every call of every thread, in the order of their beginnings; modules are calls too."""
        names = self._stored.names
        done: list[Call] = []
        running: dict[int, list[tuple[int, int, int]]] = {}
        columns = (self._threads, self._functions, self._frames, self._depths)
        for step, thread, function, frame, depth in zip(self.steps, *columns, strict=True):
            stack = running.setdefault(thread, [])
            while len(stack) > depth or (len(stack) == depth and stack and stack[-1][2] != frame):
                first, name, _ = stack.pop()
                done.append(Call(names[name], thread, len(stack) + 1, first, step - 1))
            while len(stack) < depth:
                stack.append((step, function, frame))
        for thread, stack in running.items():
            done += (
                Call(names[name], thread, depth, first, None)
                for depth, (first, name, _) in enumerate(stack, 1)
            )
        return tuple(sorted(done, key=lambda call: (call.first, call.depth)))
