"""Reads the links of an object: its references to objects that may be nodes with it."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from visualizer.layout.analysis.positions import elements
from visualizer.layout.nodes.parents import Link
from visualizer.model import (
    Content,
    Heap,
    HeapObject,
    Instance,
    Scalar,
    Slot,
    content_of,
    is_of_library,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent

MAX_CHILDREN = 14
"""The maximum number of children in the list or dict of a node."""
MAX_PLACES = 30
"""The maximum number of items or entries of a list or dict that is a node or has its children."""


class Place(NamedTuple):
    """A slot of an object with its name and target: an attribute, an entry or an item."""

    name: str
    slot: Slot
    target: int


def places_of(content: Content, heap: Heap) -> list[Place]:
    """Return the places of an object; none of a list or dict that has many."""
    match content:
        case Instance(attributes=attributes):
            return [Place(name, Slot("attribute", name), target) for name, target in attributes]
        case SequenceContent(items=items) if len(items) <= MAX_PLACES:
            return [Place(str(n), Slot("item", n), target) for n, target in enumerate(items)]
        case MappingContent(entries=entries) if len(entries) <= MAX_PLACES:
            return [
                Place(_name_of(key, heap), Slot("value", key), target) for key, target in entries
            ]
    return []


def _name_of(key: int, heap: Heap) -> str:
    """Return the text of a dict's key, without quotes, or the serial of a key that is no value."""
    content = content_of(key, heap)
    return content.text.strip("'\"") if isinstance(content, Scalar) else str(key)


def name_of(slot: Slot, heap: Heap) -> str:
    """Return the name of a slot of a node."""
    return _name_of(int(slot.name), heap) if slot.kind == "value" else str(slot.name)


def is_of_program(thing: HeapObject, heap: Heap) -> bool:
    """Whether an object is an instance of a class of the program."""
    return isinstance(thing.content, Instance) and not is_of_library(thing, heap)


def is_dict(thing: HeapObject) -> bool:
    """Whether an object is a dict, no instance of a class that derives from it."""
    return isinstance(thing.content, MappingContent)


def is_list(thing: HeapObject) -> bool:
    """Whether an object is a list, which may be changed."""
    return isinstance(thing.content, SequenceContent) and thing.type == "list"


def may_have_links(thing: HeapObject, heap: Heap) -> bool:
    """Whether an object can be a node."""
    return is_dict(thing) or is_list(thing) or is_of_program(thing, heap)


class LinkReader:
    """Reads links; ``crowded`` has, for each object with too many children, one of these.

    ``childless`` has the last list of an object by its attribute's name, if it holds only None.
    """

    def __init__(self) -> None:
        self.crowded: dict[int, int] = {}
        self.childless: dict[tuple[int, str], int] = {}

    def links_from(self, thing: HeapObject, heap: Heap) -> Iterator[Link]:
        """Yield the links of an object, also those through its lists and dicts.

        A dict leads to dicts, and a list to lists that are not empty. A dict is no node but the
        children of one if all its values have the same keys as that.
        """
        serial = thing.serial
        for name, _, target in places_of(thing.content, heap):
            other = heap.get(target)
            if other is None or isinstance(other.content, Scalar):
                continue
            if is_list(thing):
                if is_list(other) and elements(other.content):
                    yield Link(serial, name, target)
            elif is_of_program(other, heap):
                if not is_dict(thing):
                    yield Link(serial, name, target)
            elif isinstance(other.content, SequenceContent | MappingContent):
                children = self._children(thing, other, heap)
                yield from (Link(serial, name, child, target) for child in children)
                if is_list(other) and not children and _holds_only_none(other, heap):
                    self.childless[serial, name] = target
                if not children and is_dict(thing) and is_dict(other):
                    yield Link(serial, name, target)

    def _children(self, thing: HeapObject, container: HeapObject, heap: Heap) -> Collection[int]:
        """Return the nodes in a container; none if it also holds others, apart from None."""
        held = elements(container.content)
        found: dict[int, None] = {}
        for one in held[:MAX_PLACES]:
            child = one[1] if isinstance(one, tuple) else one
            other = heap.get(child) if isinstance(child, int) else None
            if other is None or not (
                other.type == "NoneType" or _is_child(other, thing, container, heap)
            ):
                return ()
            if other.type != "NoneType":
                found[other.serial] = None
            if len(found) > MAX_CHILDREN:
                break
        if found and (len(held) > MAX_PLACES or len(found) > MAX_CHILDREN):
            self.crowded[thing.serial] = next(iter(found))
            return ()
        return found


def _holds_only_none(thing: HeapObject, heap: Heap) -> bool:
    """Whether a list has no children yet, but places for them."""
    items = elements(thing.content)
    first, *others = {*items} if 0 < len(items) <= MAX_PLACES else {None}
    return not others and isinstance(first, int) and heap[first].type == "NoneType"


def _is_child(child: HeapObject, thing: HeapObject, container: HeapObject, heap: Heap) -> bool:
    if not is_dict(thing):
        return is_of_program(child, heap)
    if not (is_dict(child) and is_dict(container)):
        return is_dict(child)
    return keys_of(child, heap) == keys_of(thing, heap)


def keys_of(thing: HeapObject, heap: Heap) -> frozenset[str]:
    """Return the names of an object's places."""
    return frozenset(one.name for one in places_of(thing.content, heap))
