"""Finds what changed since the last step by a complete scan of all reachable objects.

Each step reads every reachable object: its content, count and size. Between steps only numbers and
bytes are kept, by address. An object's identity is (address, birth): an address found again is the
same object unless its type differs, an immutable's value differs, or the object is known to have
died in between.

How a death is detected without holding the object:

- objects that only a returning frame refers to die with it (``returns``): their counts equal the
dropped references, so nothing else can hold them;
- the tracker searches all tracked objects for an unreachable one (``gc_lookup.find_tracked``): it
is dead if it is not among them;
- an unreachable object that the collector does not track (numbers, strings) is dead, unless it is a
constant of running code or a returned value on its way to the caller.
"""

from __future__ import annotations

from sys import getrefcount

from visualizer.recorder import wire
from visualizer.recorder.code.code_info import known_constants
from visualizer.recorder.frames.suspended import closing
from visualizer.recorder.objects.packing import HOLDS, IN_DICT, MENTIONS, OWN_DICT
from visualizer.recorder.steps import gc_lookup
from visualizer.recorder.steps.collector import Collector, PendingGarbage
from visualizer.recorder.steps.encoding import addresses, children
from visualizer.recorder.steps.known_objects import IMMORTAL, Objects
from visualizer.recorder.steps.report import Reporter
from visualizer.recorder.steps.returns import ReturnTracker
from visualizer.recorder.versions import HELD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from visualizer.recorder.code.code_info import CodeInfo
    from visualizer.recorder.frames.variables import FrameView
    from visualizer.recorder.objects.plans import Plan, Worklist
    from visualizer.recorder.objects.reading import Reader
    from visualizer.recorder.steps.report import Changed

    type Scanned = tuple[Worklist, list[object], Changed, dict[int, int]]
    """The worklist, the objects scanned, the changed ones of these, and the serials of replaced
    objects by address.
    """
    type Position = tuple[int, int, CodeInfo | None, int]
    """A thread, its number of frames, and the code and instruction of the innermost frame."""

NO_NAMES = bytes(8)
"""The number of attributes of an object without any, which follows its class."""
LEADS_NOWHERE = bytes(8)
"""The content of a weak reference whose object is dead."""


