"""Formats values of types in C of the library and of numpy: dates, times, numbers, texts.

Calls only functions that involve no code of the program. The types are static: no program can make
one of that name. Their objects never change and have no references that are followed; a ``tzinfo``,
the only part that may be the program's, is not called.
"""

from __future__ import annotations

from visualizer.recorder.objects.classes import (
    HEAP_TYPE,
    name_of_type,
    type_dict,
    type_flags,
    type_mro,
)
from visualizer.recorder.objects.texts import cut, safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from visualizer.recorder.objects.plans import Text

_ZONE = "datetime.timezone"
_NUMBERS = frozenset(
    f"numpy.{name}"
    for name in (
        *("bool", "bool_", "int8", "int16", "int32", "int64", "intc", "longlong"),
        *("uint8", "uint16", "uint32", "uint64", "uintc", "ulonglong"),
        *("float16", "float32", "float64", "complex64", "complex128"),
    )
)


def library_value(cls: type) -> Callable[[Any], Text] | None:
    """Return a function that formats the values of a type; None if the type is unknown."""
    words = _words(cls)
    return None if words is None else lambda value: cut(words(value))


def _words(cls: type) -> Callable[[Any], str] | None:
    if type_flags(cls) & HEAP_TYPE:
        return None
    return _WORDS.get(name_of_type(cls))


def _str(value: Any) -> str:
    """Format a date, a duration, or numpy's versions like ``str``."""
    text: str = type_dict(type(value))["__str__"](value)
    return text


def _datetime(value: Any) -> str:
    """Format like ``str``, but with the name of a ``tzinfo``, whose methods that would call."""
    own = type_dict(type(value))
    zone, plain = own["tzinfo"].__get__(value), own["replace"](value, tzinfo=None)
    text = " ".join(own["isoformat"](plain).split("T"))
    if zone is not None:
        text += f" {_zone(zone)}"
    return f"{text} fold=1" if own["fold"].__get__(value) else text


def _zone(zone: Any) -> str:
    """Return the name of an exact ``timezone``; the type of any other object.

    A subclass may return any name.
    """
    cls = type(zone)
    if not type_flags(cls) & HEAP_TYPE and name_of_type(cls) == _ZONE:
        name = type_dict(cls)["tzname"](zone, None)
        if type(name) is str:
            return name
    return safe_repr(zone)


def _number(value: Any) -> str:
    """Format like the Python number of the same value: a program can change numpy's formatting."""
    generic = next(base for base in type_mro(type(value)) if name_of_type(base) == "numpy.generic")
    return safe_repr(type_dict(generic)["item"](value))


def _text(value: Any) -> str:
    """Format numpy's text or bytes like the Python object of the same value."""
    base = str if any(base is str for base in type_mro(type(value))) else bytes
    return base.__repr__(value)


def _lazy_import(value: Any) -> str:
    """Format a name that is not loaded before it is used (PEP 810): ``lazy_import('json')``."""
    return f"lazy_import({repr(value).removeprefix('<lazy_import ').removesuffix('>')})"


_WORDS: dict[str, Callable[[Any], str]] = {
    "datetime.date": _str,
    "datetime.timedelta": _str,
    "datetime.datetime": _datetime,
    "datetime.time": _datetime,
    _ZONE: _zone,
    "numpy.datetime64": _str,
    "numpy.timedelta64": _str,
    "numpy.str_": _text,
    "numpy.bytes_": _text,
    "builtins.lazy_import": _lazy_import,
    **dict.fromkeys(_NUMBERS, _number),
}
