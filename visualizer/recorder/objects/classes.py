"""Inspects classes without running code of a metaclass or a descriptor of the program."""

from __future__ import annotations

import gc
from sys import getrefcount, getsizeof
from types import (
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodDescriptorType,
    ModuleType,
    SimpleNamespace,
)

from visualizer.recorder.versions import MAPPED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import MappingProxyType
    from typing import Any

type_own_name: Callable[[type], str] = type.__dict__["__name__"].__get__
type_qualname: Callable[[type], str] = type.__dict__["__qualname__"].__get__
type_module: Callable[[type], object] = type.__dict__["__module__"].__get__
type_mro: Callable[[type], tuple[type, ...]] = type.__dict__["__mro__"].__get__
type_base: Callable[[type], type] = type.__dict__["__base__"].__get__
type_bases: Callable[[type], tuple[type, ...]] = type.__dict__["__bases__"].__get__
type_dict: Callable[[type], MappingProxyType[str, Any]] = type.__dict__["__dict__"].__get__
type_flags: Callable[[type], int] = type.__dict__["__flags__"].__get__
type_basicsize: Callable[[type], int] = type.__dict__["__basicsize__"].__get__
type_dictoffset: Callable[[type], int] = type.__dict__["__dictoffset__"].__get__
module_dict: Callable[[ModuleType], dict[str, object]] = type_dict(ModuleType)["__dict__"].__get__

referents = gc.get_referents
avoiding_audit: list[bool] = []
"""Not empty if the program listens to audit events: then functions that raise some are avoided as
far as possible, above all ``referents``.
"""
UNSHARED = 1 + MAPPED
"""The count of bytes that a ``BytesIO`` alone holds, as ``map`` counts its referents."""

HIDDEN_DESCRIPTORS = ("__dict__", "__weakref__")
"""Attributes of every class's dict that refer to the class and are not shown."""

# Include/object.h
HEAP_TYPE = 1 << 9
IMMUTABLE_TYPE = 1 << 8
MANAGED_DICT = 1 << 4
MANAGED = 1 << 3 | MANAGED_DICT
HAVE_GC = 1 << 14
TUPLE_SUBCLASS = 1 << 26
IS_TYPE = 1 << 31


def exact_text(text: str) -> str:
    """Return the text as an exact ``str``, without methods of a subclass."""
    return text if type(text) is str else str.__str__(text)


def type_name(cls: type) -> str:
    """Return the class's ``__name__``."""
    return exact_text(type_own_name(cls))


def is_python_class(cls: type, mro: Iterable[type]) -> bool:
    """Whether a ``class`` statement, or its equivalent, made it: managed dict or slots.

    A ``SimpleNamespace`` counts, too: it has nothing but the program's attributes.
    """
    if any(base is SimpleNamespace for base in mro):
        return True
    if not type_flags(cls) & HEAP_TYPE:
        return False
    if type_flags(cls) & MANAGED_DICT:
        return True
    return any(type_flags(base) & HEAP_TYPE and "__slots__" in type_dict(base) for base in mro)


def is_in_c(cls: type) -> bool:
    """Whether C code created the type.

    A ``class`` statement makes no type that cannot change, and none with fields besides slots,
    ``__dict__`` and weak references; other fields matter only if the collector visits them.
    """
    flags, own = type_flags(cls), type_dict(cls)
    if not flags & HEAP_TYPE or flags & IMMUTABLE_TYPE:
        return True
    fields = type_basicsize(cls) - type_basicsize(type_base(cls))
    hidden = 8 * sum(name in own for name in HIDDEN_DESCRIPTORS)
    return bool(flags & HAVE_GC) and "__slots__" not in own and fields > hidden


def is_own_import(cls: type, name: str) -> bool:
    """Whether it is the type in C of that name, of any import of its module."""
    flags = type_flags(cls)
    return bool(
        flags & HEAP_TYPE
        and not flags & MANAGED_DICT
        and name_of_type(cls) == name
        and "__slots__" not in type_dict(cls)
    )