class Tracker:
    """Knows all objects and brings that knowledge up to date, ``step`` by step.

    ``frames`` are those of the step's own thread.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.objects = Objects()
        self.reused: frozenset[int] | set[int] = frozenset()
        self.collector = Collector()
        self.pending_garbage = PendingGarbage()
        self.returns = ReturnTracker(self)
        self.reporter = Reporter(self)
        self.init_self = 0
        self.frames: Sequence[FrameView] = ()
        self._before = 0

    def forget_all(self) -> None:
        """Forget all objects: an interruption may have left this state inconsistent."""
        self.objects.forget_all()
        self.returns.in_flight.clear()
        self.reader.weak.clear()
        self.pending_garbage.forget()
        self.reporter.unreachable.clear()
        self.reporter.found.clear()
        self.returns.doomed = ()
        self.reused = frozenset()
        self.frames = ()

    # ---- one step ----

    def step(
        self,
        worklist: Worklist,
        constants: Worklist,
        position: Position,
        numbers: list[int],
        texts: list[bytes],
    ) -> None:
        """Scan everything reachable from ``worklist``, which is emptied, and append the changes.

        ``constants`` are constants of running code: they count as reachable once known. An
        exception in between (a signal, the recursion limit) leaves this state inconsistent: call
        ``forget_all`` before the next step.
        """
        objects = self.objects
        self.reused = frozenset()
        self.reader.scan += 1
        doomed = set(self.returns.doomed)
        freed = self.forget_dead(doomed)
        self.returns.doomed = ()
        generations = self.collector.runs()
        objects.scan += 1
        self._before = objects.highest
        things: list[object] = []
        changed: Changed = []
        replaced: dict[int, int] = {}
        scanned = (worklist, things, changed, replaced)
        worklist += known_constants(constants, objects.serials)
        constants.clear()
        self._scan(*scanned)
        hidden, gone = self._resolve_missing(scanned, position, numbers)
        here, lost = (position[0], len(self.frames)), self.reporter.unreachable.difference(hidden)
        self.pending_garbage.spare(gone, lost, here, bool(generations), self.children)
        self._follow_finalizers(changed)
        freed += self.forget_dead(gone)
        for address, serial in replaced.items():
            freed.append(serial)
            self._forget_address(address, serial)
        worklist.clear()
        self.returns.drop_arrived(position, things)
        self._report_reused(things, changed, doomed.union(replaced))
        self.reporter.report(things, changed, freed, numbers, texts)
        self.reporter.report_unreachable(hidden, numbers)
        if generations:
            self.reporter.report_collection(generations[-1], numbers)
        self.reporter.collected.clear()
        self.frames = ()

    def _scan(
        self, worklist: Worklist, things: list[object], changed: Changed, replaced: dict[int, int]
    ) -> None:
        objects, reader = self.objects, self.reader
        seen, plans, scan = objects.seen, objects.plans, objects.scan
        for thing in worklist:
            address = id(thing)
            last = seen.get(address)
            if last is not None and last >= scan:
                continue
            things.append(thing)
            plan = reader.plan(type(thing))
            content: Any = plan.read(thing, worklist)
            if last is not None:
                seen[address] = scan
                known, plans[address] = plans[address], plan
                if known.type_id == plan.type_id:
                    if objects.contents[address] == content:
                        continue
                    if not plan.immutable and not self._is_replaced(address, known, plan, content):
                        text = plan.text(thing) if plan.text else None
                        changed.append((address, plan, content, text))
                        continue
                replaced[address] = objects.remove(address)
            self._enter(thing, plan, content)

    def _enter(self, thing: object, plan: Plan, content: Any) -> None:
        """Record a new object."""
        self.objects.add(id(thing), plan, content)
        if getrefcount(thing) > IMMORTAL and is_leaf(plan, content):
            self.objects.mark_constant(id(thing))

    def _is_replaced(self, address: int, known: Plan, plan: Plan, content: bytes) -> bool:
        """Whether a known address now has another object, although of the same type.

        An object without attributes in its ``__init__`` cannot be one that had some before. Nor can
        a changed object be the returned one, which no code could change, or one of another kind. A
        weak reference can only lose its referent.
        """
        if known.kind != plan.kind:
            return True
        if plan.kind == wire.WEAKREF:
            return content != LEADS_NOWHERE
        if self.returns.is_held_by_return_only(address):
            return True
        if address != self.init_self or plan.kind != wire.INSTANCE:
            return False
        before: bytes = self.objects.contents[address]
        return content[8:16] == NO_NAMES != before[8:16]

    def _scan_weak_referents(self, scanned: Scanned) -> None:
        worklist, weak = scanned[0], self.reader.weak
        while weak:
            worklist[:] = weak
            weak.clear()
            self._scan(*scanned)

    def _resolve_missing(
        self, scanned: Scanned, position: Position, numbers: list[int]
    ) -> tuple[Sequence[int], set[int]]:
        """Scan the known objects that are alive though unreachable.

        Returns the addresses scanned here, and those of the dead.
        """
        worklist, things, *_ = scanned
        reached = len(things)
        self._scan_weak_referents(scanned)
        gone = self.objects.missing()
        candidates = {address for address in gone if self.objects.plans[address].collectable}
        if candidates:
            worklist[:] = [
                one for one in gc_lookup.find_tracked(candidates) if not self._is_another(one)
            ]
            self._scan(*scanned)
            self._scan_weak_referents(scanned)
            gone = self.objects.missing()
        self.returns.spare_in_flight(gone, position, numbers)
        return [*map(id, things[reached:])], gone

    def _is_another(self, thing: object) -> bool:
        """Whether ``thing`` is evidently a new object at the address of a known one that died.

        No known reference leads to it, so no other check would notice: it is an argument of a call
        in C, or belongs to the interpreter as it ends.
        """
        address = id(thing)
        if self.returns.has_been_replaced(address):
            return True
        plan = self.reader.plan(type(thing))
        if plan.type_id != self.objects.plans[address].type_id:
            return True
        return plan.immutable and bool(plan.read(thing, []) != self.objects.contents[address])

    def _follow_finalizers(self, changed: Changed) -> None:
        """Report generators that the collector closes."""
        for address in self.pending_garbage.missing:
            plan = self.objects.plans[address]
            if plan.kind == wire.SUSPENDED:
                found = closing(self.objects.contents[address], self.frames)
                if found is not None:
                    changed.append((address, plan, *found))

    def _report_reused(self, things: list[object], changed: Changed, dead: set[int]) -> None:
        """Report references to addresses where one object died and another was born in this
        step.
        """
        objects = self.objects
        born = {address for address in dead if objects.serials.get(address, 0) > self._before}
        self.reused = born
        if not born:
            return
        reported = {address for address, *_ in changed}
        for thing in things:
            address = id(thing)
            if objects.serial(address) > self._before or address in reported:
                continue
            plan, content = objects.plans[address], objects.contents[address]
            if not born.isdisjoint(addresses(plan, content, HOLDS, IN_DICT, MENTIONS)):
                text = plan.text(thing) if plan.text else None
                changed.append((address, plan, content, text))

    # ---- dead objects ----

    def forget_dead(self, addresses: Iterable[int]) -> list[int]:
        """Forget the dead objects and return their serials."""
        found = []
        for address in addresses:
            if self.objects.is_live(address):
                serial = self.objects.remove(address)
                found.append(serial)
                self._forget_address(address, serial)
        return found

    def _forget_address(self, address: int, serial: int) -> None:
        """Forget a dead object's address in all other tables."""
        reporter = self.reporter
        is_found = address in reporter.unreachable or address in reporter.found
        if is_found or address in self.pending_garbage.released:
            reporter.collected.append(serial)
            reporter.unreachable.discard(address)
            reporter.found.discard(address)
        self.returns.in_flight.pop(address, None)
        self.reader.forget(address)

    # ---- queries ----

    def children(self, address: int) -> Sequence[int]:
        """Return the addresses that the object at ``address`` refers to."""
        if not self.objects.is_live(address):
            return ()
        plan, content = self.objects.plans[address], self.objects.contents[address]
        if any(map(self.objects.is_live, addresses(plan, content, OWN_DICT))):
            # A dict that is recorded holds the values instead of the object.
            return addresses(plan, content, OWN_DICT, HOLDS)
        found = children(plan, content)
        internals = self.reader.internals.get(address)
        if internals is None or plan.kind not in (wire.CLASS, wire.FUNCTION):
            return found
        every: list[int] = []
        for part, referred in internals:
            # A recorded part has its references itself.
            if part == address or not self.objects.is_live(part):
                every += referred
        return every

    def true_count(self, address: int) -> int | None:
        """Return the reference count; None for an immortal object, which can never reach zero."""
        count = self.objects.count(address)
        return None if count > IMMORTAL else count - HELD


def is_leaf(plan: Plan, content: Any) -> bool:
    """Whether an immortal object of this kind can never change."""
    if plan.kind == wire.SCALAR:
        return plan.immutable
    if plan.kind == wire.CLASS:
        return len(content) == 16
    return plan.kind == wire.SEQUENCE and len(content) == 8
