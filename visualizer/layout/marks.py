"""What a step changed, as signs on cards and slots."""

from collections import ChainMap
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from visualizer.layout import contents
from visualizer.layout.picture import Key, Mark, Slot, object_key
from visualizer.layout.sight import call_key
from visualizer.model import NO_SHARING, Delta, Frame, HeapObject, Named, Scalar, Sharing, State


@dataclass(slots=True)
class Marks:
    """The changes of one step: by card, by slot, the counts before, and what is gone.

    ``former`` is the object that a slot referred to before. ``collected`` of the freed were so by
    the cyclic collector. ``old_heap`` has all that was there before.
    """

    cards: dict[Key, Mark] = field(default_factory=dict)
    slots: dict[Key, dict[Slot, Mark]] = field(default_factory=dict)
    counts: dict[int, int | None] = field(default_factory=dict)
    freed: list[HeapObject] = field(default_factory=list)
    collected: set[int] = field(default_factory=set)
    former: dict[tuple[Key, Slot], int] = field(default_factory=dict)
    old_heap: Mapping[int, HeapObject] = field(default_factory=dict)

    def slot(self, key: Key, slot: Slot) -> Mark:
        """What happened to one slot."""
        return self.slots.get(key, {}).get(slot, Mark.NONE)


def marks_of(delta: Delta | None, state: State, shared: Sharing = NO_SHARING) -> Marks:
    """What ``delta``, which led to ``state``, changed.

    ``shared`` says which variables are in cells: those lead elsewhere, not the names.
    """
    marks = Marks()
    if delta is None or delta.before is None:
        return marks
    marks.collected = {serial for run in delta.step.collections for serial in run.freed}
    old_heap = ChainMap({c.serial: c.old for c in delta.objects if c.old}, state.heap)
    marks.old_heap = old_heap
    for change in delta.objects:
        if change.new is None:
            if change.old is not None:
                marks.freed.append(change.old)
        elif change.old is None:
            marks.cards[object_key(change.serial)] = Mark.NEW
        else:
            _compare(change.old, change.new, marks, old_heap, state)
    for stack in delta.stacks:
        before = {call_key(frame): frame for frame in stack.old or ()}
        for frame in stack.new or ():
            _compare_frames(before.get(call_key(frame)), frame, marks, state, shared)
    for names in delta.globals:
        if names.new is not None:
            _compare_names(Key("globals", names.file), names.old or (), names.new, marks)
    return marks


def _compare(
    old: HeapObject,
    new: HeapObject,
    marks: Marks,
    old_heap: ChainMap[int, HeapObject],
    state: State,
) -> None:
    key = object_key(new.serial)
    if old.refcount != new.refcount:
        marks.counts[new.serial] = old.refcount
    if new.unreachable and not old.unreachable:
        marks.cards[key] = Mark.UNREACHABLE
    if old.content == new.content:
        return
    marks.cards.setdefault(key, Mark.CHANGED)
    if isinstance(new.content, Scalar):
        return
    before = {line.slot: line for line in contents.lines(old, old_heap, True).lines}
    slots = marks.slots.setdefault(key, {})
    for line in contents.lines(new, state.heap, True).lines:
        earlier = before.get(line.slot)
        if earlier is None:
            slots[line.slot] = Mark.NEW
        elif (earlier.text, earlier.target, earlier.label) != (line.text, line.target, line.label):
            slots[line.slot] = Mark.REBOUND
            if earlier.target is not None and earlier.target != line.target:
                marks.former[key, line.slot] = earlier.target


def _compare_frames(
    old: Frame | None, new: Frame, marks: Marks, state: State, shared: Sharing
) -> None:
    key = call_key(new)
    if old is None:
        marks.cards[key] = Mark.NEW
    elif key.kind != "globals" or new.file not in state.globals:
        cells = shared.cells.get(new.serial, {})
        _compare_names(key, old.locals, new.locals, marks, cells)


def _compare_names(
    key: Key, old: Named, new: Named, marks: Marks, cells: Container[str] = ()
) -> None:
    before = dict(old)
    slots = marks.slots.setdefault(key, {})
    for name, target in new:
        slot = Slot("name", name)
        if name not in before:
            slots[slot] = Mark.NEW
        elif before[name] != target and name not in cells:
            slots[slot] = Mark.REBOUND
            marks.former[key, slot] = before[name]
    for name, target in _missing(old, new):
        slots[Slot("name", name)] = Mark.FREED
        marks.former[key, Slot("name", name)] = target


def _missing(old: Named, new: Named) -> Iterator[tuple[str, int]]:
    now = dict(new)
    return ((name, target) for name, target in old if name not in now)
