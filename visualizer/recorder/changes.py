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

from itertools import islice
from sys import getrefcount

from visualizer.recorder import lost, wire
from visualizer.recorder.collector import Collector, Victims
from visualizer.recorder.encoding import children
from visualizer.recorder.objects import IMMORTAL, NO_AGE, Objects
from visualizer.recorder.returns import Returns
from visualizer.recorder.suspended import closing
from visualizer.recorder.telling import MANY, MOST_FREED, Telling
from visualizer.recorder.versions import HELD
from visualizer.recorder.walkers import Walkers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from visualizer.recorder.code_facts import CodeFacts
    from visualizer.recorder.plans import Plan, Reach
    from visualizer.recorder.reading import Reader
    from visualizer.recorder.stacks import Walked
    from visualizer.recorder.telling import Changed

    type Scanned = tuple[Reach, list[object], Changed, dict[int, int]]
    """What is still to be looked at, what was, and of that what has changed; and the slots of what
    something else has taken the place of, by address."""
    type Place = tuple[int, int, CodeFacts | None, int]
    """A thread, how many frames it has, and the code and instruction of the innermost."""

NO_NAMES = bytes(8)
"""The layout of an object without attributes."""
LEADS_NOWHERE = bytes(8)
"""The content of a weak reference whose object is gone."""


