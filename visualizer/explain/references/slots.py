"""The slots of an object in source notation: ``[2]``, ``.name``."""

from collections.abc import Iterable
from itertools import islice

from visualizer.explain.naming import MAX_VALUE_LENGTH, describe, truncate
from visualizer.model import (
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Heap,
    HeapObject,
    Instance,
    Scalar,
    Sequence,
    attribute_place,
    is_set,
    shown_attributes,
)
from visualizer.model import Mapping as MappingContent

_MAX_COMPARED = 1000
"""The maximum number of items that are compared individually."""


def slots(thing: HeapObject, heap: Heap) -> dict[str, int]:
    """Return every slot that can be assigned to, with the serial of its target."""
    return _slots(thing, islice(items_of(thing.content), _MAX_COMPARED), heap)


def changed_slots(
    old: HeapObject, new: HeapObject, heap: Heap
) -> tuple[dict[str, int], dict[str, int]]:
    """Return the slots of an object before and after; of many items, only those that changed."""
    was, now = tuple(items_of(old.content)), tuple(items_of(new.content))
    if max(len(was), len(now)) > _MAX_COMPARED:
        other = {*was} ^ {*now}
        places = dict.fromkeys(one[0] for one in (*was, *now) if one in other)
        chosen = {*islice(places, _MAX_COMPARED)}
        was, now = (tuple(one for one in all_ if one[0] in chosen) for all_ in (was, now))
    return _slots(old, was, heap), _slots(new, now, heap)


def items_of(content: Content) -> Iterable[tuple[int, int]]:
    """Return the index of each item, or the serial of each key, and the serial at that place."""
    match content:
        case Sequence(items=items):
            return enumerate(items)
        case MappingContent(entries=entries):
            return entries
        case Instance(base=Sequence() | MappingContent() as base):
            return items_of(base)
    return ()


def _slots(thing: HeapObject, items: Iterable[tuple[int, int]], heap: Heap) -> dict[str, int]:
    """Return the attributes of an object, and those of its items that are given."""
    content, found = thing.content, dict[str, int]()
    match content:
        case Instance(attributes=attributes):
            found = {attribute_place(name): serial for name, serial in attributes}
        case ClassBody(attributes=attributes) | ExceptionBody(attributes=attributes):
            found = {f".{name}": serial for name, serial in attributes}
        case Function():
            found = {f".{name}": serial for name, serial in shown_attributes(content)}
        case Cell(contents=int(serial)):
            found = {".cell_contents": serial}
    base = content.base if isinstance(content, Instance) else content
    if is_set(thing, heap):
        return found | {f"{{{key_text(target, heap)}}}": target for _, target in items}
    if isinstance(base, Sequence):
        return found | {f"[{index}]": target for index, target in items}
    return found | {f"[{key_text(key, heap)}]": target for key, target in items}


def key_text(serial: int, heap: Heap) -> str:
    """Return a key as written between the brackets, in words if it is not short."""
    thing = heap.get(serial)
    content = thing.content if thing is not None else None
    if isinstance(content, Scalar):
        return truncate(content.text)
    if thing is not None and thing.type == "tuple" and isinstance(content, Sequence):
        items = [heap[one].content for one in content.items if one in heap]
        plain = [one.text for one in items if isinstance(one, Scalar)]
        text = f"({', '.join(plain)}{',' * (len(plain) == 1)})"
        if len(plain) == content.length and len(text) <= MAX_VALUE_LENGTH:
            return text
    return describe(serial, heap)
