"""The arrows of the picture after a line, for a drawing question."""

from collections.abc import Iterator

from visualizer.explain.questions.moment import LineEffect, is_value
from visualizer.model import (
    Heap,
    HeapObject,
    Instance,
    Scalar,
    Sequence,
    attribute_place,
    content_of,
    own_attributes,
)
from visualizer.model import Mapping as MappingContent

_ORDERED = ("list", "tuple", "deque")


def arrows(effect: LineEffect) -> dict[str, int]:
    """Map the start of each arrow (``a``, ``a[0]``, ``a.next``) to the object at its end.

    Contains the arrows of the frame's own names, and inside objects only those that the line
    created or moved: the picture already has the others.
    """
    before, after = effect.before, effect.after
    found = {name: one for name, one in after.own.items() if is_value(after, one)}
    inside: dict[str, int] = {}
    seen: set[int] = set()
    for name, serial in found.items():
        if serial in seen:
            continue
        seen.add(serial)
        was = before.heap.get(serial)
        old = dict(_slots(name, was, before.heap)) if was is not None else {}
        now = dict(_slots(name, after.heap[serial], after.heap))
        inside |= {place: one for place, one in now.items() if old.get(place) != one}
    return found | inside


def _slots(name: str, thing: HeapObject, heap: Heap) -> Iterator[tuple[str, int]]:
    """Yield the slots of an object that refer to objects with cards, and their targets."""
    for place, serial in _all_slots(name, thing, heap):
        held = heap.get(serial)
        if held is not None and held.refcount is not None and not isinstance(held.content, Scalar):
            yield place, serial


def _all_slots(name: str, thing: HeapObject, heap: Heap) -> Iterator[tuple[str, int]]:
    match thing.content:
        case Sequence(items=items) if thing.type in _ORDERED:
            yield from ((f"{name}[{number}]", one) for number, one in enumerate(items))
        case MappingContent(entries=entries):
            for key, value in entries:
                content = content_of(key, heap)
                if isinstance(content, Scalar):
                    yield f"{name}[{content.text}]", value
        case Instance():
            own = own_attributes(thing, heap)
            yield from ((f"{name}{attribute_place(attribute)}", one) for attribute, one in own)
