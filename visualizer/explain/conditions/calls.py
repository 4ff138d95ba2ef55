"""Calls in a condition: builtin functions and methods that run no code of the program."""

import builtins
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from visualizer.explain.conditions.computing import whole
from visualizer.explain.conditions.reaching import entry
from visualizer.explain.conditions.seen import Seen
from visualizer.explain.recorded_values import (
    MOST_ITEMS,
    Undecidable,
    ancestors,
    doubt,
    length_of,
)
from visualizer.model import ClassBody, ExceptionBody, Instance, Thing

FUNCTIONS: Mapping[str, Callable[[Any], object]] = {
    one.__name__: one
    for one in (
        *(len, min, max, sum, sorted, abs, round, all, any, ord, chr),
        *(bool, int, float, str, list, tuple, set, frozenset),
    )
}
"""Functions of one value."""
_METHODS: Mapping[type, tuple[str, ...]] = {
    str: (
        *("startswith", "endswith", "isalpha", "isdigit", "isalnum", "isdecimal", "isnumeric"),
        *("isspace", "isupper", "islower", "istitle", "isidentifier", "lower", "upper", "title"),
        *("capitalize", "strip", "lstrip", "rstrip", "split", "count", "find", "index"),
    ),
    list: ("count", "index"),
    tuple: ("count", "index"),
    dict: ("get",),
    set: ("issubset", "issuperset", "isdisjoint"),
    float: ("is_integer",),
}
METHODS = frozenset(name for names in _METHODS.values() for name in names)
MOST_ARGUMENTS = 3
_DERIVED = {"OrderedDict": dict, "defaultdict": dict, "Counter": dict}
"""Types of the library whose objects count as those of a builtin one."""


def call(function: str, value: object, seen: Seen, text: str) -> object:
    """Return the result of one of the ``FUNCTIONS``."""
    if function == "len":
        return length_of(value, seen, text)
    made = whole(value, seen, text)
    if has_things(made):
        raise doubt("condition.runs_code", text)
    if isinstance(made, range) and len(made) > MOST_ITEMS:
        raise doubt("condition.too_long", text)
    return _result(FUNCTIONS[function], (made,), text)


def call_method(
    of: object, name: str, arguments: tuple[object, ...], seen: Seen, text: str
) -> object:
    """Return the result of one of the ``METHODS``; only objects of exact builtin types have it."""
    if of is None:
        raise doubt("condition.none", text)
    if name == "get" and isinstance(of, Thing) and 1 <= len(arguments) <= 2:
        try:
            return entry(seen, of.serial, arguments[0], text)
        except Undecidable as fault:
            if fault.message.key != "condition.no_item":
                raise
            return arguments[1] if len(arguments) == 2 else None
    made = whole(of, seen, text)
    if isinstance(made, Thing):
        raise doubt("condition.runs_code", text)
    if name not in _METHODS.get(type(made), ()):
        raise doubt("condition.no_attribute", text)
    given = tuple(whole(one, seen, text) for one in arguments)
    return _result(getattr(made, name), given, text)


def _result(function: Callable[..., object], values: tuple[object, ...], text: str) -> object:
    try:
        return function(*values)
    except (TypeError, ValueError, ArithmeticError) as error:
        raise doubt("condition.raises", text, error=type(error).__name__) from None


def has_things(value: object) -> bool:
    """Whether there is an object in it that may compare, or add, by code of the program."""
    if isinstance(value, dict):
        return any(map(has_things, value)) or any(map(has_things, value.values()))
    if isinstance(value, list | tuple | set | frozenset):
        return any(map(has_things, value))
    return isinstance(value, Thing)


# ---- isinstance ----


def builtin_type(name: str) -> type | None:
    """Return the builtin type of that name."""
    found = getattr(builtins, name, None)
    return found if isinstance(found, type) else None


def is_instance(value: object, kinds: Iterable[object], seen: Seen, text: str) -> bool:
    """Whether a value is an instance of one of ``kinds``: builtin types, and recorded classes."""
    return any(_is_of(value, kind, seen, text) for kind in kinds)


def _is_of(value: object, kind: object, seen: Seen, text: str) -> bool:
    name = None if isinstance(kind, type) else _name_of(kind, seen, text)
    if not isinstance(value, Thing):
        return isinstance(kind, type) and isinstance(value, kind)
    one = seen.shown(value.serial)
    content = None if one is None else one.content
    if isinstance(content, Instance | ExceptionBody) and content.cls is not None:
        chain = ancestors(content.cls, seen)
        if chain is None:
            raise doubt("condition.not_recorded", text)
        if isinstance(kind, Thing):
            return kind.serial in chain
        return any(_derives(body.name, kind) for body in chain.values() if not body.bases)
    if one is None:
        raise doubt("condition.not_recorded", text)
    return one.type == name if name is not None else _derives(one.type, kind)


def _name_of(kind: object, seen: Seen, text: str) -> str:
    """Return the name of a recorded class that asks no code of its own what its instances are."""
    one = seen.shown(kind.serial) if isinstance(kind, Thing) else None
    if one is None or not isinstance(one.content, ClassBody):
        raise doubt("condition.raises", text, error="TypeError")
    if one.type != "type":
        raise doubt("condition.runs_code", text)
    return one.content.name


def _derives(name: str, kind: object) -> bool:
    """Whether a type of the library counts as a builtin one; all count as ``object``."""
    found = builtin_type(name)
    if found is None:
        found = _DERIVED.get(name, object)
    return isinstance(kind, type) and issubclass(found, kind)