class Tracker:
    """What is known of all objects, and how it is brought up to date: ``step`` by step.

    ``frames`` are those of the step's own thread.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.objects = Objects()
        self.reborn: frozenset[int] | set[int] = frozenset()
        self.collector = Collector()
        self.victims = Victims()
        self.returns = Returns(self)
        self.telling = Telling(self)
        self.walkers = Walkers(self)
        self.under_init = 0
        self.frames: Sequence[Walked] = ()
        self.birth = 0
        self._before = 0
        self._are_many = False
        self._gc_types: dict[int, bool] = {}
        self.kinds: dict[int, int] = {}

    def forget_all(self) -> None:
        """Begin anew: an interruption half-way has left some of this changed and some not."""
        self.objects.forget_all()
        self.returns.in_flight.clear()
        self.reader.weak.clear()
        self.victims.forget()
        self.telling.forget()
        self.walkers.forget()
        self.returns.doomed = ()
        self.reborn = frozenset()
        self.frames = ()

    # ---- one step ----

    def step(
        self, work: Reach, constants: Reach, place: Place, numbers: list[int], texts: list[bytes]
    ) -> None:
        """Look at everything reachable from ``work``, which is emptied; append what changed.

        ``constants`` are constants of the running code: they count as reachable once known.
        ``place`` is where the program stands. An exception on the way (a signal, the recursion
        limit) leaves what is known half-way: ``forget_all`` must come before the next step.
        """
        objects = self.objects
        self.reborn = frozenset()
        self.reader.moment += 1
        doomed = set(self.returns.doomed)
        freed = self.bury(doomed) if doomed else []
        self.returns.doomed = ()
        generations = self.collector.runs()
        # What is first seen now may have been made before that run, and moved on by it.
        self.birth = -1 if generations else self.collector.age
        objects.next_moment()
        live, self._before = objects.live, objects.highest
        things: list[object] = []
        changed: Changed = []
        replaced: dict[int, int] = {}
        scanned = (work, things, changed, replaced)
        if constants:
            work += [thing for thing in constants if id(thing) in objects.slots]
            constants.clear()
        self._scan(*scanned)
        hidden: Sequence[int] = ()
        if len(things) - (objects.highest - self._before) != live or self.reader.weak:
            hidden, gone = self._settle_the_missing(scanned, live, place, numbers)
            unreachable, has_run = self.telling.unreachable, bool(generations)
            self.victims.spare(gone, unreachable, place, has_run, self.children)
            self._follow_finalizers(changed)
            freed += self.bury(gone)
            if self._are_many:
                freed = self._bury_the_rest(freed, numbers, texts)
        else:
            self.victims.passed(place)
        if replaced:
            freed += self.bury_slots(replaced.values())
        work.clear()
        if self.returns.in_flight:
            self.returns.land(place, things)
        if replaced or doomed:
            self._note_the_reborn(things, changed, doomed.union(replaced))
        self.telling.tell(things, changed, freed, numbers, texts)
        if hidden or self.telling.unreachable or self.victims.missing:
            self.telling.tell_unreachable(hidden, numbers)
        if generations:
            self.telling.tell_collection(generations[-1], numbers)
        self.telling.collected.clear()
        self.frames = ()

    def _scan(
        self, work: Reach, things: list[object], changed: Changed, replaced: dict[int, int]
    ) -> None:
        objects, reader = self.objects, self.reader
        types, contents = objects.types, objects.contents
        slot_of, marks, moment = objects.slots.get, objects.marks, objects.moment
        plans = reader.plans
        for thing in work:
            address = id(thing)
            slot = slot_of(address)
            if slot is not None and marks[slot] >= moment:
                continue
            things.append(thing)
            plan = plans.get(id(type(thing)))
            if plan is None:
                plan = reader.plan(type(thing))
            content: Any = plan.read(thing, work) if plan.read else thing
            if slot is not None:
                marks[slot] = moment
                if types[slot] == plan.type_id:
                    if contents[slot] == content:
                        continue
                    if not plan.immutable and not self._is_replaced(address, slot, plan, content):
                        text = plan.text(thing) if plan.text else None
                        changed.append((slot, plan, content, text))
                        continue
                replaced[address] = slot
            self._enter(thing, plan, content)
            slot_of = objects.slots.get  # it may have become another table

    def _enter(self, thing: object, plan: Plan, content: Any) -> None:
        """Know a new object."""
        kept = plan.keep(content) if plan.keep else content
        age = self.birth if plan.collectable else NO_AGE
        slot = self.objects.add(id(thing), plan.type_id, kept, age)
        if getrefcount(thing) > IMMORTAL and is_leaf(plan, content):
            self.objects.settle(slot)

    def know(self, plan: Plan) -> None:
        """There are objects now that were read so."""
        self._gc_types[plan.type_id] = plan.collectable
        self.kinds[plan.type_id] = plan.kind

    def _is_replaced(self, address: int, slot: int, plan: Plan, content: bytes) -> bool:
        """An object without attributes at its ``__init__`` is not one that had some before.

        Nor is what is found changed one that was handed out and that nobody could change, or one
        of another class that came to lie where its own was. A weak reference only ever loses what
        it leads to.
        """
        if self.kinds[plan.type_id] != plan.kind:
            return True
        if plan.kind == wire.WEAKREF:
            return content != LEADS_NOWHERE
        if self.returns.in_flight and self.returns.is_out_of_reach(address):
            return True
        if address != self.under_init or plan.kind != wire.INSTANCE:
            return False
        before: bytes = self.objects.contents[slot]
        return content[:8] == NO_NAMES != before[:8]

    def _scan_what_is_weakly_held(self, scanned: Scanned) -> None:
        work, weak = scanned[0], self.reader.weak
        while weak:
            work[:] = weak
            weak.clear()
            self._scan(*scanned)

    def _settle_the_missing(
        self, scanned: Scanned, live: int, place: Place, numbers: list[int]
    ) -> tuple[Sequence[int], set[int]]:
        """What was known and is not reached: what is alive is scanned too.

        Gives the addresses that were scanned here, and those of the dead.
        """
        work, things, *_ = scanned
        objects, is_collectable = self.objects, self._gc_types
        reached = len(things)
        self._scan_what_is_weakly_held(scanned)
        gone = self._missing(live)
        ended = self.walkers.ended(gone)
        candidates = {a for a in gone if is_collectable[objects.type_of(a)] and a not in ended}
        if candidates:
            # A run that has its garbage in hand has aged the others, and is not counted yet.
            runs = self.victims.addresses or not candidates.isdisjoint(self.telling.unreachable)
            old = bool(runs) or any(self._may_be_old(address) for address in candidates)
            found = lost.find(candidates, old)
            if found and self.returns.in_flight:
                self.returns.leave_out_replaced(found)
            self._leave_out_others(found)
            if found:
                work[:] = found
                found.clear()
                self._scan(*scanned)
                self._scan_what_is_weakly_held(scanned)
                gone = self._missing(live)
        if self.returns.in_flight:
            self.returns.leave_in_flight(gone, place, numbers)
        return [*map(id, things[reached:])] if len(things) > reached else (), gone

    def _leave_out_others(self, found: list[object]) -> None:
        """What has come to lie where something known died, and can be seen to be another.

        Nobody refers to it by a way that is known, so elsewhere it would not be found either: it is
        an argument of a call in C, or the interpreter's own as it ends.
        """
        objects, reader = self.objects, self.reader
        for place in reversed(range(len(found))):
            slot = objects.slots[id(found[place])]
            plan = reader.plan(type(found[place]))
            is_known = plan.type_id == objects.types[slot]
            if is_known and plan.immutable and plan.read is not None:
                is_known = plan.read(found[place], []) == objects.contents[slot]
            if not is_known:
                del found[place]

    def _follow_finalizers(self, changed: Changed) -> None:
        """A generator that the collector has in hand is closed by it."""
        for address in self.victims.missing:
            slot = self.objects.slots[address]
            plan = self.reader.plans.get(self.objects.types[slot])
            if plan is not None and plan.kind == wire.SUSPENDED:
                found = closing(self.objects.contents[slot], self.frames)
                if found is not None:
                    changed.append((slot, plan, *found))

    def _missing(self, live: int) -> set[int]:
        """The addresses of what was known and is not reached.

        Where very many are, of those that the collector knows: what else is missing is dead then,
        and is buried one by one, unless somebody looks for it.
        """
        objects, is_collectable = self.objects, self._gc_types
        is_looked_for = self.returns.in_flight or self.victims.addresses
        left = sum(1 for _ in objects.missing_slots()) if live > MANY else 0
        self._are_many = left > MANY and not (is_looked_for or self.telling.unreachable)
        if not self._are_many:
            return set(objects.missing())
        addresses, types = objects.addresses, objects.types
        slots = objects.missing_slots()
        return {addresses[slot] for slot in slots if is_collectable[types[slot]]}

    def _bury_the_rest(self, freed: list[int], numbers: list[int], texts: list[bytes]) -> list[int]:
        """Forget all that was not seen; of very many only the last serials are left to be told."""
        missing = self.objects.missing_slots()
        while dead := [*islice(missing, MOST_FREED)]:
            self.telling.tell_freed(freed, numbers, texts)
            freed = self.bury_slots(dead)
        return freed

    def _note_the_reborn(self, things: list[object], changed: Changed, dead: set[int]) -> None:
        """Addresses that died and were born in one step: who refers there refers to another now."""
        slots = self.objects.slots
        self.reborn = reborn = {a for a in dead if a in slots and self._is_born(slots[a])}
        if not reborn:
            return
        told = {slot for slot, *_ in changed}
        for thing in things:
            slot = slots[id(thing)]
            if self._is_born(slot) or slot in told:
                continue
            if not reborn.isdisjoint(self.children(id(thing))):
                plan = self.reader.plan(type(thing))
                text = plan.text(thing) if plan.text else None
                changed.append((slot, plan, self.objects.contents[slot], text))

    def _is_born(self, slot: int) -> bool:
        return self.objects.serials[slot] > self._before

    def _may_be_old(self, address: int) -> bool:
        """Whether the object may have left the youngest generation, or was older than we knew."""
        slot = self.objects.slots[address]
        age = self.objects.ages[slot]
        return age != self.collector.age or self.objects.counts[slot] != HELD + 1

    # ---- the dead ----

    def bury(self, addresses: Iterable[int]) -> list[int]:
        """Forget the dead; their serials."""
        return self.bury_slots(map(self.objects.live_slot, addresses))

    def bury_slots(self, slots: Iterable[int]) -> list[int]:
        """The same by their slots."""
        found = []
        objects, plans = self.objects, self.reader.plans
        is_looked_for = self.telling.unreachable or self.victims.released or self.returns.in_flight
        for slot in slots:
            if slot:
                address, serial = objects.addresses[slot], objects.serials[slot]
                found.append(serial)
                objects.give_up(slot)
                if is_looked_for:
                    self._let_go(address, serial)
                if address in plans:
                    self.reader.forget(address)
        return found

    def _let_go(self, address: int, serial: int) -> None:
        """What is looked for elsewhere at the address of something dead is found no more."""
        if address in self.telling.unreachable or address in self.victims.released:
            self.telling.collected.append(serial)
            self.telling.unreachable.discard(address)
        self.returns.in_flight.pop(address, None)

    # ---- asking ----

    def children(self, address: int) -> Sequence[int]:
        """What the object at an address refers to."""
        # Not by its plan: that is forgotten when a class changes, and this is asked afterwards.
        slot = self.objects.live_slot(address)
        if not slot:
            return ()
        kind = self.kinds[self.objects.types[slot]]
        return children(kind, self.objects.contents[slot], self.reader.layout_names)

    def kind(self, address: int) -> int | None:
        """What kind of content the object at an address has; None where it has none."""
        slot = self.objects.live_slot(address)
        return self.kinds[self.objects.types[slot]] if slot else None

    def true_count(self, address: int) -> int | None:
        """The count, or None for an immortal object, which nothing can bring to zero."""
        count = self.objects.count(address)
        return None if count > IMMORTAL else count - HELD


def is_leaf(plan: Plan, content: Any) -> bool:
    """Whether nothing about an immortal object of this kind can change."""
    if plan.kind == wire.SCALAR:
        return plan.immutable
    if plan.kind == wire.CLASS:
        return len(content) == 24
    return plan.kind == wire.SEQUENCE and len(content) == 8
