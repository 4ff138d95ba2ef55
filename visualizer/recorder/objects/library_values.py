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
    from collections.abc import Callable, Mapping
    from typing import Any

    from visualizer.recorder.objects.plans import Text

    type Members = Mapping[str, Any]
    """The attributes of the type whose functions format."""
    type Words = Callable[[Members, Any], str]

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
    """Return a function that formats the values of a type; None if the type is unknown.

    It also formats those of a class derived from the type, without its methods.
    """
    words = _words(cls)
    return None if words is None else lambda value: cut(words(type_dict(cls), value))


def _words(cls: type) -> Words | None:
    if type_flags(cls) & HEAP_TYPE:
        return None
    return _WORDS.get(name_of_type(cls))


def _str(own: Members, value: Any) -> str:
    """Format a duration, or numpy's dates and durations, like ``str``."""
    text: str = own["__str__"](value)
    return text


def _date(own: Members, value: Any) -> str:
    text: str = own["isoformat"](value)
    return text


def _datetime(own: Members, value: Any) -> str:
    time, zone = own["time"](value), own["tzinfo"].__get__(value)
    return f"{own['date'](value)} {_time(type_dict(type(time)), time, zone)}"


def _time(own: Members, value: Any, zone: Any = None) -> str:
    """Format like ``str``, but with the name of a ``tzinfo``, whose methods that would call."""
    zone = own["tzinfo"].__get__(value) if zone is None else zone
    parts = [own[name].__get__(value) for name in ("hour", "minute", "second", "microsecond")]
    text = f"{parts[0]:02}:{parts[1]:02}:{parts[2]:02}"
    text += f".{parts[3]:06}" if parts[3] else ""
    text += f" {_zone({}, zone)}" if zone is not None else ""
    return f"{text} fold=1" if own["fold"].__get__(value) else text


def _zone(_: Members, zone: Any) -> str:
    """Return the name of an exact ``timezone``; the type of any other object.

    A subclass may return any name.
    """
    cls = type(zone)
    if not type_flags(cls) & HEAP_TYPE and name_of_type(cls) == _ZONE:
        name = type_dict(cls)["tzname"](zone, None)
        if type(name) is str:
            return name
    return safe_repr(zone)


def _number(_: Members, value: Any) -> str:
    """Format like the Python number of the same value: a program can change numpy's formatting."""
    generic = next(base for base in type_mro(type(value)) if name_of_type(base) == "numpy.generic")
    return safe_repr(type_dict(generic)["item"](value))


def _text(_: Members, value: Any) -> str:
    """Format numpy's text or bytes like the Python object of the same value."""
    base = str if any(base is str for base in type_mro(type(value))) else bytes
    return base.__repr__(value)


def _lazy_import(_: Members, value: Any) -> str:
    """Format a name that is not loaded before it is used (PEP 810): ``lazy_import('json')``."""
    try:
        name = repr(value).removeprefix("<lazy_import ").removesuffix(">")
    except RecursionError:  # of thousands of parts
        return "<lazy_import>"
    return f"lazy_import({name})"


_WORDS: dict[str, Words] = {
    "datetime.date": _date,
    "datetime.timedelta": _str,
    "datetime.datetime": _datetime,
    "datetime.time": _time,
    _ZONE: _zone,
    "numpy.datetime64": _str,
    "numpy.timedelta64": _str,
    "numpy.str_": _text,
    "numpy.bytes_": _text,
    "builtins.lazy_import": _lazy_import,
    **dict.fromkeys(_NUMBERS, _number),
}