_HAVE_A_DICT_ALONE = (
    *("_io._IOBase", "_io._RawIOBase", "_io._BufferedIOBase", "_io._TextIOBase"),
    "ast.AST",
)
"""Types in C with nothing but a ``__dict__`` (Modules/_io/iobase.c, Python/Python-ast.c)."""


def has_dict_of_base(cls: type, mro: Iterable[type], with_dict: type) -> bool:
    """Whether a ``class`` statement made it, and a base in C brings in the ``__dict__``.

    That base is ``with_dict``, or has nothing else; no other one has references.
    """
    if not type_flags(cls) & HEAP_TYPE or type_flags(cls) & IMMUTABLE_TYPE:
        return False
    found = False
    for base in mro:
        if base is with_dict or name_of_type(base) in _HAVE_A_DICT_ALONE:
            found = True
        elif type_flags(base) & IMMUTABLE_TYPE and base is not object and base is not dict:
            return False
    return found


def slot_members(mro: Sequence[type]) -> dict[str, tuple[int, str]]:
    """Return the ``__slots__`` in the order of the collector's traversal.

    Maps the attribute's name to the index of its class in the MRO and its key there. A slot hidden
    by another attribute has the name of its class as a prefix.
    """
    found: dict[str, tuple[int, str]] = {}
    for place, base in enumerate(mro):
        if not (type_flags(base) & HEAP_TYPE and "__slots__" in type_dict(base)):
            continue
        for key, member in own_members(base).items():
            seen = class_attribute(mro[0], key)
            name = key if seen is not None and seen[0] is member else f"{type_name(base)}.{key}"
            while name in found:
                name = f"{type_name(base)}.{name}"
            found[name] = place, key
    return found


def exception_members(mro: Sequence[type]) -> dict[str, tuple[int, str]]:
    """Return the members of an exception's classes like ``slot_members``, those of its bases first,
    without those that another attribute hides or that Python itself names.
    """
    found: dict[str, tuple[int, str]] = {}
    for place, base in reversed([*enumerate(mro)]):
        for key, member in own_members(base).items():
            seen = class_attribute(mro[0], key)
            if not key.startswith("__") and seen is not None and seen[0] is member:
                found[key] = place, key
    return found


def own_members(cls: type) -> dict[str, Any]:
    """Return the member descriptors that a class itself defines, each once: it may have several
    names.
    """
    own = [(key, one) for key, one in type_dict(cls).items() if type(one) is MemberDescriptorType]
    found: dict[str, Any] = {}
    known: list[str] = []
    for key, one in sorted(own, key=lambda pair: pair[0] is not pair[1].__name__):
        if type(key) is str and one.__objclass__ is cls and one.__name__ not in known:
            known.append(one.__name__)
            found[key] = one
    return {key: found[key] for key, _ in own if type(key) is str and key in found}


def slot_value(thing: object, place: int, key: str) -> object:
    """Return a slot's value. Raises ``AttributeError`` if it is empty."""
    member = type_dict(type_mro(type(thing))[place]).get(key)
    if type(member) is not MemberDescriptorType:
        raise AttributeError
    return member.__get__(thing)


def object_members(cls: type) -> dict[str, Any]:
    """Return the members of a type in C by name, those of its bases first: ``tp_members``."""
    found: dict[str, Any] = {}
    for base in reversed(type_mro(cls)):
        found |= own_members(base)
    return found


def named_referents(
    members: dict[str, Any], thing: object, held: list[object]
) -> tuple[list[str], list[object]]:
    """Return names and values of the members that are references of the object to others.

    A member that is a number in C creates a new object when it is read, which nothing holds.
    """
    left = [id(one) for one in held]
    names: list[str] = []
    values: list[object] = []
    for name, member in members.items():
        try:
            value = member.__get__(thing)
        except AttributeError:  # nothing is there yet
            continue
        if id(value) in left:
            left.remove(id(value))  # two members may be one field in C
            names.append(name)
            values.append(value)
    return names, values


