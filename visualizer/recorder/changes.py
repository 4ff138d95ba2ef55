"""What differs from the step before: an exact scan of everything that can be reached.

At every step each reachable object is looked at: its content, its count, its size. Between two
steps only numbers and bytes are kept, by address. Identity is (address, birth): an address that
is found again belongs to the same object unless the type differs, an immutable's value differs,
or the object was known to have died in between.

How a death is known without holding the object:

- what a returning frame alone refers to dies with it (``returns``): counts equal the references
  that go, so nothing else can hold it;
- what is no longer reached and is known to the collector is looked for among all the collector
  knows (``lost.find``): not there, so dead;
- what is no longer reached and unknown to the collector (numbers, strings) has died, unless a
  constant of running code or a returned value on its way to the caller holds it.
"""

from __future__ import annotations

from sys import getrefcount, getsizeof

from visualizer.recorder import lost, wire
from visualizer.recorder.collector import Collector, Victims
from visualizer.recorder.encoding import Encoder, children, splice
from visualizer.recorder.returns import HELD, Returns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from typing import Any

    from visualizer.recorder.code_facts import CodeFacts
    from visualizer.recorder.plans import Plan, Reach
    from visualizer.recorder.reading import Reader

    type Born = dict[int, tuple[Plan, Any, Any]]
    """By address: plan, content, text."""
    type Change = tuple[int, Plan, Any, Any]
    type Changed = list[Change]
    type Scanned = tuple[Reach, dict[int, object], Born, Changed, list[int]]
    """What is still to be looked at, what was by address, and of that what is new, has changed,
    and has taken the place of something that died."""
    type Place = tuple[int, int, CodeFacts | None, int]
    """A thread, how many frames it has, and the code and instruction of the innermost."""

IMMORTAL = 1 << 31
"""No count is so high (3.13: 4294967295, 3.14: 3221225472); Include/refcount.h."""

NO_NAMES = bytes(8)
"""The layout of an object without attributes."""


