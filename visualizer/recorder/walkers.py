"""The builtin iterators that loops walk with: they die with their loop, which needs no search.

Nothing but the stack of the frame refers to the iterator of a ``for`` whose count is one, and no
instruction can give it to anybody else: when it is on no stack any more, it is dead.
"""

from __future__ import annotations

from visualizer.recorder import wire
from visualizer.recorder.versions import HELD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from visualizer.recorder.changes import Tracker

_HOLD_ONLY = (wire.ITERATOR, wire.SEQUENCE, wire.MAPPING)


class Walkers:
    """Knows them by address, from one step to the next."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._alone: set[int] = set()

    def note(self, loops: Iterable[int]) -> None:
        """Of these iterators that loops walk with, keep those that nothing else refers to."""
        self._alone.clear()
        count = self._tracker.objects.count
        for address in loops:
            if count(address) == HELD + 1:
                self._alone.add(address)

    def ended(self, gone: set[int]) -> set[int]:
        """Those of the missing that have died with their loops, and what they alone walked."""
        found = self._alone & gone
        waiting = [*found]
        tracker = self._tracker
        for address in waiting:
            for child in tracker.children(address):
                if child in gone and child not in found and self._dies_with_it(child):
                    found.add(child)
                    # Those that zip and map take from are in a tuple.
                    if tracker.kind(child) == wire.ITERATOR or tracker.kind(address) == wire.OTHER:
                        waiting.append(child)
        return found

    def _dies_with_it(self, address: int) -> bool:
        tracker = self._tracker
        if tracker.objects.count(address) != HELD + 1 or tracker.kind(address) not in _HOLD_ONLY:
            return False
        plan = tracker.reader.plans.get(tracker.objects.type_of(address))
        return plan is not None and plan.dies_quietly

    def forget(self) -> None:
        """Begin anew."""
        self._alone.clear()
