"""Which references a step changed, which objects it made."""

from collections.abc import Mapping
from dataclasses import dataclass

from visualizer.layout.course.references import held_by
from visualizer.layout.picture import Key, Slot, object_key
from visualizer.layout.sheet import FieldKey
from visualizer.layout.sight import call_key
from visualizer.model import Delta, HeapObject, State


@dataclass(frozen=True, slots=True)
class Changes:
    """``fields`` refer to another object than before, or did not refer to any; ``new`` are made."""

    fields: frozenset[FieldKey] = frozenset()
    new: frozenset[int] = frozenset()


def changes_of(state: State, delta: Delta | None) -> Changes:
    """What led to a step. What is new as a whole, frame or object, has no fields that changed."""
    if delta is None or delta.before is None:
        return Changes()
    fields: set[FieldKey] = set()
    new = set()
    for change in delta.objects:
        if change.new is None:
            continue
        if change.old is None:
            new.add(change.serial)
            continue
        if change.old.content != change.new.content:
            key = object_key(change.serial)
            fields |= {(key, slot) for slot in _other(_slots(change.old), _slots(change.new))}
    for names in delta.globals:
        if names.old is not None:
            key = Key("globals", names.file)
            fields |= _renamed(key, dict(names.old), dict(names.new or ()))
    for stack in delta.stacks:
        before = {frame.serial: frame for frame in stack.old or ()}
        for frame in stack.new or ():
            known = before.get(frame.serial)
            if known is not None and known is not frame:
                fields |= _renamed(call_key(frame), dict(known.locals), dict(frame.locals))
    return Changes(frozenset(fields), frozenset(new & state.heap.keys()))


def _slots(thing: HeapObject) -> dict[Slot, int]:
    return dict(held_by(thing.content))


def _other(before: Mapping[Slot, int], now: Mapping[Slot, int]) -> set[Slot]:
    return {slot for slot, target in now.items() if before.get(slot) != target}


def _renamed(key: Key, before: Mapping[str, int], now: Mapping[str, int]) -> set[FieldKey]:
    return {(key, Slot("name", name)) for name, one in now.items() if before.get(name) != one}
