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

from sys import getrefcount

from visualizer.recorder import lost, wire
from visualizer.recorder.collector import Collector, Victims
from visualizer.recorder.encoding import children, tells_of
from visualizer.recorder.objects import IMMORTAL, Objects
from visualizer.recorder.packing import unpack
from visualizer.recorder.returns import Returns
from visualizer.recorder.suspended import closing
from visualizer.recorder.telling import Telling
from visualizer.recorder.versions import HELD

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
    """What is still to be looked at, what was, and of that what has changed; and the serials of
    what something else has taken the place of, by address."""
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
        self.under_init = 0
        self.frames: Sequence[Walked] = ()
        self._before = 0

    def forget_all(self) -> None:
        """Begin anew: an interruption half-way has left some of this changed and some not."""
        self.objects.forget_all()
        self.returns.in_flight.clear()
        self.reader.weak.clear()
        self.victims.forget()
        self.telling.unreachable.clear()
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
        freed = self.bury(doomed)
        self.returns.doomed = ()
        generations = self.collector.runs()
        objects.moment += 1
        self._before = objects.highest
        things: list[object] = []
        changed: Changed = []
        replaced: dict[int, int] = {}
        scanned = (work, things, changed, replaced)
        work += [thing for thing in constants if id(thing) in objects.serials]
        constants.clear()
        self._scan(*scanned)
        hidden, gone = self._settle_the_missing(scanned, place, numbers)
        self.victims.spare(gone, self.telling.unreachable, place, bool(generations), self.children)
        self._follow_finalizers(changed)
        freed += self.bury(gone)
        for address, serial in replaced.items():
            freed.append(serial)
            self._let_go(address, serial)
        work.clear()
        self.returns.land(place, things)
        self._note_the_reborn(things, changed, doomed.union(replaced))
        self.telling.tell(things, changed, freed, numbers, texts)
        self.telling.tell_unreachable(hidden, numbers)
        if generations:
            self.telling.tell_collection(generations[-1], numbers)
        self.telling.collected.clear()
        self.frames = ()

    def _scan(
        self, work: Reach, things: list[object], changed: Changed, replaced: dict[int, int]
    ) -> None:
        objects, reader = self.objects, self.reader
        seen, plans, moment = objects.seen, objects.plans, objects.moment
        for thing in work:
            address = id(thing)
            last = seen.get(address)
            if last is not None and last >= moment:
                continue
            things.append(thing)
            plan = reader.plan(type(thing))
            content: Any = plan.read(thing, work)
            if last is not None:
                seen[address] = moment
                known, plans[address] = plans[address], plan
                if known.type_id == plan.type_id:
                    if objects.contents[address] == content:
                        continue
                    if not plan.immutable and not self._is_replaced(address, known, plan, content):
                        text = plan.text(thing) if plan.text else None
                        changed.append((address, plan, content, text))
                        continue
                replaced[address] = objects.give_up(address)
            self._enter(thing, plan, content)

    def _enter(self, thing: object, plan: Plan, content: Any) -> None:
        """Know a new object."""
        self.objects.add(id(thing), plan, content)
        if getrefcount(thing) > IMMORTAL and is_leaf(plan, content):
            self.objects.settle(id(thing))

    def _is_replaced(self, address: int, known: Plan, plan: Plan, content: bytes) -> bool:
        """An object without attributes at its ``__init__`` is not one that had some before.

        Nor is what is found changed one that was handed out and that nobody could change, or one
        of another class that came to lie where its own was. A weak reference only ever loses what
        it leads to.
        """
        if known.kind != plan.kind:
            return True
        if plan.kind == wire.WEAKREF:
            return content != LEADS_NOWHERE
        if self.returns.is_out_of_reach(address):
            return True
        if address != self.under_init or plan.kind != wire.INSTANCE:
            return False
        before: bytes = self.objects.contents[address]
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
        work, things, *_ = scanned
        reached = len(things)
        self._scan_what_is_weakly_held(scanned)
        gone = self.objects.missing()
        candidates = {address for address in gone if self.objects.plans[address].collectable}
        if candidates:
            work[:] = [one for one in lost.find(candidates) if not self._is_another(one)]
            self._scan(*scanned)
            self._scan_what_is_weakly_held(scanned)
            gone = self.objects.missing()
        self.returns.leave_in_flight(gone, place, numbers)
        return [*map(id, things[reached:])], gone

    def _is_another(self, thing: object) -> bool:
        """Whether it has come to lie where something known died, and can be seen to be another.

        Nobody refers to it by a way that is known, so elsewhere it would not be found either: it is
        an argument of a call in C, or the interpreter's own as it ends.
        """
        address = id(thing)
        if self.returns.has_been_replaced(address):
            return True
        plan = self.reader.plan(type(thing))
        if plan.type_id != self.objects.plans[address].type_id:
            return True
        return plan.immutable and bool(plan.read(thing, []) != self.objects.contents[address])

    def _follow_finalizers(self, changed: Changed) -> None:
        """A generator that the collector has in hand is closed by it."""
        for address in self.victims.missing:
            plan = self.objects.plans[address]
            if plan.kind == wire.SUSPENDED:
                found = closing(self.objects.contents[address], self.frames)
                if found is not None:
                    changed.append((address, plan, *found))

    def _note_the_reborn(self, things: list[object], changed: Changed, dead: set[int]) -> None:
        """Addresses that died and were born in one step: who refers there refers to another now."""
        objects = self.objects
        born = {address for address in dead if objects.serials.get(address, 0) > self._before}
        self.reborn = born
        if not born:
            return
        told = {address for address, *_ in changed}
        for thing in things:
            address = id(thing)
            if objects.serial(address) > self._before or address in told:
                continue
            plan, content = objects.plans[address], objects.contents[address]
            if tells_of(born, plan.kind, content, self.reader.layout_names):
                text = plan.text(thing) if plan.text else None
                changed.append((address, plan, content, text))

    # ---- the dead ----

    def bury(self, addresses: Iterable[int]) -> list[int]:
        """Forget the dead; their serials."""
        found = []
        for address in addresses:
            if self.objects.is_live(address):
                serial = self.objects.give_up(address)
                found.append(serial)
                self._let_go(address, serial)
        return found

    def _let_go(self, address: int, serial: int) -> None:
        """What is looked for elsewhere at the address of something dead is found no more."""
        if address in self.telling.unreachable or address in self.victims.released:
            self.telling.collected.append(serial)
            self.telling.unreachable.discard(address)
        self.returns.in_flight.pop(address, None)
        self.reader.forget(address)

    # ---- asking ----

    def children(self, address: int) -> Sequence[int]:
        """What the object at an address refers to."""
        if not self.objects.is_live(address):
            return ()
        kind, content = self.objects.plans[address].kind, self.objects.contents[address]
        found = children(kind, content, self.reader.layout_names)
        if kind == wire.FUNCTION and found:
            cells = len(self.reader.layout_names[unpack(content)[2]])
            # Where the tuple of the defaults is told or another's too, it refers to them instead.
            held = len(self.children(found[0])) or self.reader.shared_defaults.get(address, 0)
            return (*found[: 2 + cells], *found[2 + cells + held :])
        return found

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
