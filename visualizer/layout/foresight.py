"""What will be: how long each object and reference is in the picture, and how large it becomes.

A pass over the deltas, before anything is placed. A recording that still grows can be followed:
what is open ends at infinity until it is known to end.
"""

import math
from dataclasses import dataclass, field

from visualizer.layout.cards import Surroundings, frame_card, object_card
from visualizer.layout.difference import difference
from visualizer.layout.measure import Text, TextMeasure
from visualizer.layout.names import NameRows
from visualizer.layout.picture import Card, Key, Part, object_key
from visualizer.layout.sight import Call, call_key, calls
from visualizer.model import (
    Delta,
    Frame,
    FrameKind,
    HeapObject,
    Scalar,
    StackChange,
    State,
    apply,
)

NEAR = 2
"""So many of the innermost calls have their arrows drawn in full."""

MERGED_GAP = 4
"""An object that is out of the picture for at most so many steps keeps its place."""


@dataclass(slots=True, eq=False)
class Stay:
    """A span of steps in which something may be in the picture: ``start`` up to before ``end``."""

    key: Key
    start: int
    end: float = math.inf


@dataclass(slots=True, eq=False)
class Reference:
    """A span of steps in which the port at one height of a card leads to one object."""

    holder: Key
    port: float
    target: int
    start: int
    end: float = math.inf
    named: str = ""


@dataclass(slots=True)
class Extent:
    """The most room a card ever takes; ``least`` is its smallest height, ``kind`` its title."""

    width: float = 0
    height: float = 0
    aside: float = 0
    least: float = math.inf
    kind: Text = ""

    def include(self, card: Card) -> None:
        """Make room for ``card``."""
        self.kind = card.title
        self.width = max(self.width, card.width)
        self.height = max(self.height, card.height)
        self.aside = max(self.aside, card.aside)
        self.least = min(self.least, card.height)


@dataclass(slots=True)
class _Holding:
    """Who refers to one object: how many do now, the most at once, and its only holder so far."""

    now: int = 0
    most: int = 0
    holder: Key | None = None
    shared_from: float = math.inf