class Tracker:
    """The state of all known objects, in numbers. ``step`` makes one record's changes."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.serials: dict[int, int] = {}
        self.types: dict[int, int] = {}
        self.contents: dict[int, Any] = {}
        self.counts: dict[int, int] = {}
        self.sizes: dict[int, int] = {}
        self.ages: dict[int, int] = {}
        self.unreachable: set[int] = set()
        self.settled: dict[int, bool] = {}
        self.reborn: frozenset[int] | set[int] = frozenset()
        self.collector = Collector()
        self.victims = Victims()
        self.returns = Returns(self)
        self._birth = 0
        self.heap_bytes = 0
        self.under_init = 0
        self._collected_serials: list[int] = []
        self._highest = 0
        self._gc_types: dict[int, bool] = {}
        self._kinds: dict[int, int] = {}
        self.encoder = Encoder(self.serials, reader.layout_names)

    def forget_all(self) -> None:
        """Begin anew: an interruption half-way has left some of this changed and some not."""
        for table in (self.serials, self.types, self.contents, self.counts, self.sizes, self.ages):
            table.clear()
        for other in (self.unreachable, self.settled, self.returns.in_flight, self.reader.weak):
            other.clear()
        self.victims.forget()
        self.returns.doomed = ()
        self.reborn = frozenset()
        self.heap_bytes = 0

    # ---- one step ----

    def step(
        self, work: Reach, constants: Reach, place: Place, numbers: list[int], texts: list[bytes]
    ) -> None:
        """Look at everything reachable from ``work``, which is emptied; append what changed.

        ``constants`` are constants of the running code: they count as reachable once known.
        ``place`` is where the program stands. An exception on the way (a signal, the recursion
        limit) leaves what is known half-way: ``forget_all`` must come before the next step.
        """
        self.reborn = frozenset()
        self.reader.moment += 1
        doomed = set(self.returns.doomed)
        freed = self.bury(doomed) if doomed else []
        self.returns.doomed = ()
        generations = self.collector.runs()
        # What is first seen now may have been made before that run, and moved on by it.
        self._birth = -1 if generations else self.collector.age
        seen: dict[int, object] = {}
        born: Born = {}
        changed: Changed = []
        replaced: list[int] = []
        scanned = (work, seen, born, changed, replaced)
        if constants:
            work += [thing for thing in constants if id(thing) in self.serials]
            constants.clear()
        self._scan(*scanned)
        hidden: Sequence[int] = ()
        if len(seen) - len(born) != len(self.types) or self.reader.weak:
            hidden, gone = self._settle_the_missing(scanned, place, numbers)
            self.victims.spare(gone, self.unreachable, place, bool(generations))
            freed += self.bury(gone)
        else:
            self.victims.passed(place)
        if replaced:
            freed += self.bury(replaced)
        work.clear()
        if self.returns.in_flight:
            self.returns.land(place, seen)
        if replaced or doomed:
            self._note_the_reborn(seen, born, changed, doomed.union(replaced))
        self._tell(scanned, freed, numbers, texts)
        if hidden or self.unreachable or self.victims.missing:
            self._send_unreachable(hidden, numbers)
        if generations:
            self._send_collection(generations[-1], numbers)
        self._collected_serials.clear()

    def _tell(
        self, scanned: Scanned, freed: list[int], numbers: list[int], texts: list[bytes]
    ) -> None:
        """Count everything that was seen, and append all there is to say of it.

        Nothing but the table of what was seen may hold the objects here, or they count too many.
        """
        _, seen, born, changed, _ = scanned
        counts = map(getrefcount, seen.values())
        sizes = self._sizes(seen.values())
        self._send(zip(seen, counts, sizes, strict=True), born, numbers, texts)
        if freed:
            numbers += (wire.FREED, len(freed), *sorted(freed))
        for change in changed:
            self._send_change(change, numbers, texts)

    def _scan(
        self,
        work: Reach,
        seen: dict[int, object],
        born: Born,
        changed: Changed,
        replaced: list[int],
    ) -> None:
        settled, types, contents = self.settled, self.types, self.contents
        reader = self.reader
        plans = reader.plans
        for thing in work:
            address = id(thing)
            if address in settled or address in seen:
                continue
            seen[address] = thing
            plan = plans.get(id(type(thing)))
            if plan is None:
                plan = reader.plan(type(thing))
            content: Any = plan.read(thing, work) if plan.read else thing
            if address in types:
                if types[address] == plan.type_id:
                    if contents[address] == content:
                        continue
                    if not plan.immutable and not self._is_replaced(address, plan, content):
                        text = plan.text(thing) if plan.text else None
                        changed.append((address, plan, content, text))
                        continue
                replaced.append(address)
            born[address] = (
                plan,
                plan.keep(content) if plan.keep else content,
                plan.text(thing) if plan.text else None,
            )
            if getrefcount(thing) > IMMORTAL and is_leaf(plan, content):
                settled[address] = plan.kind == wire.SCALAR

    def _is_replaced(self, address: int, plan: Plan, content: bytes) -> bool:
        """An object without attributes at its ``__init__`` is not one that had some before.

        Nor is what is found changed one that was handed out and that nobody could change, or one
        of another class that came to lie where its own was.
        """
        if self._kinds.get(plan.type_id, plan.kind) != plan.kind:
            return True
        if self.returns.in_flight and self.returns.is_out_of_reach(address):
            return True
        if address != self.under_init or plan.kind != wire.INSTANCE:
            return False
        before: bytes = self.contents[address]
        return content[:8] == NO_NAMES != before[:8]

    def _scan_what_is_weakly_held(self, scanned: Scanned) -> None:
        work, weak = scanned[0], self.reader.weak
        while weak:
            work[:] = weak
            weak.clear()
            self._scan(*scanned)

    def _settle_the_missing(
        self, scanned: Scanned, place: Place, numbers: list[int]
    ) -> tuple[Sequence[int], set[int]]:
        """What was known and is not reached: what is alive is scanned too.

        Gives the addresses that were scanned here, and those of the dead.
        """
        work, seen, *_ = scanned
        types, is_collectable = self.types, self._gc_types
        reached = len(seen)
        self._scan_what_is_weakly_held(scanned)
        gone = types.keys() - seen.keys()
        candidates = {a for a in gone if is_collectable[types[a]]}
        if candidates:
            old = any(self._may_be_old(address) for address in candidates)
            found = lost.find(candidates, old)
            if found and self.returns.in_flight:
                self.returns.leave_out_replaced(found)
            if found:
                work[:] = found
                found.clear()
                self._scan(*scanned)
                self._scan_what_is_weakly_held(scanned)
                gone = types.keys() - seen.keys()
        if self.returns.in_flight:
            self.returns.leave_in_flight(gone, place, numbers)
        return [*seen][reached:] if len(seen) > reached else (), gone

    def _note_the_reborn(
        self, seen: dict[int, object], born: Born, changed: Changed, dead: set[int]
    ) -> None:
        """Addresses that died and were born in one step: who refers there refers to another now."""
        self.reborn = reborn = dead & born.keys()
        if not reborn:
            return
        told = {address for address, *_ in changed}
        for address, thing in seen.items():
            if address in born or address in told:
                continue
            if not reborn.isdisjoint(self.children(address)):
                plan = self.reader.plan(type(thing))
                text = plan.text(thing) if plan.text else None
                changed.append((address, plan, self.contents[address], text))

    def _may_be_old(self, address: int) -> bool:
        """Whether the object may have left the youngest generation, or was older than we knew."""
        return self.ages.get(address) != self.collector.age or self.counts[address] != HELD + 1

    def _sizes(self, things: Collection[object]) -> list[int]:
        try:
            if not self.reader.has_foreign_sizes:
                return [*map(getsizeof, things)]
            return [self._size(thing) for thing in things]
        except (TypeError, ValueError, OverflowError):  # a C type that cannot tell its size
            return [0] * len(things)

    def _size(self, thing: object) -> int:
        size = self.reader.plan(type(thing)).size
        return size(thing) if size else getsizeof(thing)

    def tell_scalar(
        self, address: int, facts: tuple[Any, ...], numbers: list[int], texts: list[bytes]
    ) -> None:
        """Take over what was read of one scalar: (count, size), and of a new one all of it."""
        if len(facts) > 2:
            count, size, plan, _, text = facts
            serial = self.keep_scalar(address, facts)
            numbers += (wire.OBJECT, serial, address, count, size, plan.name)
            numbers += (wire.SCALAR, 2, text[1], len(text[0]))
            texts.append(text[0])
            return
        count, size = facts
        if self.counts[address] != count + HELD:
            numbers += (wire.COUNT, self.serials[address], count)
            self.counts[address] = count + HELD
        if self.sizes[address] != size:
            numbers += (wire.SIZE, self.serials[address], size)
            self.heap_bytes += size - self.sizes[address]
            self.sizes[address] = size

    def keep_scalar(self, address: int, facts: tuple[Any, ...]) -> int:
        """Know a new scalar: (count, size, plan, content, text); its serial."""
        count, size, plan, content, _ = facts
        self._highest += 1
        self.serials[address] = self._highest
        self.types[address] = plan.type_id
        self.contents[address] = content
        self._gc_types[plan.type_id] = plan.collectable
        self.heap_bytes += size
        self.counts[address] = count + HELD
        self.sizes[address] = size
        return self._highest

    # ---- remembering ----

    def bury(self, addresses: Iterable[int]) -> list[int]:
        """Forget the dead; their serials."""
        found = []
        plans = self.reader.plans
        for address in addresses:
            if address in self.types:
                serial = self.serials.pop(address)
                found.append(serial)
                del self.types[address], self.contents[address], self.counts[address]
                self.heap_bytes -= self.sizes.pop(address)
                self.ages.pop(address, None)
                if address in self.unreachable or address in self.victims.released:
                    self._collected_serials.append(serial)
                    self.unreachable.discard(address)
                if self.returns.in_flight:
                    self.returns.in_flight.pop(address, None)
                if address in plans:
                    self.reader.forget(address)
        return found

    def _send(
        self,
        recounted: Iterable[tuple[int, int, int]],
        born: Born,
        numbers: list[int],
        texts: list[bytes],
    ) -> None:
        """Counts and sizes where they differ, and all there is to say of what is new."""
        counts, sizes, serials = self.counts, self.sizes, self.serials
        if born:
            for address in born:
                self._highest += 1
                serials[address] = self._highest
        for address, count, size in recounted:
            if address in born:
                plan, content, text = born[address]
                true = -1 if count > IMMORTAL else count - HELD
                self.heap_bytes += size
                numbers += (wire.OBJECT, serials[address], address, true, size, plan.name)
                if plan.kind == wire.SCALAR:
                    numbers += (wire.SCALAR, 2, text[1], len(text[0]))
                    texts.append(text[0])
                else:
                    numbers += self.encoder.encode(plan, content, text, texts)
                    numbers += self.encoder.parts(serials[address], plan, content, text)
                if address in self.settled:
                    continue
                self.types[address] = plan.type_id
                self.contents[address] = content
                if plan.collectable:
                    self.ages[address] = self._birth
                self._gc_types[plan.type_id] = plan.collectable
                self._kinds[plan.type_id] = plan.kind
            else:
                if counts[address] != count:
                    true = -1 if count > IMMORTAL else count - HELD
                    numbers += (wire.COUNT, serials[address], true)
                elif sizes[address] == size:
                    continue
                if sizes[address] != size:
                    numbers += (wire.SIZE, serials[address], size)
                    self.heap_bytes += size - sizes[address]
            counts[address] = count
            sizes[address] = size

    def _send_change(self, change: Change, numbers: list[int], texts: list[bytes]) -> None:
        address, plan, content, text = change
        old, self.contents[address] = self.contents[address], content
        serial = self.serials[address]
        sequence = plan.kind in (wire.SEQUENCE, wire.MAPPING)
        if sequence and old != content and len(old) > 128 and len(content) > 128:
            start, removed, added = splice(old, content)
            numbers += (wire.SPLICE, serial, start, removed, len(added))
            numbers += [self.serials[item] for item in added]
            numbers.append(int.from_bytes(content[:8], "little"))
        else:
            numbers += (wire.CONTENT, serial)
            numbers += self.encoder.encode(plan, content, text, texts)
            numbers += self.encoder.parts(serial, plan, content, text)

    def _send_collection(self, generation: int, numbers: list[int]) -> None:
        serials = self._collected_serials
        numbers += (wire.COLLECTION, generation, len(serials), *serials)

    def _send_unreachable(self, hidden: Iterable[int], numbers: list[int]) -> None:
        now: set[int] = set()
        if hidden:
            now = lost.held_by_nothing(hidden, self.children, self.true_count)
        now |= self.victims.missing
        for address in now ^ self.unreachable:
            if address in self.types:
                flag = 1 if address in now else 0
                numbers += (wire.UNREACHABLE, self.serials[address], flag)
        self.unreachable = now

    def children(self, address: int) -> Sequence[int]:
        """What the object at an address refers to."""
        # Not by its plan: that is forgotten when a class changes, and this is asked afterwards.
        kind = self._kinds.get(self.types.get(address, 0))
        if kind is None:
            return ()
        return children(kind, self.contents[address], self.reader.layout_names)

    def true_count(self, address: int) -> int | None:
        """The count, or None for an immortal object, which nothing can bring to zero."""
        count = self.counts.get(address, IMMORTAL + 1)
        return None if count > IMMORTAL else count - HELD


def is_leaf(plan: Plan, content: Any) -> bool:
    """Whether nothing about an immortal object of this kind can change."""
    if plan.kind == wire.SCALAR:
        return plan.immutable
    if plan.kind == wire.CLASS:
        return len(content) == 24
    return plan.kind == wire.SEQUENCE and len(content) == 8
