"""Values as somebody types them, and whether two are the same."""

import ast
import cmath
import warnings

_PLAIN = (bool, int, float, str, bytes, type(None))


class NotReadable(ValueError):
    """A text is no value as it is written in Python."""


def read_value(text: str) -> object:
    """The value that is written there; raises ``NotReadable``."""
    try:
        with warnings.catch_warnings():
            # Of an odd backslash Python would warn where nobody reads it.
            warnings.simplefilter("ignore")
            return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise NotReadable(text) from error


def can_be_typed(value: object) -> bool:
    """Whether it is made of nothing but values that are read as they are written."""
    match value:
        case list() | tuple() | set() | frozenset():
            return all(map(can_be_typed, value))
        case dict():
            return all(map(can_be_typed, (*value, *value.values())))
        case float() if cmath.isnan(value) or cmath.isinf(value):
            return False
    return type(value) in _PLAIN


def is_same(one: object, other: object) -> bool:
    """Whether they are equal and of the same types throughout; order counts where Python has one.

    ``1`` is not ``1.0`` or ``True``.
    """
    if type(one) is not type(other):
        return False
    match one, other:
        case (list() | tuple(), list() | tuple()):
            return len(one) == len(other) and all(map(is_same, one, other))
        case (set() | frozenset(), set() | frozenset()):
            return _all_found(list(one), list(other))
        case (dict(), dict()):
            return _all_found(list(one.items()), list(other.items()))
    return one == other


def _all_found(some: list[object], others: list[object]) -> bool:
    """Whether each is among the others, however they are ordered."""
    return len(some) == len(others) and all(any(is_same(a, b) for b in others) for a in some)
