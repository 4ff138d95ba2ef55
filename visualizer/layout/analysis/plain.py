"""Decides which objects have no cards: their text is in the slots that refer to them."""

from itertools import islice

from visualizer.layout.blocks.measures import MAX_LETTERS
from visualizer.layout.measure import columns_of
from visualizer.model import (
    ClassBody,
    Content,
    Function,
    Heap,
    HeapObject,
    Instance,
    Lock,
    Method,
    Module,
    Other,
    Scalar,
    Sequence,
    content_of,
    held_by,
    is_of_library,
    library_base,
    library_value,
)
from visualizer.model import Mapping as MappingContent

_MOST_SLOTS = 12
MAX_TUPLE = 26
"""The maximum number of letters of a tuple that is written in a slot."""
NEVER_CARDS = frozenset({"code", "frame", "traceback", "getset_descriptor", "member_descriptor"})

_SHOWN_BY_FACTS = frozenset({"Pattern", "Match"})
_WRAPPERS = frozenset({"property", "staticmethod", "classmethod"})
_WRITTEN_WHOLE = frozenset({"tuple", "frozenset"})


def is_plain(thing: HeapObject, heap: Heap) -> bool:
    """Whether an object is always shown as text.

    Functions and classes may be, but that depends on the whole recording (``Facts.holding``).
    """
    match thing.content:
        case Scalar() | Module() | Method() | Lock():
            return True
        case Sequence(items=items) if thing.type in _WRITTEN_WHOLE:
            return is_short_tuple(items, heap)
        case Other() if library_value(thing, heap) is not None:
            return True
        case Other(referents=referents):
            return not referents or thing.type in NEVER_CARDS or thing.type in _SHOWN_BY_FACTS
        case Instance(cls=cls, attributes=(), base=Scalar()):
            # Data of ctypes can change, and several names may refer to it: arrows show that.
            return not (is_of_library(thing, heap) or library_base(cls, heap))
    return False


def may_be_plain(thing: HeapObject) -> bool:
    """Whether an object is shown as text unless it holds something."""
    return isinstance(thing.content, Function | ClassBody) or is_wrapper(thing)


def is_wrapper(thing: HeapObject) -> bool:
    """Whether an object wraps a function: a property, a static method or a class method."""
    return isinstance(thing.content, Other) and thing.type in _WRAPPERS


def is_short_tuple(items: tuple[int, ...], heap: Heap) -> bool:
    """Whether all items are plain values with short texts."""
    letters = 2
    for serial in items:
        content = content_of(serial, heap)
        if not isinstance(content, Scalar):
            return False
        letters += columns_of(content.text) + 2
        if letters > MAX_TUPLE + 2:
            return False
    return True


def has_long_value(content: Content, heap: Heap) -> bool:
    """Whether an instance, or a dict that is shown whole, holds a value too long for a slot."""
    if not isinstance(content, Instance | MappingContent):
        return False
    held = (content_of(one, heap) for _, one in islice(held_by(content), 2 * _MOST_SLOTS))
    return any(isinstance(one, Scalar) and len(one.text) > MAX_LETTERS for one in held)
