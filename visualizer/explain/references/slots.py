"""The slots of an object in source notation: ``[2]``, ``.name``."""

from collections.abc import Iterable

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
    return _slots(thing.content, heap, unordered=is_set(thing, heap))


def changed_slots(
    old: HeapObject, new: HeapObject, heap: Heap
) -> tuple[dict[str, int], dict[str, int]]:
    """Return the slots of an object before and after; of a long list or dict, those that changed.

    Of a long list, they are the first ``_MAX_COMPARED`` from the first difference on.
    """
    if not is_set(new, heap):
        match old.content, new.content:
            case MappingContent(entries=was), MappingContent(entries=now) if _is_long(was, now):
                same = {*was} & {*now}
                left = ([one for one in all_ if one not in same] for all_ in (was, now))
                before, after = (_of_entries(one[:_MAX_COMPARED], heap) for one in left)
                return before, after
            case Sequence(items=was), Sequence(items=now) if _is_long(was, now):
                starts = range(0, max(len(was), len(now)), _MAX_COMPARED)
                parts = (slice(one, one + _MAX_COMPARED) for one in starts)
                part = next((one for one in parts if was[one] != now[one]), slice(0))
                return _of_items(was[part], part.start or 0), _of_items(now[part], part.start or 0)
    return slots(old, heap), slots(new, heap)


def _is_long(*versions: tuple[object, ...]) -> bool:
    return max(map(len, versions)) > _MAX_COMPARED


def _of_items(items: tuple[int, ...], first: int = 0) -> dict[str, int]:
    return {f"[{index}]": serial for index, serial in enumerate(items, first)}


def _of_entries(entries: Iterable[tuple[int, int]], heap: Heap) -> dict[str, int]:
    return {f"[{key_text(key, heap)}]": value for key, value in entries}


def _slots(content: Content, heap: Heap, unordered: bool) -> dict[str, int]:
    match content:
        case Sequence(items=items) if unordered:
            return {f"{{{key_text(serial, heap)}}}": serial for serial in items[:_MAX_COMPARED]}
        case Sequence(items=items):
            return _of_items(items[:_MAX_COMPARED])
        case MappingContent(entries=entries):
            return _of_entries(entries[:_MAX_COMPARED], heap)
        case Instance(attributes=attributes, base=base):
            found = {attribute_place(name): serial for name, serial in attributes}
            if base is not None and not isinstance(base, Scalar):
                found |= _slots(base, heap, unordered)
            return found
        case ClassBody(attributes=attributes) | ExceptionBody(attributes=attributes):
            return {f".{name}": serial for name, serial in attributes}
        case Function():
            return {f".{name}": serial for name, serial in shown_attributes(content)}
        case Cell(contents=int(serial)):
            return {".cell_contents": serial}
    return {}


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
