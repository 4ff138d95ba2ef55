"""Chooses the slots of an object that a picture shows."""

import builtins
from collections.abc import Collection
from types import MemberDescriptorType

from visualizer.layout.analysis.plain import is_short_tuple
from visualizer.model import (
    EXCEPTION_GROUPS,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Heap,
    HeapObject,
    Instance,
    Named,
    Sequence,
    has_attributes_only,
    is_internal,
    library_base,
    own_attributes,
    shown_attributes,
)
from visualizer.model import Mapping as MappingContent

METHODS = frozenset(
    {"staticmethod", "classmethod", "property", "builtin_function_or_method", "cached_property"}
)
"""Types of callable attributes of a class."""
_DESCRIPTORS = frozenset({"member_descriptor", "getset_descriptor", "_tuplegetter", "CField"})
"""Types of the class attributes that access the attributes of instances."""
_FIELDS = frozenset(
    name
    for cls in vars(builtins).values()
    if isinstance(cls, type) and issubclass(cls, BaseException)
    for name, one in vars(cls).items()
    if isinstance(one, MemberDescriptorType)
)
"""The attributes that built-in exceptions have in addition to their arguments."""
_FEW_ARGUMENTS = 5


def class_data(thing: HeapObject, heap: Heap, texts: Collection[str]) -> Named:
    """Return the data attributes of a class: not methods, not those that Python or a library sets.

    ``texts`` are those of the program's files.
    """
    content = thing.content
    if not isinstance(content, ClassBody):
        return ()
    base = library_base(thing.serial, heap)
    return tuple(
        (name, serial)
        for name, serial in shown_attributes(content)
        if (one := heap.get(serial)) is not None
        and one.type not in METHODS
        and not isinstance(one.content, Function | ClassBody)
        and not (name.startswith("__") and name.endswith("__"))
        and one.type not in _DESCRIPTORS
        and not (base and is_internal(name, texts))
    )


def attribute_rows(thing: HeapObject, heap: Heap, texts: Collection[str]) -> Named:
    """Return the attributes of an instance or a class whose card has a row for each of them."""
    if has_attributes_only(thing.content):
        return own_attributes(thing, heap, texts)
    return class_data(thing, heap, texts)


def shown_arguments(thing: HeapObject, heap: Heap) -> tuple[int, ...]:
    """Return the arguments that an exception's card shows in place of their tuple.

    They are the only argument, or the message and the exceptions of a group. Other exceptions show
    a few arguments if the tuple is too long for a row.
    """
    args = heap.get(thing.content.args or 0) if isinstance(thing.content, ExceptionBody) else None
    items = args.content.items if args and isinstance(args.content, Sequence) else ()
    are_few = len(items) <= _FEW_ARGUMENTS and not is_short_tuple(items, heap)
    return items if len(items) == 1 or are_few or is_group(thing) else ()


def is_group(thing: HeapObject) -> bool:
    """Whether an exception holds others."""
    return thing.type in EXCEPTION_GROUPS


def shown_fields(thing: HeapObject, heap: Heap, texts: Collection[str], *, has_all: bool) -> Named:
    """Return the attributes of an exception that its card shows.

    The arguments already have the exceptions of a group. Unless it ``has_all``, the card omits
    private attributes that none of the ``texts`` names, and, where there is a message, the fields
    of built-in exceptions (``AttributeError.obj``).
    """
    attributes = thing.content.attributes if isinstance(thing.content, ExceptionBody) else ()
    arguments = shown_arguments(thing, heap)
    if is_group(thing):
        attributes = tuple(pair for pair in attributes if pair[0] != "exceptions")
    inner = () if has_all else [name for name, _ in attributes if is_internal(name, texts)]
    is_said = _FIELDS if len(arguments) == 1 or is_group(thing) else ()
    return tuple(
        pair
        for pair in attributes
        if pair[0] not in inner or not (pair[0].startswith("_") or pair[0] in is_said)
    )


def length_of(content: Content) -> int:
    """Return the number of items, entries or attributes of an object; 0 if it has none."""
    match content:
        case Sequence(length=length) | MappingContent(length=length):
            return length
        case Instance(base=Sequence() | MappingContent() as base):
            return base.length
        case Instance(attributes=attributes) | ClassBody(attributes=attributes):
            return len(attributes)
    return 0