@dataclass(slots=True)
class Foresight:
    """The facts about a recording that places and arrows are decided by.

    ``add`` every delta in order, ``close`` when the recording has ended. ``observe`` takes states
    in any order instead, for want of a recording; then nothing is known ahead.
    """

    measure: TextMeasure
    closed: bool = False
    observing: bool = False
    horizon: int = 0
    planned_to: int = 0
    state: State = field(default_factory=State)
    stays: dict[Key, list[Stay]] = field(default_factory=dict)
    ordered_stays: list[Stay] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    extents: dict[Key, Extent] = field(default_factory=dict)
    upright: set[int] = field(default_factory=set)
    rows: dict[Key, NameRows] = field(default_factory=dict)
    callers: dict[Key, Key | None] = field(default_factory=dict)
    near: dict[Key, list[tuple[float, float]]] = field(default_factory=dict)
    _open: dict[Key, dict[float, Reference]] = field(default_factory=dict)
    _holding: dict[int, _Holding] = field(default_factory=dict)
    _in_place: dict[int, bool] = field(default_factory=dict)
    _turned: list[Key] = field(default_factory=list)
    _handing: tuple[Key, ...] = ()
    _near: set[Key] = field(default_factory=set)

    def add(self, delta: Delta) -> None:
        """Take in the next step."""
        self._take(delta.step.number, delta)

    def close(self) -> None:
        """Nothing more will come: all that is kept free for growth can be given up."""
        self.closed = True

    def observe(self, state: State) -> int:
        """Take in whatever ``state`` shows as the next thing seen; returns its time."""
        self.observing = True
        if state.step is not None:
            self._take(self.horizon + 1, difference(self.state, state))
        return self.horizon

    def in_place(self, serial: int, time: int) -> bool:
        """Whether a counted value is drawn inside the one slot that holds it.

        So it is where, for all that is known when first asked, only one object ever refers to it,
        at one slot at a time; and no longer once another does.
        """
        holding = self._holding.get(serial)
        if holding is None or holding.holder is None or holding.holder.kind != "object":
            return False
        alone = self._in_place.setdefault(serial, holding.shared_from == math.inf)
        return alone and time < holding.shared_from

    def heads(self, serial: int) -> int:
        """The most references to an object at one time."""
        holding = self._holding.get(serial)
        return holding.most if holding else 0

    def stay(self, key: Key, time: int) -> Stay | None:
        """The stay of ``key`` that ``time`` falls into."""
        for stay in reversed(self.stays.get(key, ())):
            if stay.start <= time < stay.end:
                return stay
        return None

    def _take(self, time: int, delta: Delta) -> None:
        self.horizon = time
        apply(self.state, delta)
        self._take_frames(time, delta)
        for change in delta.objects:
            key = object_key(change.serial)
            if key in self._open and change.old is not None:
                if change.new is None:
                    self._forget(key, time)
                elif change.old.content is not change.new.content:
                    self._take_object(change.new, time)
            if _unreachable(change.new) != _unreachable(change.old):
                self._hold(change.serial, 1 if _unreachable(change.new) else -1, None, time)
        self._follow(time)

    def _follow(self, time: int) -> None:
        """What comes into the picture brings along what it refers to; what goes takes it away."""
        while self._turned:
            key = self._turned.pop()
            holding = self._holding[int(key.name)]
            thing = self.state.heap.get(int(key.name))
            if holding.now and key not in self._open and thing is not None:
                self._take_object(thing, time)
            elif not holding.now and key in self._open:
                self._forget(key, time)

    def _take_frames(self, time: int, delta: Delta) -> None:
        before, self._handing = self._handing, ()
        touched, gone = set(before), set[Key]()
        for change in delta.stacks:
            new, old = _changed_frames(change)
            touched.update(map(call_key, new))
            gone.update(map(call_key, old))
        touched.update(Key("globals", change.file) for change in delta.globals)
        gone.update(Key("globals", c.file) for c in delta.globals if c.new is None)
        if self.state.frames and (delta.step.value or delta.step.exception):
            self._handing = (call_key(self.state.frames[-1]),)
            touched.update(self._handing)
        if not touched and not gone:
            return
        self._take_near(time)
        for key in gone - {call.key for call in calls(self.state)}:
            self._leave(key, time)
        below: dict[int, Key] = {}
        for call in calls(self.state):
            if call.key in touched:
                self.callers.setdefault(call.key, below.get(call.thread))
                self._take_call(call, time)
            below[call.thread] = call.key

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
            self._arrive(key, time)
        rows = self.rows.setdefault(key, NameRows())
        rows.update((name for name, _ in call.names), time)
        card = frame_card(call.frame, call.names, rows.at(time), call.handed_out, self.measure)
        self._note(key, card, time)

    def _take_object(self, thing: HeapObject, time: int) -> None:
        key = object_key(thing.serial)
        upright = thing.serial in self.upright
        around = Surroundings(self.state.heap, self.measure, self._is_scalar)
        card = object_card(thing, around, upright)
        if any(part.target is not None for part in card.parts):
            self.upright.add(thing.serial)
        self._note(key, card, time)

    def _is_scalar(self, serial: int) -> bool:
        return isinstance(self.state.heap[serial].content, Scalar)

    def _note(self, key: Key, card: Card, time: int) -> None:
        self.extents.setdefault(key, Extent()).include(card)
        ports = {part.port: part for part in card.parts if part.port is not None}
        open_now = self._open.setdefault(key, {})
        ended = [
            port
            for port, held in open_now.items()
            if port not in ports or ports[port].target != held.target
        ]
        for port in ended:
            self._end(open_now.pop(port), time)
        for port, part in ports.items():
            if port not in open_now and part.target is not None:
                open_now[port] = self._begin(key, port, part, time)

    def _begin(self, key: Key, port: float, part: Part, time: int) -> Reference:
        assert part.target is not None
        named = str(part.slot.name) if part.slot.kind == "attribute" else ""
        reference = Reference(key, port, part.target, time, named=named)
        self.references.append(reference)
        self._hold(part.target, 1, key, time)
        return reference

    def _end(self, reference: Reference, time: int) -> None:
        reference.end = time
        self._hold(reference.target, -1, reference.holder, time)

    def _forget(self, key: Key, time: int) -> None:
        for reference in self._open.pop(key, {}).values():
            self._end(reference, time)

    def _hold(self, serial: int, by: int, holder: Key | None, time: int) -> None:
        holding = self._holding.setdefault(serial, _Holding())
        holding.now += by
        if by > 0:
            holding.most = max(holding.most, holding.now)
            if holding.holder is None:
                holding.holder = holder
            alone = holder is not None and holder.kind == "object" and holder == holding.holder
            thing = self.state.heap.get(serial)
            scalar = thing is not None and isinstance(thing.content, Scalar)
            if not (alone and scalar and holding.now == 1):
                holding.shared_from = min(holding.shared_from, time)
            if holding.now == 1:
                self._arrive(object_key(serial), time)
        elif holding.now == 0:
            self._leave(object_key(serial), time)

    def _arrive(self, key: Key, time: int) -> None:
        if key.kind == "object":
            self._turned.append(key)
        stays = self.stays.setdefault(key, [])
        # A place that may have been given away already is not taken back.
        gap = MERGED_GAP if stays and stays[-1].end > self.planned_to else 0
        if stays and time - stays[-1].end <= gap:
            stays[-1].end = math.inf
            return
        stays.append(Stay(key, time))
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


def _changed_frames(change: StackChange) -> tuple[list[Frame], tuple[Frame, ...]]:
    """The frames that are new or have other names, and those that were on the old stack."""
    old, new = change.old or (), change.new or ()
    same = 0
    while same < min(len(old), len(new)) and old[same] is new[same]:
        same += 1
    known = {frame.serial: frame for frame in old[same:]}
    found = []
    for frame in new[same:]:
        before = known.get(frame.serial)
        if before is None or before.locals != frame.locals:
            found.append(frame)
    return found, old[same:]
