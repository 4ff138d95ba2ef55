"""Who holds what over a whole recording: what can be drawn inside the slot that holds it.

A pass over the deltas before the foresight's own, for how a card looks depends on what is to come.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from visualizer.layout import contents
from visualizer.layout.measure import TextMeasure, TextStyle
from visualizer.layout.nests import Structure, find_nests
from visualizer.layout.picture import Key, Slot
from visualizer.layout.share_watch import ShareWatch
from visualizer.layout.sight import call_key, changed_frames, is_high, led_to
from visualizer.layout.sizes import IN_PLACE_CUT, SMALL_PILL_BADGE, cut
from visualizer.layout.thread_columns import ThreadColumns
from visualizer.model import Delta, Frame, FrameKind, HeapObject, Instance, Scalar, State, apply
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent

MOST_AT_FULL_SIZE = 8
"""Instances of one class that are there at a time, or values of a type that containers share; of
more none has an address, or high rows."""
_IN_SLOTS = ("item", "value", "attribute")


@dataclass(slots=True)
class Watched:
    """One object: who holds it now, how many names lead to it, and since when one slot alone does.

    ``alone`` is that holder, with the slot where the object is a container: values may move about
    in what holds them.
    """

    plain: bool
    kind: str = ""
    holders: dict[tuple[int, Slot], None] = field(default_factory=dict)
    names: int = 0
    alone: tuple[int, Slot] | tuple[int] | None = None
    since: float = math.inf
    ended: float = math.inf
    most_names: int = 0
    _named: float = 0
    _named_from: float = math.inf

    def named(self, end: float) -> float:
        """For which part of its time in that slot names led to it too, up to ``end``."""
        end = min(end, self.ended)
        named = self._named + max(end - self._named_from, 0)
        return named / max(end - self.since, 1)

    def judge(self, time: int) -> None:
        """Note whether one slot alone holds it after the changes of a step."""
        if self.names == 0 and self._named_from < math.inf:
            self._named += time - self._named_from
            self._named_from = math.inf
        elif self.names and self._named_from == math.inf:
            self._named_from = time
        if not self.holders and not self.names:
            self.ended = time
            return
        self.ended = math.inf
        alone: tuple[int, Slot] | tuple[int] | None = None
        if len(self.holders) == 1:
            holder, slot = next(iter(self.holders))
            if self.plain:
                alone = None if self.names else (holder,)
            elif slot.kind in _IN_SLOTS:
                alone = holder, slot
        if alone != self.alone:
            self.alone, self.since = alone, time
            self._named, self._named_from = 0, time if self.names else math.inf
            self.most_names = 0
        self.most_names = max(self.most_names, self.names)


@dataclass(slots=True)
class Inside:
    """A container: all that it ever held and since when, and how large it became."""

    kind: str
    held: list[tuple[int, int]] = field(default_factory=list)
    lines: int = 0
    length: int = 0
    widest: float = 0.0
    texts: bool = True


class Survey:
    """Takes every delta of a recording in order; ``structure`` is what it found."""

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure
        self._state = State()
        self._shares = ShareWatch()
        self._watched: dict[int, Watched] = {}
        self._inside: dict[int, Inside] = {}
        self._slots: dict[int, dict[Slot, int]] = defaultdict(dict)
        self._names: dict[Key, Mapping[str, int]] = {}
        self._handed: tuple[int, ...] = ()
        self._hidden: set[int] = set()
        """What is on the heap and not drawn: no name has led to it yet."""
        self._compact: set[int] = set()
        self._instances: dict[int, set[int]] = defaultdict(set)
        self._shared: dict[str, set[int]] = defaultdict(set)
        self._brief: set[str] = set()
        self._deep: set[Key] = set()
        self._threads = ThreadColumns()

    def add(self, delta: Delta) -> None:
        """Take in the next step."""
        time = delta.step.number
        apply(self._state, delta)
        touched: set[int] = set()
        names = list(self._changed_names(delta))
        shown = self._come_into_sight(delta, names)
        for change in delta.objects:
            if change.new is None:
                self._hidden.discard(change.serial)
                self._hold(change.serial, {}, touched)
                if change.old is not None and isinstance(change.old.content, Instance):
                    self._instances[change.old.content.cls].discard(change.serial)
            elif change.serial in shown or change.serial in self._hidden:
                continue
            elif change.old is None or change.old.content is not change.new.content:
                self._look_into(change.new, time, touched)
        for serial in shown:
            self._look_into(self._state.heap[serial], time, touched)
        for serial in self._shares.again - self._hidden:
            if serial in self._state.heap:
                self._look_into(self._state.heap[serial], time, touched)
        for key, own in names:
            self._name(key, own, touched)
        self._hand_out(delta, touched)
        if delta.stacks:
            self._threads.take(self._state.stacks)
        for serial in touched:
            self._watched[serial].judge(time)
            self._count_values(serial)

    def structure(self) -> Structure:
        """What is drawn in place, and from which step on."""
        settled = {
            serial: watched.since
            for serial, watched in self._watched.items()
            if watched.plain and watched.alone is not None
        }
        end = self._state.step.number + 1 if self._state.step is not None else 0
        nests = find_nests(self._watched, self._inside, settled, end)
        upright = {
            serial
            for serial, inside in self._inside.items()
            if any(settled.get(target, math.inf) > start for target, start in inside.held)
        }
        starts: dict[float, list[int]] = defaultdict(list)
        within: dict[int, list[int]] = defaultdict(list)
        for serial, since in settled.items():
            starts[since].append(serial)
        for serial, nest in nests.items():
            starts[nest.since].append(serial)
            within[nest.owner].append(serial)
        aside = self._threads.in_order()
        found = (*settled, *nests)
        alone = {serial: self._watched[serial].alone or (0,) for serial in found}
        holders = {serial: where[0] for serial, where in alone.items()}
        return Structure(
            *(settled, holders, nests, upright, self._compact, starts, within, self._deep, aside),
            brief=self._brief,
        )

    def _come_into_sight(
        self, delta: Delta, names: Iterable[tuple[Key, Mapping[str, int]]]
    ) -> dict[int, None]:
        """What a name leads to from now on, and none did before: what is not on a stack alone."""
        heap, hidden = self._state.heap, self._hidden
        waiting = [serial for _, own in names for serial in own.values()]
        for change in delta.objects:
            new, old = change.new, change.old
            if new is not None and old is None and not new.unreachable:
                hidden.add(change.serial)
            elif new is not None and new.unreachable:
                waiting.append(change.serial)
            if new is not None and old is not None and change.serial not in hidden:
                waiting += [] if new.content is old.content else self._leads_to(new)
        step = delta.step
        waiting += [one for one in (step.value, step.exception) if one is not None]
        shown: dict[int, None] = {}
        for serial in waiting if hidden else ():
            if serial in hidden:
                hidden.discard(serial)
                shown[serial] = None
                waiting += self._leads_to(heap[serial])
        return shown

    def _leads_to(self, thing: HeapObject) -> list[int]:
        lines = contents.lines(thing, self._state.heap, upright=True).lines
        return [line.target for line in lines if line.target is not None]

    def _look_into(self, thing: HeapObject, time: int, touched: set[int]) -> None:
        heap = self._state.heap
        lines = contents.lines(thing, heap, upright=True)
        slots = {x.slot: x.target for x in lines.lines if x.target is not None and not x.weak}
        content = thing.content
        if isinstance(content, SequenceContent | MappingContent):
            inside = self._inside.setdefault(thing.serial, Inside(thing.type))
            before = self._slots[thing.serial]
            inside.held += [(t, time) for slot, t in slots.items() if before.get(slot) != t]
            inside.length = max(inside.length, content.length)
            inside.lines = max(inside.lines, len(lines.lines) if content.length else 0)
            self._measure_cells(inside, lines.lines)
        elif isinstance(content, Instance):
            self._compare_classes(content)
            self._count_instances(thing.serial, content)
        self._hold(thing.serial, slots, touched)

    def _measure_cells(self, inside: Inside, lines: Iterable[contents.Line]) -> None:
        for line in lines:
            text, badge = line.text, 0
            if line.target is not None:
                content = self._state.heap[line.target].content
                if not isinstance(content, Scalar):
                    inside.texts = False
                    return
                text, badge = cut(content.text, IN_PLACE_CUT), SMALL_PILL_BADGE
            inside.widest = max(
                inside.widest, self._measure.width(text, TextStyle.CODE) + 14 + badge
            )

    def _compare_classes(self, content: Instance) -> None:
        """Objects that refer to others of their own class make chains, trees and graphs."""
        for _, target in content.attributes:
            other = self._state.heap.get(target)
            if other is None or not isinstance(other.content, Instance):
                continue
            if other.content.cls == content.cls:
                self._compact.add(content.cls)

    def _count_instances(self, serial: int, content: Instance) -> None:
        """Where there are many of a class at a time, one of them is as low as a chain's member."""
        alive = self._instances[content.cls]
        alive.add(serial)
        if len(alive) > MOST_AT_FULL_SIZE:
            self._compact.add(content.cls)

    def _count_values(self, serial: int) -> None:
        """Where containers share many values of a type at a time, little stands beside each."""
        watched = self._watched[serial]
        shared = self._shared[watched.kind]
        if watched.plain and watched.holders and watched.alone is None:
            shared.add(serial)
            if len(shared) > MOST_AT_FULL_SIZE:
                self._brief.add(watched.kind)
        else:
            shared.discard(serial)

    def _hold(self, holder: int, slots: dict[Slot, int], touched: set[int]) -> None:
        before = self._slots[holder]
        for slot, target in before.items():
            if slots.get(slot) != target:
                self._watch(target).holders.pop((holder, slot), None)
                touched.add(target)
        for slot, target in slots.items():
            if before.get(slot) != target:
                self._watch(target).holders[holder, slot] = None
                touched.add(target)
        self._slots[holder] = slots

    def _watch(self, serial: int) -> Watched:
        watched = self._watched.get(serial)
        if watched is None:
            thing = self._state.heap.get(serial)
            plain = thing is not None and isinstance(thing.content, Scalar)
            watched = self._watched[serial] = Watched(plain, thing.type if thing else "")
        return watched

    def _changed_names(self, delta: Delta) -> Iterable[tuple[Key, Mapping[str, int]]]:
        moved = self._shares.look(self._state, (change.serial for change in delta.objects))
        shared = self._shares.now
        for change in delta.stacks:
            self._note_depth(change.new or ())
            new, old = changed_frames(change)
            there = {frame.serial for frame in change.new or ()}
            for frame in old:
                if frame.serial not in there and frame.kind is not FrameKind.MODULE:
                    yield call_key(frame), {}
            for frame in new:
                if frame.kind is not FrameKind.MODULE:
                    moved.discard(frame.serial)
                    yield call_key(frame), dict(led_to(frame, shared))
        for stack in self._state.stacks.values() if moved else ():
            for frame in stack:
                if frame.serial in moved and frame.kind is not FrameKind.MODULE:
                    yield call_key(frame), dict(led_to(frame, shared))
        for names in delta.globals:
            yield Key("globals", names.file), dict(names.new or ())

    def _note_depth(self, frames: tuple[Frame, ...]) -> None:
        functions = [frame for frame in frames if frame.kind is not FrameKind.MODULE]
        if is_high(functions):
            for frame in reversed(functions):
                if call_key(frame) in self._deep:
                    break
                self._deep.add(call_key(frame))

    def _name(self, key: Key, names: Mapping[str, int], touched: set[int]) -> None:
        before = self._names.get(key, {})
        for name, target in before.items():
            if names.get(name) != target:
                self._watch(target).names -= 1
                touched.add(target)
        for name, target in names.items():
            if before.get(name) != target:
                self._watch(target).names += 1
                touched.add(target)
        self._names[key] = names

    def _hand_out(self, delta: Delta, touched: set[int]) -> None:
        """What is on its way to a caller is drawn like what has a name."""
        found = (delta.step.value, delta.step.exception)
        handed = tuple(serial for serial in found if serial is not None)
        for serials, by in ((self._handed, -1), (handed, 1)):
            for serial in serials:
                self._watch(serial).names += by
                touched.add(serial)
        self._handed = handed
