"""The slots of an object that refer to others."""

from collections.abc import Iterator
from itertools import chain
from operator import indexOf
from typing import NamedTuple, TypeGuard

from visualizer.model.content import (
    Array,
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    Instance,
    Mapping,
    Method,
    Other,
    Sequence,
    WeakReference,
)
from visualizer.model.content import Iterator as WalkingIterator


class Slot(NamedTuple):
    """The slot of a reference in its holder.

    It is ``name`` and ``x``, ``item`` and 3, ``value`` and the key's serial, ``attribute`` and its
    name, or a kind alone.
    """

    kind: str
    name: int | str = ""


type HeldReference = tuple[Slot, int]
"""A slot, and the serial of its target."""

_SET_BY_PYTHON = frozenset(
    {
        "__module__", "__qualname__", "__dict__", "__weakref__", "__doc__", "__firstlineno__",
        "__static_attributes__", "__classcell__", "__classdict__", "__classdictcell__",
        "__conditional_annotations__", "__annotations__", "__annotate__", "__annotate_func__",
        "__annotations_cache__", "__dataclass_params__", "__dataclass_fields__", "__match_args__",
        "__orig_bases__", "__parameters__", "__type_params__", "__abstractmethods__", "_abc_impl",
        "_is_protocol", "_is_runtime_protocol",
        "__slots__", "__slotnames__", "__hash__", "__replace__", "_fields", "_field_defaults",
    }
)  # fmt: skip
"""Attributes of a class that Python sets."""


def first_slot(content: Content, target: int) -> Slot | None:
    """Return the first slot of ``held_by`` that refers to the target; None if none does."""
    try:
        match content:
            case Sequence(items=items):
                return Slot("item", items.index(target))
            case Mapping(entries=entries):
                entry, is_value = divmod(indexOf(chain.from_iterable(entries), target), 2)
                return Slot("value" if is_value else "key", entries[entry][0])
        return next(slot for slot, one in held_by(content) if one == target)
    except (ValueError, StopIteration):
        return None


def held_by(content: Content) -> Iterator[HeldReference]:
    """Yield every slot of an object that refers to another, in display order."""
    match content:
        case Sequence(items=items):
            yield from ((Slot("item", index), serial) for index, serial in enumerate(items))
        case Mapping(entries=entries):
            for key, value in entries:
                yield Slot("key", key), key
                yield Slot("value", key), value
        case Instance():
            if content.base is not None:
                yield from held_by(content.base)
            yield from _named("attribute", content.attributes)
        case ClassBody():
            yield from _named("attribute", shown_attributes(content))
        case Function():
            yield from _named("closure", content.closure)
            for index, serial in enumerate(content.defaults):
                yield Slot("default", index), serial
            yield from _named("attribute", shown_attributes(content))
        case Cell(contents=int(serial)):
            yield Slot("contents"), serial
        case _:
            yield from _held_by_others(content)


def _held_by_others(content: Content) -> Iterator[HeldReference]:
    match content:
        case Method():
            yield Slot("self"), content.self
        case Generator():
            if content.is_paused:
                yield from _named("name", content.locals)
            if content.awaits is not None:
                yield Slot("awaits"), content.awaits
        case WalkingIterator(over=int(serial)):
            yield Slot("over"), serial
        case WeakReference(referent=int(serial)):
            yield Slot("referent"), serial
        case Array(base=int(serial)):
            yield Slot("base"), serial
        case ExceptionBody():
            yield from _held_by_exception(content)
        case Other():
            for index, serial in enumerate(content.referents):
                yield Slot("referent", index), serial


def _held_by_exception(content: ExceptionBody) -> Iterator[HeldReference]:
    for name in ("args", "cause", "context"):
        serial = getattr(content, name)
        if serial is not None:
            yield Slot("exception", name), serial
    yield from _named("attribute", content.attributes)


def has_attributes_only(content: Content | None) -> TypeGuard[Instance]:
    """Whether it is an instance without a value, items or entries of its base."""
    return isinstance(content, Instance) and isinstance(content.base, Other | None)


def attribute_place(name: str) -> str:
    """Return an attribute as written after its holder: ``.next``.

    The items of an array of ctypes are attributes with the name ``[2]``.
    """
    return name if is_item(name) else f".{name}"


def is_special(name: str) -> bool:
    """Whether Python itself defines the name, as it does ``__name__``."""
    return name.startswith("__") and name.endswith("__")


def is_item(name: str) -> bool:
    """Whether an attribute is an item of an array of ctypes."""
    return name.startswith("[")


def _named(kind: str, names: tuple[tuple[str, int], ...]) -> Iterator[HeldReference]:
    for name, serial in names:
        yield Slot(kind, name), serial


def shown_attributes(content: ClassBody | Function) -> tuple[tuple[str, int], ...]:
    """Return the attributes of a class that the program wrote.

    A function has the attributes of a class after ``functools.wraps`` of that class.
    """
    return tuple(pair for pair in content.attributes if not is_set_by_python(pair[0]))


def is_set_by_python(name: str) -> bool:
    """Whether Python sets an attribute, or ``enum`` does (names in single underscores)."""
    is_of_enum = name[:1] == name[-1:] == "_" and name[1:2] != "_"
    return is_of_enum or name in _SET_BY_PYTHON
