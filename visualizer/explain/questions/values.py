"""Parses and compares typed values."""

import ast
import warnings


class NotReadable(ValueError):
    """A text is not a literal of Python."""


def read_value(text: str) -> object:
    """Return the value of a literal; raises ``NotReadable``."""
    try:
        with warnings.catch_warnings():
            # Suppress Python's warning about an unknown escape sequence.
            warnings.simplefilter("ignore")
            return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise NotReadable(text) from error


def is_same(one: object, other: object) -> bool:
    """Whether two values are equal and have the same types throughout.

    ``1`` differs from ``1.0`` and ``True``; order matters where it does in Python.
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
    """Whether each value has an equal one among the others, in any order."""
    return len(some) == len(others) and all(any(is_same(a, b) for b in others) for a in some)
