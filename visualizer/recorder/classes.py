"""What is asked of classes, without running a metaclass's code or a descriptor of the program."""

from __future__ import annotations

from visualizer.recorder.builtin_types import (
    GetSetType,
    MemberType,
    MethodDescriptorType,
    ModuleType,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
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

# Include/object.h
HEAP_TYPE = 1 << 9
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


def has_plain_attributes(mro: Iterable[type]) -> bool:
    """Whether no class of the program stands in the way of reading attributes."""
    for base in mro:
        if type_flags(base) & HEAP_TYPE:
            own = type_dict(base)
            if "__getattribute__" in own or "__getattr__" in own:
                return False
    return True


def slot_names(mro: Iterable[type]) -> tuple[str, ...]:
    """Names of the ``__slots__``, in the order in which the collector meets them."""
    names: list[str] = []
    for base in mro:
        if type_flags(base) & HEAP_TYPE and "__slots__" in type_dict(base):
            own = type_dict(base)
            names.extend(name for name in own if type(own[name]) is MemberType)
    return tuple(str(name) for name in names)


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
                found += [id(value) for value in own.values() if type(value) is MemberType]
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
        if type(own) is GetSetType:
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
