"""Encodes a scan's results: changed counts and sizes, new, changed and dead objects."""

from __future__ import annotations

from sys import getrefcount

from visualizer.recorder import wire
from visualizer.recorder.objects.classes import size_of
from visualizer.recorder.steps import gc_lookup
from visualizer.recorder.steps.encoding import Encoder
from visualizer.recorder.steps.known_objects import IMMORTAL, UNCOUNTED
from visualizer.recorder.versions import HELD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from visualizer.recorder.objects.plans import Plan
    from visualizer.recorder.steps.changes import Tracker

    type Change = tuple[int, Plan, Any, Any]
    """Address, plan, content, text."""
    type Changed = list[Change]


class Reporter:
    """Produces the operations of a step. ``unreachable`` are the addresses reported as such.

    ``collected`` are the serials of those that have died since the last step.
    """

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._objects = tracker.objects
        self._reader = tracker.reader
        self.unreachable: set[int] = set()
        self.found: set[int] = set()
        """Objects that were unreachable: only the collector, or a weak reference, finds them."""
        self.collected: list[int] = []
        self.encoder = Encoder(tracker.objects.serial)

    def report(
        self,
        things: list[object],
        changed: Changed,
        freed: list[int],
        numbers: list[int],
        texts: list[bytes],
    ) -> None:
        """Count every visited object and append all changes.

        Nothing else here may hold the objects, or their counts would be too high.
        """
        if freed:
            numbers += (wire.FREED, len(freed), *sorted(freed))
        self._report_counts(things, numbers, texts)
        self._report_returned(numbers)
        for address, plan, content, text in changed:
            self._objects.contents[address] = content
            numbers += (wire.CONTENT, self._objects.serial(address))
            self._report_content(address, plan, text, numbers, texts)

    def _report_counts(self, things: list[object], numbers: list[int], texts: list[bytes]) -> None:
        """Append changed counts and sizes, and everything about new objects."""
        objects = self._objects
        # Before the counts: an object's own size function may count its references.
        sizes = [size_of(self._reader.plan(type(one)).size, one) for one in things]
        for thing, count, size in zip(things, map(getrefcount, things), sizes, strict=True):
            address = id(thing)
            known_count, known_size = objects.counts[address], objects.sizes[address]
            if known_count == count and known_size == size:
                continue
            objects.counts[address], objects.sizes[address] = count, size
            true_count = -1 if count > IMMORTAL else count - HELD
            serial = objects.serial(address)
            if known_count == UNCOUNTED:
                plan = objects.plans[address]
                numbers += (wire.OBJECT, serial, address, true_count, size, plan.name)
                text = plan.text(thing) if plan.text else None
                self._report_content(address, plan, text, numbers, texts)
                continue
            if known_count != count:
                numbers += (wire.COUNT, serial, true_count)
            if known_size != size:
                numbers += (wire.SIZE, serial, size)

    def _report_returned(self, numbers: list[int]) -> None:
        """Append the counts of what a finalizer held: only other garbage refers to it now."""
        pending = self._tracker.pending_garbage
        if pending.returned:
            children = self._tracker.children
            references = [child for one in pending.missing for child in children(one)]
            for address in pending.returned:
                count = references.count(address)
                self._objects.counts[address] = count + HELD
                numbers += (wire.COUNT, self._objects.serial(address), count)

    def _report_content(
        self, address: int, plan: Plan, text: Any, numbers: list[int], texts: list[bytes]
    ) -> None:
        content = self._objects.contents[address]
        numbers += self.encoder.encode(plan, content, text, texts)
        numbers += self.encoder.parts(self._objects.serial(address), plan, content, text)

    def report_collection(self, generation: int, numbers: list[int]) -> None:
        """Append a run of the collector with the objects that it freed."""
        self.collected.sort()  # sets have the order of their addresses
        numbers += (wire.COLLECTION, generation, len(self.collected), *self.collected)
        self.found.clear()  # objects that the collector did not free live on

    def report_unreachable(self, hidden: Sequence[int], numbers: list[int]) -> None:
        """Append objects that only a cycle keeps alive from now on, or no longer."""
        tracker = self._tracker
        now = gc_lookup.only_in_cycles(hidden, tracker.children, tracker.true_count)
        now |= tracker.pending_garbage.missing
        for address in now ^ self.unreachable:
            if self._objects.is_live(address):
                flag = 1 if address in now else 0
                numbers += (wire.UNREACHABLE, self._objects.serial(address), flag)
        self.found = (self.found | self.unreachable) - now
        self.unreachable = now
