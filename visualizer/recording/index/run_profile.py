"""How a run went, without decoding any step: how much was alive, and which call ran.

The writer stores it only where it changes, so that a series of similar steps costs nothing.
"""

import time
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from visualizer.recording.read.stored import Stored
from visualizer.recording.storage import ENTRY


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


class Calls(Sequence[Call]):
    """Every call of every thread, in the order of their beginnings; modules are calls too.

    The columns hold a number for each call, ``lasts`` 0 for one that has not ended. ``functions``
    are numbers of names, ``parents`` numbers of the calling calls, -1 for the outermost.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._running: dict[int, list[tuple[int, int]]] = {}
        self.functions, self.threads, self.depths = array("q"), array("q"), array("q")
        self.firsts, self.lasts, self.parents = array("q"), array("q"), array("q")

    def __len__(self) -> int:
        return len(self.firsts)

    @overload
    def __getitem__(self, number: int) -> Call: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Call, ...]: ...
    def __getitem__(self, number: int | slice) -> Call | tuple[Call, ...]:
        if isinstance(number, slice):
            return tuple(self[one] for one in range(len(self))[number])
        return Call(
            self.function(number),
            self.threads[number],
            self.depths[number],
            self.firsts[number],
            self.lasts[number] or None,
        )

    def function(self, number: int) -> str:
        """The name of the function that was called."""
        return self._names[self.functions[number]]

    def of_function(self, name: str, start: int = 0) -> Iterator[int]:
        """The numbers from ``start`` on of the calls of functions with that name, in order.

        Costs no more than a search for each of them.
        """
        at = start - 1
        while name in self._names:
            try:
                at = self.functions.index(self._names.index(name), at + 1)
            except ValueError:
                return
            yield at

    def add(self, step: int, thread: int, function: int, frame: int, depth: int) -> None:
        """From ``step`` on this frame runs, ``depth`` calls deep."""
        stack = self._running.setdefault(thread, [])
        while len(stack) > depth or (len(stack) == depth and stack and stack[-1][1] != frame):
            number, _ = stack.pop()
            self.lasts[number] = step - 1
        while len(stack) < depth:
            self.parents.append(stack[-1][0] if stack else -1)
            stack.append((len(self.firsts), frame))
            self.functions.append(function)
            self.threads.append(thread)
            self.depths.append(len(stack))
            self.firsts.append(step)
            self.lasts.append(0)


class RunProfile:
    """Columns of the same length: ``steps`` are those at which one of the others changed."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self.steps, self.live, self.bytes = array("q"), array("q"), array("q")
        self.threads = array("q")
        self.calls = Calls(stored.names)
        self._chunk = 0
        self._taken = 0

    def refresh(self, seconds: float | None = None) -> bool:
        """Take in new chunks, for about ``seconds``; return whether that was all.

        Raises ``DamagedRecording`` where a part cannot be read.
        """
        stored, until = self._stored, None if seconds is None else time.monotonic() + seconds
        while self._chunk < len(stored.places):
            place = stored.places[self._chunk]
            found = stored.rows.run_profile(place.number)
            # Entries written since the last look name functions that are not known yet.
            known = stored.steps - place.first
            entries = bisect_right(found[::ENTRY], known)
            if self._taken < entries:
                self._add_entries(found[self._taken * ENTRY : entries * ENTRY], place.first)
            self._taken = entries
            if self._chunk + 1 == len(stored.places):
                break
            self._chunk, self._taken = self._chunk + 1, 0
            if until is not None and time.monotonic() > until:
                return False
        return True

    @property
    def part(self) -> float:
        """The share of the chunks that was taken in, from 0 to 1."""
        return self._chunk / max(1, len(self._stored.places))

    def _add_entries(self, found: array[int], first: int) -> None:
        steps = array("q", [first + offset for offset in found[::ENTRY]])
        self.steps += steps
        self.live += found[1::ENTRY]
        self.bytes += found[2::ENTRY]
        self.threads += found[3::ENTRY]
        add = self.calls.add
        for entry in zip(steps, *(found[place::ENTRY] for place in range(3, ENTRY)), strict=True):
            add(*entry)
