"""What a picture shows of the slots of an object."""

from collections.abc import Mapping

from visualizer.model import (
    ClassBody,
    Content,
    Function,
    HeapObject,
    Instance,
    Sequence,
    shown_attributes,
)
from visualizer.model import Mapping as MappingContent

METHODS = frozenset(
    {"staticmethod", "classmethod", "property", "builtin_function_or_method", "cached_property"}
)
"""Types of callable attributes of a class."""


def class_data(content: ClassBody, heap: Mapping[int, HeapObject]) -> tuple[tuple[str, int], ...]:
    """Return the attributes of a class that are data, neither methods nor set by Python."""
    return tuple(
        (name, serial)
        for name, serial in shown_attributes(content)
        if (thing := heap.get(serial)) is not None
        and thing.type not in METHODS
        and not isinstance(thing.content, Function | ClassBody)
        and not (name.startswith("__") and name.endswith("__"))
        and thing.type not in ("member_descriptor", "getset_descriptor", "_tuplegetter")
    )


def length_of(content: Content) -> int:
    """Return the number of items or entries of an object; 0 if it is not a container."""
    match content:
        case Sequence(length=length) | MappingContent(length=length):
            return length
        case Instance(base=Sequence() | MappingContent() as base):
            return base.length
    return 0
