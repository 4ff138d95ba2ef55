"""The references that a step changed, and the objects that it created."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from visualizer.layout.analysis.positions import differing
from visualizer.layout.analysis.references import length_of
from visualizer.layout.blocks.block import ReferenceDisplay
from visualizer.layout.blocks.evaluation_stack import EvaluationStack, slot_of
from visualizer.layout.blocks.outlines import Outline, has_outline
from visualizer.layout.picture import Slot, object_key
from visualizer.layout.sheet import FieldKey, Placed
from visualizer.layout.visibility import changed_names, rebound
from visualizer.model import (
    Content,
    Delta,
    Generator,
    HeapObject,
    Instance,
    Mapping,
    Sequence,
    State,
    held_by,
)


@dataclass(frozen=True, slots=True)
class Changes:
    """``fields`` have a new target, ``new`` objects were created, ``less`` lost a slot."""

    fields: frozenset[FieldKey] = frozenset()
    new: frozenset[int] = frozenset()
    less: frozenset[int] = frozenset()


def change_in(operands: EvaluationStack) -> Changes:
    """Return the change inside a line: the value made last."""
    return Changes(frozenset({(operands.key, slot_of(len(operands.values) - 1))}))


def changes_of(state: State, delta: Delta | None) -> Changes:
    """Return a step's changes; a new frame or object has no changed fields."""
    if delta is None or delta.before is None:
        return Changes()
    fields: set[FieldKey] = set()
    new, less = set[int](), set[int]()
    for change in delta.objects:
        if change.new is None:
            continue
        if change.old is None:
            # An immortal object existed before: only its record is new.
            if not change.new.is_immortal:
                new.add(change.serial)
            continue
        if change.old.content != change.new.content:
            key = object_key(change.serial)
            fields |= {(key, slot) for slot in _other(change.old, change.new)}
            sizes = zip(_sizes(change.new.content), _sizes(change.old.content), strict=True)
            if any(now < before for now, before in sizes):
                less.add(change.serial)
    for key, before, now in changed_names(delta):
        if before is not None:
            fields |= {(key, Slot("name", name)) for name in rebound(before, now)}
    return Changes(frozenset(fields), frozenset(new & state.heap.keys()), frozenset(less))


def shown_by(boxes: Iterable[Placed], changes: Changes) -> Changes:
    """Add the fields that write an object in one line, if nothing else shows its change.

    So a cell with the text of a list is marked when the list changes.
    """
    blocks = [box.block for box in boxes]
    fields = [one for block in blocks for one in block.fields]
    outlined = {
        shape.serial
        for block in blocks
        for shape in block.shapes
        if shape.serial in changes.less and has_outline(shape, block.shapes, Outline.LESS)
    }
    written = {holder for holder, _ in changes.fields}
    written.difference_update(
        one.holder for one in fields if (one.holder, one.slot) in changes.fields
    )
    written.update(object_key(serial) for serial in changes.less.difference(outlined))
    if not written:
        return changes
    around = (
        (one.holder, one.slot)
        for one in fields
        if one.display is not ReferenceDisplay.PORT and object_key(one.target) in written
    )
    return replace(changes, fields=changes.fields.union(around))


def _sizes(content: Content) -> tuple[int, int]:
    """Return the number of items or entries, and that of attributes beside them."""
    match content:
        case Instance(attributes=attributes, base=Sequence() | Mapping() as base):
            return length_of(base), len(attributes)
    return length_of(content), 0


def _other(before: HeapObject, now: HeapObject) -> Iterable[Slot]:
    """Yield the slots with a new target; of a container only the differing part is compared."""
    match before.content, now.content:
        case Sequence(items=old), Sequence(items=new) if now.type == "set":
            # Other items only change their order.
            members = set(old)
            return [Slot("item", n) for n, one in enumerate(new) if one not in members]
        case Sequence(items=old), Sequence(items=new):
            start, _, end = differing(old, new)
            end = end if len(old) == len(new) else len(new)
            places = range(start, end)
            return [Slot("item", n) for n in places if n >= len(old) or old[n] != new[n]]
        case Mapping(entries=old_entries), Mapping(entries=new_entries):
            start, old_end, end = differing(old_entries, new_entries)
            known = dict(old_entries[start:old_end])
            changed = [pair for pair in new_entries[start:end] if known.get(pair[0]) != pair[1]]
            keys = [Slot("key", key) for key, _ in changed if key not in known]
            return [Slot("value", key) for key, _ in changed] + keys
        case Generator(is_paused=False), Generator(is_paused=True):
            # A paused generator has the names that its frame had on the stack.
            return []
    slots = dict(held_by(before.content))
    return [slot for slot, target in held_by(now.content) if slots.get(slot) != target]
