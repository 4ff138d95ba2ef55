"""The slots of an object by labels that are comparable between runs."""

from collections.abc import Iterator

from visualizer.model import (
    Array,
    ClassBody,
    Content,
    Function,
    Generator,
    Heap,
    HeapObject,
    Instance,
    Lock,
    Module,
    Other,
    Scalar,
    Sequence,
    Slot,
    content_of,
    held_by,
    is_set,
)
from visualizer.model import Iterator as WalkingIterator
from visualizer.model import Mapping as MappingContent

type Label = tuple[object, ...]

_MAX_KEY_DEPTH = 4
_LINES = frozenset({"tb_lineno", "f_lineno", "position"})
"""Facts that are places of the source: those of different texts are not comparable."""


def labelled_slots(thing: HeapObject, heap: Heap) -> dict[Label, tuple[Slot, int]]:
    """Return the slots of an object by labels.

    An entry of a dict has the value of its key as its label, an element of a set its own value;
    an index, an attribute and any other slot is its own label.
    """
    content = thing.content
    base = content.base if isinstance(content, Instance) else content
    if not (isinstance(base, MappingContent) or is_set(thing, heap)):
        return {slot: (slot, target) for slot, target in held_by(content)}
    found: dict[Label, tuple[Slot, int]] = {}
    numbers: dict[Label, int] = {}
    for slot, target in held_by(content):
        if slot.kind not in ("key", "value", "item"):
            found[slot] = slot, target
            continue
        key = target if slot.kind == "item" else int(slot.name)
        value = _value(key, heap)
        number = numbers[slot.kind, value] = numbers.get((slot.kind, value), -1) + 1
        if slot.kind != "key" or not isinstance(content_of(key, heap), Scalar):
            found[slot.kind, value, number] = slot, target
    return found


def _value(serial: int, heap: Heap, depth: int = 0) -> Label:
    """Return a label that equal keys share: type and text, or the labels of their items."""
    thing = heap.get(serial)
    if thing is None:
        return ()
    if isinstance(thing.content, Scalar):
        return thing.type, thing.content.text
    if isinstance(thing.content, Sequence) and depth < _MAX_KEY_DEPTH:
        return thing.type, *(_value(one, heap, depth + 1) for one in thing.content.items)
    return (thing.type,)


def own_facts(content: Content, *, same_text: bool) -> tuple[object, ...]:
    """Return an object's own facts, without the objects that it refers to.

    Lines of the source are included only if both runs have the ``same_text``.
    """
    match content:
        case Scalar(text=text, length=length):
            return text, length
        case Instance(base=Scalar(text=text)):
            return (text,)
        case Function(name=name) | ClassBody(name=name) | Module(name=name):
            return (name,)
        case Generator(state=state, line=line):
            return state, line if same_text else 0
        case WalkingIterator(position=position):
            return (position,)
        case Array():
            return content.shape, content.dtype, content.rows
        case Lock():
            return content.locked, content.count
        case Other(facts=facts):
            return tuple(one for one in facts if same_text or one[0] not in _LINES)
    return tuple(_hidden_items(content))


def _hidden_items(content: Content) -> Iterator[int]:
    """Yield the length of a container if not all of it is recorded."""
    base = content.base if isinstance(content, Instance) else content
    if isinstance(base, Sequence) and base.length > len(base.items):
        yield base.length
    if isinstance(base, MappingContent) and base.length > len(base.entries):
        yield base.length
