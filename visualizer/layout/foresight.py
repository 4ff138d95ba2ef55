"""What will be: how long each object and reference is in the picture, and how large it becomes.

A pass over the deltas, before anything is placed. A recording that still grows can be followed:
what is open ends at infinity until it is known to end.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter

from visualizer.layout.cards import call_card, object_card
from visualizer.layout.difference import difference
from visualizer.layout.lock_story import LockStory
from visualizer.layout.measure import TextMeasure
from visualizer.layout.names import NameRows
from visualizer.layout.nests import Structure
from visualizer.layout.picture import Card, Key, Part, PartKind, Slot, object_key
from visualizer.layout.rows import Surroundings
from visualizer.layout.share_watch import ShareWatch
from visualizer.layout.sight import Call, call_key, calls, caught, changed_frames
from visualizer.layout.signatures import Signatures
from visualizer.layout.spans import Extent, Holding, Reference, Stay
from visualizer.layout.survey import Survey
from visualizer.layout.thread_columns import ThreadColumns
from visualizer.model import Delta, FrameKind, HeapObject, Scalar, State, apply

NEAR = 2
"""So many of the innermost calls have their arrows drawn in full."""

MERGED_GAP = 4
"""An object that is out of the picture for at most so many steps keeps its place."""


_start = attrgetter("start")

type _Port = tuple[int | None, Slot]
"""A slot of the card's object, or of a container inside the card."""