def class_attribute(cls: type, name: str) -> tuple[object] | None:
    """Return the attribute of a class or its bases as a tuple of one; None if there is none."""
    for base in type_mro(cls):
        own = type_dict(base)
        if name in own:
            return (own[name],)
    return None


def item_names(cls: type) -> tuple[str, ...] | None:
    """Return the names of a named tuple's items; None for any other class."""
    if not type_flags(cls) & TUPLE_SUBCLASS:
        return None
    found = class_attribute(cls, "_fields")
    names = None if found is None else found[0]
    if type(names) is not tuple or not all(type(name) is str for name in names):
        return None
    return names


def class_keys(cls: type) -> tuple[int, ...]:
    """Return ids of the keys of a class and its heap-type bases, to detect changes.

    With slots also the ids of their descriptors: another attribute may replace one.
    """
    found: list[int] = []
    for base in type_mro(cls):
        if type_flags(base) & HEAP_TYPE:
            own = type_dict(base)
            found.append(id(base))
            found += map(id, own)
            if "__slots__" in own:
                found += [
                    id(value) for value in own.values() if type(value) is MemberDescriptorType
                ]
    return (*found,)


def has_dict(cls: type) -> bool:
    """Whether objects of the class may have a ``__dict__``."""
    return bool(type_flags(cls) & MANAGED_DICT) or type_dictoffset(cls) != 0


def has_custom_str_keys(namespace: dict[object, object]) -> bool:
    """Whether a lookup in the dict could run an ``__eq__`` of the program."""
    kinds = [cls for cls in map(type, dict.keys(namespace)) if cls is not str]
    return any(base is str for cls in kinds for base in type_mro(cls))


def dict_of(thing: object, cls: type) -> dict[object, object]:
    """Return the object's ``__dict__`` by the descriptor that its class was created with."""
    for base in type_mro(cls):
        own = type_dict(base).get("__dict__")
        if type(own) is GetSetDescriptorType or type(own) is MemberDescriptorType:
            found = own.__get__(thing)
            return found if any(b is dict for b in type_mro(type(found))) else {}
    return {}


def overridden_size(cls: type, mro: Iterable[type]) -> Callable[[object], int] | None:
    """Return a size function if the program's classes define ``__sizeof__``, else None."""
    overridden = False
    for base in mro:
        own = type_dict(base).get("__sizeof__")
        if own is None:
            continue
        if type(own) is not MethodDescriptorType:
            overridden = True
        elif overridden:
            flags = type_flags(cls)
            extra = (16 if flags & HAVE_GC else 0) + (16 if flags & MANAGED else 0)
            return lambda thing: own(thing) + extra
        else:
            return None
    return None


def ends_with_own_bytes(found: list[Any]) -> bool:
    """Return whether the referents of a ``BytesIO`` end with bytes that only it holds: they are its
    memory, which it overwrites.
    """
    return type(found[-1]) is bytes and [*map(getrefcount, found)][-1] == UNSHARED


def is_bytes_io(cls: type) -> bool:
    """Return whether its objects are ``BytesIO``s."""
    return any(is_own_import(base, "_io.BytesIO") for base in type_mro(cls))


def size_of(size: Callable[[Any], int] | None, thing: object) -> int:
    """Return an object's size by its plan; 0 if its type, one in C, cannot report it."""
    try:
        return (size or getsizeof)(thing)
    except RecursionError:  # the recorder's own
        raise
    except (TypeError, ValueError, OverflowError, RuntimeError):
        return 0


def is_module(cls: type) -> bool:
    """Whether its objects are modules: a program may put anything into ``sys.modules``."""
    return cls is ModuleType or any(base is ModuleType for base in type_mro(cls))


def name_of_type(cls: type) -> str:
    """Return the qualified name, with the module if known."""
    module = type_dict(cls).get("__module__")
    if module is None and not type_flags(cls) & HEAP_TYPE:
        module = type_module(cls)
    return f"{module}.{type_name(cls)}" if type(module) is str else type_name(cls)


def exception_part(exception: BaseException, name: str) -> Any:
    """Return an exception's own attribute, bypassing overrides of its class."""
    return BaseException.__dict__[name].__get__(exception)
