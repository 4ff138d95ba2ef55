"""What is asked of classes, without running a metaclass's code or a descriptor of the program."""

from __future__ import annotations

import gc
from sys import getrefcount, getsizeof
from types import GetSetDescriptorType, MemberDescriptorType, MethodDescriptorType, ModuleType

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
type_base: Callable[[type], type | None] = type.__dict__["__base__"].__get__
type_bases: Callable[[type], tuple[type, ...]] = type.__dict__["__bases__"].__get__
type_dict: Callable[[type], MappingProxyType[str, Any]] = type.__dict__["__dict__"].__get__
type_flags: Callable[[type], int] = type.__dict__["__flags__"].__get__
type_dictoffset: Callable[[type], int] = type.__dict__["__dictoffset__"].__get__
module_dict: Callable[[ModuleType], dict[str, object]] = type_dict(ModuleType)["__dict__"].__get__

referents = gc.get_referents
UNSHARED = 2 + MAPPED
"""The count of bytes that one ``BytesIO`` has, while what was seen is counted: also the list of
that refers to them."""

# Include/object.h
HEAP_TYPE = 1 << 9
IMMUTABLE_TYPE = 1 << 8
MANAGED_DICT = 1 << 4
MANAGED = 1 << 3 | MANAGED_DICT
HAVE_GC = 1 << 14
IS_TYPE = 1 << 31


def exact_text(text: str) -> str:
    """The text without the methods of a subclass."""
    return text if type(text) is str else str.__str__(text)


def type_name(cls: type) -> str:
    """The class's own name for itself."""
    return exact_text(type_own_name(cls))


def is_python_class(cls: type, mro: Iterable[type]) -> bool:
    """Made by a ``class`` statement, or as if: its objects have a managed dict or slots."""
    if not type_flags(cls) & HEAP_TYPE:
        return False
    if type_flags(cls) & MANAGED_DICT:
        return True
    return any(type_flags(base) & HEAP_TYPE and "__slots__" in type_dict(base) for base in mro)


def is_own_import(cls: type, name: str) -> bool:
    """A type in C of that name, whichever import made it."""
    flags = type_flags(cls)
    return bool(
        flags & HEAP_TYPE
        and not flags & MANAGED_DICT
        and name_of_type(cls) == name
        and "__slots__" not in type_dict(cls)
    )


def slot_members(mro: Sequence[type]) -> dict[str, tuple[int, str]]:
    """The ``__slots__``, in the order in which the collector meets them.

    By the name to speak of it: the place of its class among the bases, and its key there. One that
    something else hides has the name of its class before its own.
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


def own_members(cls: type) -> dict[str, Any]:
    """The members that a class itself brings, each once, by its key: one may have several names."""
    own = [(key, one) for key, one in type_dict(cls).items() if type(one) is MemberDescriptorType]
    found: dict[str, Any] = {}
    known: list[str] = []
    for key, one in sorted(own, key=lambda pair: pair[0] is not pair[1].__name__):
        if type(key) is str and one.__objclass__ is cls and one.__name__ not in known:
            known.append(one.__name__)
            found[key] = one
    return {key: found[key] for key, _ in own if type(key) is str and key in found}


def slot_value(thing: object, place: int, key: str) -> object:
    """What a slot refers to. Raises ``AttributeError`` where that is nothing."""
    member = type_dict(type_mro(type(thing))[place]).get(key)
    if type(member) is not MemberDescriptorType:
        raise AttributeError
    return member.__get__(thing)


def class_attribute(cls: type, name: str) -> tuple[object] | None:
    """What the class and its bases say of a name, as a tuple of one; None: nothing."""
    for base in type_mro(cls):
        own = type_dict(base)
        if name in own:
            return (own[name],)
    return None


def class_keys(cls: type) -> tuple[int, ...]:
    """What stands for the names in a class and its bases, those of builtin types left out.

    Where there are slots, what stands for these too: another thing may take the name of one.
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


def has_odd_text(namespace: dict[object, object]) -> bool:
    """Whether a name could be found in it only by running an ``__eq__`` of the program."""
    kinds = [cls for cls in map(type, dict.keys(namespace)) if cls is not str]
    return any(base is str for cls in kinds for base in type_mro(cls))


def dict_of(thing: object, cls: type) -> dict[object, object]:
    """The object's ``__dict__``, through the descriptor that its class got when it was made."""
    for base in type_mro(cls):
        own = type_dict(base).get("__dict__")
        if type(own) is GetSetDescriptorType:
            found = own.__get__(thing)
            return found if any(b is dict for b in type_mro(type(found))) else {}
    return {}


def foreign_size(cls: type, mro: Iterable[type]) -> Callable[[object], int] | None:
    """A size function where the program's classes define ``__sizeof__``, else None."""
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


def size_of_bytes_io(thing: object) -> int:
    """A ``BytesIO`` counts its bytes where nobody shares them, as who counts does meanwhile."""
    size = getsizeof(thing)
    found = referents(thing)
    for held, count in zip(found, [*map(getrefcount, found)], strict=True):
        if type(held) is bytes and count == UNSHARED:
            size += getsizeof(held)
    return size


def told_size(size: Callable[[Any], int] | None, thing: object) -> int:
    """The size of an object, by what its plan says; 0 where its type, one in C, cannot tell one."""
    try:
        return (size or getsizeof)(thing)
    except (TypeError, ValueError, OverflowError):
        return 0


def is_module(cls: type) -> bool:
    """Whether its objects are modules: a program may put anything into ``sys.modules``."""
    return cls is ModuleType or any(base is ModuleType for base in type_mro(cls))


def name_of_type(cls: type) -> str:
    """The name with the module's, where it has one."""
    module = type_dict(cls).get("__module__")
    if module is None and not type_flags(cls) & HEAP_TYPE:
        module = type_module(cls)
    return f"{module}.{type_name(cls)}" if type(module) is str else type_name(cls)


def exception_part(exception: BaseException, name: str) -> Any:
    """An attribute of an exception, past what its class makes of it."""
    return BaseException.__dict__[name].__get__(exception)