@dataclass(slots=True)
class Foresight:
    """The facts about a recording that places and arrows are decided by.

    Where it is ``joined`` one card stands for all of some types.

    ``add`` every delta in order and ``close`` when that were all: then what is to come decides how
    cards look, too. For a recording that grows it is not closed: once places have been decided it
    is too late. ``observe`` takes states in any order instead, for want of a recording; then
    nothing is known ahead.
    """

    measure: TextMeasure
    closed: bool = False
    structure: Structure = field(default_factory=Structure)
    observing: bool = False
    joined: bool = False
    signatures: Signatures = field(default_factory=Signatures)
    horizon: int = 0
    planned_to: int = 0
    state: State = field(default_factory=State)
    stays: dict[Key, list[Stay]] = field(default_factory=dict)
    ordered_stays: list[Stay] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    extents: dict[Key, Extent] = field(default_factory=dict)
    upright: dict[int, int] = field(default_factory=dict)
    blocks: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    rows: dict[Key, NameRows] = field(default_factory=dict)
    inner: set[Key] = field(default_factory=set)
    folding: set[Key] = field(default_factory=set)
    headers: set[Key] = field(default_factory=set)
    aside: dict[Key, int] = field(default_factory=dict)
    threads: ThreadColumns = field(default_factory=ThreadColumns)
    locks: LockStory = field(default_factory=LockStory)
    shares: ShareWatch = field(default_factory=ShareWatch)
    near: dict[Key, list[tuple[float, float]]] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _ahead: list[Delta] = field(default_factory=list)
    _open: dict[Key, dict[_Port, Reference]] = field(default_factory=dict)
    _to_nests: dict[int, dict[Reference, None]] = field(default_factory=dict)
    _holding: dict[int, Holding] = field(default_factory=dict)
    _in_place: dict[int, bool] = field(default_factory=dict)
    _otherwise: dict[int, list[int]] = field(default_factory=dict)
    """While the recording grows: what looks otherwise from a step on."""
    _turned: list[Key] = field(default_factory=list)
    _handing: tuple[Key, ...] = ()
    _near: set[Key] = field(default_factory=set)
    _caught: frozenset[int] = frozenset()
    _calls: dict[Key, Call] = field(default_factory=dict)

    def add(self, delta: Delta) -> None:
        """Take in the next step."""
        self._ahead.append(delta)

    def catch_up(self) -> None:
        """Take into account all that was added."""
        ahead, self._ahead = self._ahead, []
        for delta in ahead:
            self._take(delta.step.number, delta)

    def close(self) -> None:
        """Nothing more will come: all that is kept free for growth can be given up."""
        for _ in self.closing():
            pass

    def closing(self) -> Iterator[None]:
        """The same, step by step, for one who has other things to do in between."""
        if self.horizon == 0:
            found = Survey(self.measure)
            for delta in self._ahead:
                found.add(delta)
                yield
            self.structure = found.structure()
            self.upright |= dict.fromkeys(self.structure.upright, 0)
            self.closed = True
        ahead, self._ahead = self._ahead, []
        for delta in ahead:
            self._take(delta.step.number, delta)
            yield
        if self.closed:
            self.references = [part for whole in self.references for part in self._parts_of(whole)]

    def observe(self, state: State) -> int:
        """Take in whatever ``state`` shows as the next thing seen; returns its time."""
        self.observing = True
        self.locks.observing = True
        if state.step is not None:
            self._take(self.horizon + 1, difference(self.state, state))
        return self.horizon

    def in_place(self, serial: int, time: int) -> bool:
        """Whether a counted value is drawn inside the one slot that holds it.

        So it is from the step on from which only one object refers to it, at one slot at a time, to
        the end. Where the end is not known: if, for all that is known when first asked, only one
        object ever refers to it; and no longer once another does.
        """
        if self.closed:
            return self.structure.settled.get(serial, math.inf) <= time
        holding = self._holding.get(serial)
        if holding is None or holding.holder is None or holding.holder.kind != "object":
            return False
        alone = self._in_place.setdefault(serial, holding.shared_from == math.inf)
        return alone and time < holding.shared_from

    def turned_between(self, one: int, other: int) -> set[int]:
        """What looks otherwise at one of two steps than at the other, though it is the same."""
        if self.closed:
            return self.structure.begun_between(one, other)
        first, last = sorted((one, other))
        few = len(self._otherwise) < last - first
        steps = self._otherwise if few else range(first + 1, last + 1)
        turned = (self._otherwise.get(step, ()) for step in steps if first < step <= last)
        return {serial for serials in turned for serial in serials}

    def heads(self, serial: int) -> int:
        """The most references to an object at one time."""
        holding = self._holding.get(serial)
        return holding.most if holding else 0

    def expect_heads(self, holding: dict[int, Holding]) -> None:
        """Say of each object how many references there are to it, for one that took no deltas."""
        self._holding = holding

    def is_upright(self, serial: int, time: int) -> bool:
        """Whether a sequence stands in rows: from when it first led elsewhere, as far as is known.

        Not before, though that is known by now: one who goes back sees what was there to be seen.
        """
        return self.upright.get(serial, math.inf) <= time

    def width(self, key: Key, time: int) -> float:
        """How wide a card is: as it ever is; where the end is not known as it had to be so far."""
        extent = self.extents.get(key)
        if extent is None:
            return 0
        return extent.width if self.closed else extent.width_at(time)

    def stay(self, key: Key, time: int) -> Stay | None:
        """The stay of ``key`` that ``time`` falls into."""
        stays = self.stays.get(key, ())
        place = bisect_right(stays, time, key=_start) - 1
        # One ends before the next begins.
        return stays[place] if place >= 0 and time < stays[place].end else None

    def _take(self, time: int, delta: Delta) -> None:
        self.horizon = time
        apply(self.state, delta)
        moved = self.shares.look(self.state, (change.serial for change in delta.objects))
        self._take_frames(time, delta, moved)
        if delta.locks is not None or delta.threads:
            for serial in self.locks.take(time, self.state):
                self._take_again(serial, time)
        for serial in self.structure.starts.get(time, ()):
            self._settle(serial, time)
        for change in delta.objects:
            card = self.structure.card_of(change.serial, time)
            key = object_key(card)
            if card != change.serial:
                self._take_again(card, time)
            elif key in self._open and change.old is not None:
                if change.new is None:
                    self._forget(key, time)
                elif change.old.content is not change.new.content:
                    self._take_object(change.new, time)
            if change.old is None or change.new is None:
                self._count(change.old, change.new)
            if _unreachable(change.new) != _unreachable(change.old):
                self._hold(card, 1 if _unreachable(change.new) else -1, None, time)
        for serial in self.shares.again:
            self._take_again(self.structure.card_of(serial, time), time)
        self._take_caught(time)
        self._follow(time)

    def _take_caught(self, time: int) -> None:
        """What the interpreter alone holds while a handler is looked for is drawn all the same."""
        there = frozenset(caught(self.state))
        if there == self._caught:
            return
        before, self._caught = self._caught, there
        for serials, by in ((there - before, 1), (before - there, -1)):
            for serial in sorted(serials):
                self._hold(self.structure.card_of(serial, time), by, None, time)

    def _count(self, old: HeapObject | None, new: HeapObject | None) -> None:
        """How many objects of a type there are."""
        if old is not None:
            self._counts[old.type] -= 1
        if new is not None:
            count = self._counts[new.type] = self._counts[new.type] + 1
            self.most[new.type] = max(self.most.get(new.type, 0), count)

    def _follow(self, time: int) -> None:
        """What comes into the picture brings along what it refers to; what goes takes it away.

        What one lets go and another takes in the same step stays, and so do its arrows.
        """
        while self._turned:
            let_go: dict[Key, None] = {}
            while self._turned:
                key = self._turned.pop()
                thing = self.state.heap.get(int(key.name))
                if not self._holding[int(key.name)].now:
                    let_go[key] = None
                elif key not in self._open and thing is not None:
                    self._take_object(thing, time)
            for key in let_go:
                if not self._holding[int(key.name)].now and key in self._open:
                    self._forget(key, time)

    def _take_frames(self, time: int, delta: Delta, moved: Set[int]) -> None:
        before, self._handing = self._handing, ()
        touched, gone = set(before), set[Key]()
        for change in delta.stacks:
            new, old = changed_frames(change)
            touched.update(map(call_key, new))
            gone.update(map(call_key, old))
        touched.update(Key("globals", change.file) for change in delta.globals)
        touched.update(Key("frame", serial) for serial in moved)
        gone.update(Key("globals", c.file) for c in delta.globals if c.new is None)
        if self.state.frames and (delta.step.value or delta.step.exception):
            self._handing = (call_key(self.state.frames[-1]),)
            touched.update(self._handing)
        if not touched and not gone:
            return
        self._take_near(time)
        if not self.closed:
            self.threads.take(self.state.stacks)
        there = {call.key: call for call in calls(self.state, self.deep, self.shares.now)}
        for key in [key for key in self._calls if key not in there]:
            self._leave(key, time)
        for key, call in there.items():
            known = self._calls.get(key)
            folding = known is None or (known.folded, known.more) != (call.folded, call.more)
            if folding or key in touched:
                self._take_call(call, time)
        self._calls = there

    @property
    def deep(self) -> Set[Key] | None:
        """The calls that ever stand in a stack whose middle is folded, if that is known."""
        return self.structure.deep if self.closed else None

    @property
    def sides(self) -> int:
        """How many columns of calls there are left of column 0: threads have some at a time."""
        if not self.closed:
            return self.threads.count - 1
        return -min(self.structure.aside.values(), default=0)

    def _take_near(self, time: int) -> None:
        """Note since when which calls are among the innermost of their thread."""
        innermost = {
            call_key(frame)
            for frames in self.state.stacks.values()
            for frame in frames[-NEAR:]
            if frame.kind is not FrameKind.MODULE
        }
        for key in self._near - innermost:
            start, _ = self.near[key][-1]
            self.near[key][-1] = start, time
        for key in innermost - self._near:
            self.near.setdefault(key, []).append((time, math.inf))
        self._near = innermost

    def _take_call(self, call: Call, time: int) -> None:
        key = call.key
        if key not in self._open:
            self._open[key] = {}
            self._arrive(key, time, call.above)
        for found, known in ((call.inner, self.inner), (call.folding, self.folding)):
            if found:
                known.add(key)
        if call.folded:
            self.headers.add(key)
        if key.kind != "globals" and key not in self.aside:
            # While the recording grows others come at the left: nothing moves for them.
            columns = self.structure.aside if self.closed else self.threads.of
            self.aside[key] = -abs(columns.get(call.thread, 0))
        rows = self.rows.setdefault(key, NameRows())
        rows.update((name for name, _ in call.names), time)
        self._note(key, call_card(call, rows.at(time), self.measure), time)

    def _take_object(self, thing: HeapObject, time: int) -> None:
        key = object_key(thing.serial)
        upright = self.is_upright(thing.serial, time)
        card = object_card(thing, self.surroundings(self.state.heap, time, ahead=True), upright)
        leads = not self.closed and any(part.target is not None for part in card.parts)
        if leads and thing.serial not in self.upright:
            self.upright[thing.serial] = time
            self._otherwise.setdefault(time, []).append(thing.serial)
        self._note(key, card, time)

    def surroundings(
        self, heap: Mapping[int, HeapObject], time: int, ahead: bool = False
    ) -> Surroundings:
        """What a card needs to know; ``ahead`` of any place, all that may be is drawn in place."""
        locks = partial(self.locks.rows, time=time)
        if not self.closed:
            in_place = self._is_scalar if ahead else partial(self.in_place, time=time)
            called = self.signatures.call
            return Surroundings(heap, self.measure, in_place, called=called, locks=locks)
        settled, structure = partial(self.in_place, time=time), self.structure
        nest = partial(structure.nest, time=time)
        return Surroundings(
            *(heap, self.measure, settled, settled, nest),
            compact=structure.compact,
            brief=structure.brief,
            called=self.signatures.call,
            locks=locks,
        )

    def _settle(self, serial: int, time: int) -> None:
        """From now on an object is drawn in the slot that holds it."""
        if serial in self.structure.nests:
            self._forget(object_key(serial), time)
            for inner in (serial, *self.structure.within.get(serial, ())):
                for reference in list(self._to_nests.get(inner, ())):
                    self._begin_again(reference, inner, time)
        self._take_again(self.structure.card_of(self.structure.holders[serial], time), time)

    def _begin_again(self, reference: Reference, serial: int, time: int) -> None:
        """What it leads to is drawn in another card from now on."""
        if reference.start < time:
            self._end(reference, time)
            again = replace(reference, start=time, end=math.inf)
            port = reference.of, reference.slot
            self._open[reference.holder][port] = self._begin(again, serial)

    def _take_again(self, serial: int, time: int) -> None:
        """Look anew at a card in the picture: what is drawn inside it has changed."""
        if object_key(serial) in self._open and serial in self.state.heap:
            self._take_object(self.state.heap[serial], time)

    def _is_scalar(self, serial: int) -> bool:
        return isinstance(self.state.heap[serial].content, Scalar)

    def _note(self, key: Key, card: Card, time: int) -> None:
        self.extents.setdefault(key, Extent()).include(card, time)
        ports = {(part.inner, part.slot): part for part in card.parts if self._is_noted(part)}
        open_now = self._open.setdefault(key, {})
        ended = [
            port
            for port, held in open_now.items()
            if port not in ports
            or ports[port].target != held.leads_to
            or ports[port].port != held.port
        ]
        for port in ended:
            self._end(open_now.pop(port), time)
        for port, part in ports.items():
            if port not in open_now and part.target is not None and part.port is not None:
                named = str(part.slot.name) if part.slot.kind == "attribute" else ""
                target, (of, slot) = part.target, port
                made = Reference(key, part.port, target, time, named=named, slot=slot, of=of)
                open_now[port] = self._begin(made, target)
        for part in card.parts:
            if part.kind is PartKind.NEST and part.target is not None:
                found = self.blocks.setdefault(part.target, [])
                if not found or found[-1][1] != part.y:
                    found.append((time, part.y))

    def _is_noted(self, part: Part) -> bool:
        """An arrow starts from it, or may start from it later."""
        return part.target is not None and not (self.closed and part.pill)

    def _begin(self, reference: Reference, serial: int) -> Reference:
        """Enter a reference to an object, which may be drawn inside the card of another."""
        time = reference.start
        reference.target = self.structure.card_of(serial, time)
        reference.inner = serial if reference.target != serial else None
        if serial in self.structure.nests:
            self._to_nests.setdefault(serial, {})[reference] = None
        self.references.append(reference)
        self._hold(reference.target, 1, reference.holder, time)
        return reference

    def _end(self, reference: Reference, time: int) -> None:
        reference.end = time
        self._to_nests.get(reference.leads_to, {}).pop(reference, None)
        self._hold(reference.target, -1, reference.holder, time)

    def _parts_of(self, whole: Reference) -> Iterator[Reference]:
        """A reference to what is drawn inside another card, for each height at which that is."""
        if whole.inner is None:
            yield whole
            return
        heights = self.blocks.get(whole.inner, [(whole.start, 0.0)])
        for number, (since, into) in enumerate(heights):
            until = heights[number + 1][0] if number + 1 < len(heights) else math.inf
            start = max(since, whole.start) if number else whole.start
            end = min(until, whole.end)
            if start < end:
                yield replace(whole, start=start, end=end, into=into)

    def _forget(self, key: Key, time: int) -> None:
        for reference in self._open.pop(key, {}).values():
            self._end(reference, time)

    def _hold(self, serial: int, by: int, holder: Key | None, time: int) -> None:
        holding = self._holding.setdefault(serial, Holding())
        holding.now += by
        if by > 0:
            holding.most = max(holding.most, holding.now)
            if holding.holder is None:
                holding.holder = holder
            alone = holder is not None and holder.kind == "object" and holder == holding.holder
            thing = self.state.heap.get(serial)
            scalar = thing is not None and isinstance(thing.content, Scalar)
            if not (alone and scalar and holding.now == 1) and holding.shared_from == math.inf:
                holding.shared_from = time
                if not self.closed:
                    self._otherwise.setdefault(time, []).append(serial)
            if holding.now == 1:
                self._arrive(object_key(serial), time)
        elif holding.now == 0:
            self._leave(object_key(serial), time)

    def _arrive(self, key: Key, time: int, above: Key | None = None) -> None:
        if key.kind == "object":
            self._turned.append(key)
        stays = self.stays.setdefault(key, [])
        # A place that may have been given away already is not taken back.
        gap = MERGED_GAP if stays and stays[-1].end > self.planned_to else 0
        if stays and time - stays[-1].end <= gap:
            stays[-1].end = math.inf
            return
        stays.append(Stay(key, time, above=above))
        self.ordered_stays.append(stays[-1])

    def _leave(self, key: Key, time: int) -> None:
        if key.kind == "object":
            self._turned.append(key)
        else:
            self._forget(key, time)
        for stay in self.stays.get(key, ())[-1:]:
            stay.end = time


def _unreachable(thing: HeapObject | None) -> bool:
    return thing is not None and thing.unreachable
