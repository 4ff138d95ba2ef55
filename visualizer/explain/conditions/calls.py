"""Calls in a condition: builtin functions and methods that run no code of the program."""

import builtins
from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

from visualizer.explain.conditions.computing import whole
from visualizer.explain.conditions.reaching import entry
from visualizer.explain.conditions.seen import Seen
from visualizer.explain.recorded_values import (
    MOST_ITEMS,
    Undecidable,
    ancestors,
    doubt,
    leaves,
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
_ORDERING = ("list", "tuple")
"""Those whose results have the items of a set in its order; `str` also those of sets inside."""
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
_LIBRARY: Mapping[str, type] = {
    **dict.fromkeys(("OrderedDict", "defaultdict", "Counter"), dict),
    **dict.fromkeys(("deque", "function", "method", "generator", "module"), object),
}
"""Types of the library, and the builtin type from which each derives."""


def call(function: str, value: object, seen: Seen, text: str) -> object:
    """Return the result of one of the ``FUNCTIONS``."""
    if function == "len":
        return length_of(value, seen, text)
    made = whole(value, seen, text)
    # An object of the program may compare or add by its own code.
    if any(isinstance(one, Thing) for one in leaves(made)):
        raise doubt("condition.runs_code", text)
    is_set = function in _ORDERING and isinstance(made, set | frozenset) and len(made) > 1
    if is_set or (function == "str" and _has_order_of_set(made)):
        raise doubt("condition.not_recorded", text)
    if isinstance(made, range) and len(made) > MOST_ITEMS:
        raise doubt("condition.too_long", text)
    return _result(FUNCTIONS[function], (made,), text)


def _has_order_of_set(value: object) -> bool:
    """Whether the items of a value are in the order of a set, which differs in another process."""
    if isinstance(value, set | frozenset):
        return len(value) > 1
    inner = (*value, *value.values()) if isinstance(value, dict) else value
    return isinstance(inner, list | tuple) and any(map(_has_order_of_set, inner))


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


# ---- isinstance ----


def builtin_type(name: str) -> type | None:
    """Return the builtin type of that name."""
    found = getattr(builtins, name, None)
    return found if isinstance(found, type) else None


def is_instance(value: object, kinds: Iterable[object], seen: Seen, text: str) -> bool:
    """Whether a value is an instance of one of ``kinds``: builtin types, and recorded classes.

    Raises ``Undecidable`` if that depends on classes of a library, whose bases are not recorded.
    """
    return any(_is_of(value, _kind(kind, seen, text), seen, text) for kind in kinds)


def _kind(kind: object, seen: Seen, text: str) -> type | int:
    """Return a builtin type, or the serial of another class."""
    if isinstance(kind, type):
        return kind
    if not isinstance(kind, Thing):
        raise doubt("condition.raises", text, error="TypeError")
    body = _body(kind.serial, seen, text)
    return (None if body.bases else builtin_type(body.name)) or kind.serial


def _is_of(value: object, kind: type | int, seen: Seen, text: str) -> bool:
    if not isinstance(value, Thing):
        return isinstance(kind, type) and isinstance(value, kind)
    own, outside = _classes_of(value, seen, text)
    known = [_LIBRARY.get(name) or builtin_type(name) for name in outside]
    if isinstance(kind, type):
        is_found = any(one is not None and issubclass(one, kind) for one in known)
    else:
        body = _body(kind, seen, text)
        if body.bases:
            return kind in own
        is_found = body.name in outside
    if not is_found and None in known:
        raise doubt("condition.not_recorded", text)
    return is_found


def _classes_of(thing: Thing, seen: Seen, text: str) -> tuple[Container[int], list[str]]:
    """Return the classes of an object: serials, and the names of those not of the program."""
    one = seen.shown(thing.serial)
    content = None if one is None else one.content
    if isinstance(content, Instance | ExceptionBody) and content.cls is not None:
        chain = ancestors(content.cls, seen)
        if chain is not None:
            return chain, [body.name for body in chain.values() if not body.bases]
    elif one is not None:
        return (), [one.type]
    raise doubt("condition.not_recorded", text)


def _body(cls: int, seen: Seen, text: str) -> ClassBody:
    one = seen.shown(cls)
    if one is None or not isinstance(one.content, ClassBody):
        raise doubt("condition.raises", text, error="TypeError")
    if one.type != "type":
        # A metaclass may override ``isinstance``.
        raise doubt("condition.runs_code", text)
    return one.content
