"""Tells what a scan has found: counts and sizes that differ, what is new, has changed or died."""

from __future__ import annotations

from sys import getrefcount, getsizeof

from visualizer.recorder import lost, wire
from visualizer.recorder.encoding import Encoder, splice
from visualizer.recorder.objects import IMMORTAL, NONE
from visualizer.recorder.versions import HELD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from typing import Any

    from visualizer.recorder.changes import Tracker
    from visualizer.recorder.plans import Plan

    type Change = tuple[int, Plan, Any, Any]
    """Slot, plan, content, text."""
    type Changed = list[Change]
    type SendPart = Callable[[list[int], list[bytes]], None]

MOST_NUMBERS = 1 << 14
MOST_FREED = 1 << 12
"""When there are more, a step is sent in parts."""
MANY = 1 << 16
"""Of so many objects the sizes are asked one by one and not gathered in a list."""


class Telling:
    """Makes the operations of a step. ``unreachable`` are the addresses that were called so.

    ``collected`` are the serials of such of them as have died since the last step. ``send_part``
    sends what has come together and empties the lists: of very much, all at once takes too much
    memory.
    """

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._objects = tracker.objects
        self._reader = tracker.reader
        self.unreachable: set[int] = set()
        self.collected: list[int] = []
        self.send_part: SendPart = _keep
        self.encoder = Encoder(tracker.objects.serial, tracker.reader.layout_names)

    def forget(self) -> None:
        """Begin anew."""
        self.unreachable.clear()

    def tell(
        self,
        things: list[object],
        changed: Changed,
        freed: list[int],
        numbers: list[int],
        texts: list[bytes],
    ) -> None:
        """Count everything that was seen, and append all there is to say of it.

        Nothing but the table of what was seen may hold the objects here, or they count too many.
        """
        self.tell_freed(freed, numbers, texts)
        self._tell_counts(things, numbers, texts)
        for change in changed:
            self._tell_change(change, numbers, texts)
            if len(numbers) > MOST_NUMBERS:
                self.send_part(numbers, texts)

    def tell_freed(self, freed: list[int], numbers: list[int], texts: list[bytes]) -> None:
        """Append the dead."""
        freed.sort()
        for start in range(0, len(freed), MOST_FREED):
            dead = freed[start : start + MOST_FREED]
            numbers += (wire.FREED, len(dead), *dead)
            if len(numbers) >= MOST_FREED:
                self.send_part(numbers, texts)

    def _tell_counts(self, things: list[object], numbers: list[int], texts: list[bytes]) -> None:
        """Counts and sizes where they differ, and all there is to say of what is new."""
        objects = self._objects
        counts, sizes = objects.counts, objects.sizes
        slots = map(objects.slots.__getitem__, map(id, things))
        now = zip(things, slots, map(getrefcount, things), self._sizes(things), strict=True)
        for thing, slot, count, size in now:
            if counts[slot] != count or sizes[slot] != size:
                known = counts[slot], sizes[slot]
                objects.take_over(slot, count, size)
                if known[0] == NONE:
                    self._tell_new(thing, slot, numbers, texts)
                else:
                    self._tell_counted(slot, known, numbers)
                if len(numbers) > MOST_NUMBERS:
                    self.send_part(numbers, texts)

    def _tell_counted(self, slot: int, before: tuple[int, int], numbers: list[int]) -> None:
        """Append the count and the size of a known object, where they are not as before."""
        objects = self._objects
        serial, count, size = objects.serials[slot], objects.counts[slot], objects.sizes[slot]
        if before[0] != count:
            numbers += (wire.COUNT, serial, -1 if count > IMMORTAL else count - HELD)
        if before[1] != size:
            numbers += (wire.SIZE, serial, size)

    def _tell_new(self, thing: object, slot: int, numbers: list[int], texts: list[bytes]) -> None:
        objects = self._objects
        plan = self._reader.plan(type(thing))
        self._tracker.know(plan)
        text: Any = plan.text(thing) if plan.text else None
        serial, count = objects.serials[slot], objects.counts[slot]
        true = -1 if count > IMMORTAL else count - HELD
        address, size = objects.addresses[slot], objects.sizes[slot]
        numbers += (wire.OBJECT, serial, address, true, size, plan.name)
        if plan.kind == wire.SCALAR:
            numbers += (wire.SCALAR, 2, text[1], len(text[0]))
            texts.append(text[0])
        else:
            content = objects.contents[slot]
            numbers += self.encoder.encode(plan, content, text, texts)
            numbers += self.encoder.parts(serial, plan, content, text)

    def _sizes(self, things: Collection[object]) -> Iterable[int]:
        if len(things) > MANY:
            return map(self.size_of, things)
        try:
            if not self._reader.has_foreign_sizes:
                return [*map(getsizeof, things)]
            return [self._size(thing) for thing in things]
        except (TypeError, ValueError, OverflowError):  # a C type that cannot tell its size
            return [0] * len(things)

    def size_of(self, thing: object) -> int:
        """The size of one object; 0 where its type cannot tell one."""
        try:
            return self._size(thing)
        except (TypeError, ValueError, OverflowError):
            return 0

    def _size(self, thing: object) -> int:
        size = self._reader.plan(type(thing)).size
        return size(thing) if size else getsizeof(thing)

    def _tell_change(self, change: Change, numbers: list[int], texts: list[bytes]) -> None:
        slot, plan, content, text = change
        contents = self._objects.contents
        old, contents[slot] = contents[slot], content
        serial = self._objects.serials[slot]
        sequence = plan.kind in (wire.SEQUENCE, wire.MAPPING)
        if sequence and old != content and len(old) > 128 and len(content) > 128:
            start, removed, added = splice(old, content)
            numbers += (wire.SPLICE, serial, start, removed, len(added))
            numbers += map(self._objects.serial, added)
            numbers.append(int.from_bytes(content[:8], "little"))
        else:
            numbers += (wire.CONTENT, serial)
            numbers += self.encoder.encode(plan, content, text, texts)
            numbers += self.encoder.parts(serial, plan, content, text)

    def tell_collection(self, generation: int, numbers: list[int]) -> None:
        """Append a run of the collector, and which of the dead it was that it took."""
        self.collected.sort()  # sets told them in the order of their addresses
        numbers += (wire.COLLECTION, generation, len(self.collected), *self.collected)

    def tell_unreachable(self, hidden: Sequence[int], numbers: list[int]) -> None:
        """Append what only a cycle keeps alive from now on, or no longer."""
        tracker = self._tracker
        now = lost.held_by_nothing(hidden, tracker.children, tracker.true_count)
        now |= tracker.victims.missing
        for address in now ^ self.unreachable:
            slot = self._objects.live_slot(address)
            if slot:
                flag = 1 if address in now else 0
                numbers += (wire.UNREACHABLE, self._objects.serials[slot], flag)
        self.unreachable = now


def _keep(_numbers: list[int], _texts: list[bytes]) -> None:
    """There is nobody yet to send anything to."""
