"""In which column the calls of each thread stand: beside those that have some at the same time."""

from collections.abc import Mapping

from visualizer.model import Frame, FrameKind

MOST_COLUMNS = 4
"""Of more threads at a time the calls stand below those of another."""


class ThreadColumns:
    """Takes the stacks of every step in order. Columns are numbered from 0, in the order in which
    threads are given one; a thread keeps its own."""

    def __init__(self) -> None:
        self.of: dict[int, int] = {}
        self._busy: dict[int, None] = {}

    @property
    def count(self) -> int:
        """How many columns there are."""
        return 1 + max(self.of.values(), default=0)

    def in_order(self) -> dict[int, int]:
        """The columns from left to right, the last one 0: the main thread's is the first."""
        first: dict[int, None] = dict.fromkeys(self.of[thread] for thread in sorted(self.of))
        places = {column: at - len(first) + 1 for at, column in enumerate(first)}
        return {thread: places[column] for thread, column in self.of.items()}

    def take(self, stacks: Mapping[int, tuple[Frame, ...]]) -> None:
        """Give a column to each thread that has calls while another has some.

        Names of modules belong to all threads: a thread that runs a module alone has no calls.
        """
        busy = [
            thread
            for thread, frames in stacks.items()
            if any(frame.kind is not FrameKind.MODULE for frame in frames)
        ]
        # Who stands there already comes first.
        self._busy = {thread: None for thread in self._busy if thread in busy}
        self._busy.update(dict.fromkeys(sorted(busy)))
        if len(busy) > 1:
            for thread in self._busy:
                if thread not in self.of:
                    self.of[thread] = self._free()

    def _free(self) -> int:
        """The first column in which no thread has calls now; where there is none, one of fewest."""
        taken = [self.of[thread] for thread in self._busy if thread in self.of]
        return min(range(MOST_COLUMNS), key=lambda column: (taken.count(column), column))
