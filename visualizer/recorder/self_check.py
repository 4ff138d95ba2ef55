"""Reads some objects again in Python now and then, and mends what the scan in C believes of them.

The scan passes over an object as long as the words that it noted are the same. Where that were ever
wrong (a layout that is another, a kind that can change in a way nobody thought of) the recording
would be wrong from there on, and nothing would tell. So, every ``every`` scans, the next ``FEW`` of
all objects are read as the Python recorder reads them, and their counts and sizes are taken.
"""

from __future__ import annotations

from sys import getrefcount

from visualizer.recorder import wire
from visualizer.recorder.objects import IMMORTAL
from visualizer.recorder.returns import HELD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualizer.recorder.changes import Scanned, Tracker

EVERY = 256
"""Scans from one check to the next."""
FEW = 8
"""So many objects are read at a check."""
_KINDS = {
    *(wire.SCALAR, wire.SEQUENCE, wire.MAPPING, wire.INSTANCE, wire.CLASS, wire.FUNCTION),
    *(wire.METHOD, wire.CELL, wire.MODULE),
}
"""What the scan may pass over; all else is read in Python at every step."""


class SelfCheck:
    """``read`` objects were read again so far, and of ``mended`` something was not as believed.

    ``must_begin_anew``: something was taken for what it is not, and only forgetting all helps.
    """

    def __init__(self, tracker: Tracker) -> None:
        self.every = EVERY
        self.read = self.mended = 0
        self.must_begin_anew = False
        self._tracker = tracker
        self._left = EVERY
        self._next = 0
        self._places: Sequence[int] = ()

    def is_due(self) -> bool:
        """Whether this scan is to be checked."""
        self._left -= 1
        if self._left > 0:
            return False
        self._left = self.every
        return True

    def contents(self, scanned: Scanned) -> bool:
        """Read some of what was scanned; whether ``work`` has something to scan now.

        What has another content is among the ``changed``.
        """
        work, things, changed, _ = scanned
        told = {slot for slot, *_ in changed}
        size = len(things)
        self._places = [(self._next + n) % size for n in range(min(FEW, size))]
        self._next = (self._next + FEW) % max(1, size)
        work.clear()
        before = self.mended
        for place in self._places:
            self._read(things[place], scanned, told)
        if self.mended == before:
            work.clear()
        return bool(work)

    def _read(self, thing: object, scanned: Scanned, told: set[int]) -> None:
        work, _, changed, _ = scanned
        objects, reader = self._tracker.objects, self._tracker.reader
        slot = objects.slots[id(thing)]
        plan = reader.plan(type(thing))
        if slot in told or not objects.counts[slot] or plan.kind not in _KINDS:
            return
        content = plan.read(thing, work) if plan.read else thing
        self.read += 1
        is_of_type = objects.types[slot] == plan.type_id
        if is_of_type and objects.contents[slot] == content:
            return
        self.mended += 1
        if plan.immutable or not is_of_type:
            self.must_begin_anew = True
        else:
            changed.append((slot, plan, content, plan.text(thing) if plan.text else None))

    def counts(self, things: list[object], numbers: list[int], texts: list[bytes]) -> None:
        """Take the counts and sizes of the same objects, now that all were told.

        Nothing but ``things`` may hold them.
        """
        objects, telling = self._tracker.objects, self._tracker.telling
        for place in self._places:
            slot = objects.slots[id(things[place])]
            size = telling.size_of(things[place])
            count = getrefcount(things[place])
            if count <= IMMORTAL:
                count += HELD - 2  # the list and the argument
            if (objects.counts[slot], objects.sizes[slot] or size) != (count, size):
                self.mended += 1
                telling.tell_one(things[place], slot, count, size, numbers, texts)
