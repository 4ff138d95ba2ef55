"""Checks a stored report, which may contain anything, before it is shown."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

type Shape = Any
"""A check of a value; a dictionary of shapes for some of its keys; a list with the shape of each
item, or empty; a tuple of shapes, one of which holds; or the value itself, None also if missing.
"""


def fits(found: object, shape: Shape) -> bool:
    """Whether a value has a shape."""
    match shape:
        case dict():
            return isinstance(found, dict) and all(
                fits(found.get(key), one) for key, one in shape.items()
            )
        case [] | [_] if isinstance(shape, list):
            return isinstance(found, list) and all(
                any(fits(one, each) for each in shape) for one in found
            )
        case tuple():
            return any(fits(found, one) for one in shape)
    return bool(shape(found)) if callable(shape) else found == shape


def completed(found: Any, shape: Shape) -> Any:
    """Return a value that fits a shape, with None for each key that is missing."""
    match shape:
        case dict():
            return found | {key: completed(found.get(key), one) for key, one in shape.items()}
        case [] | [_] if isinstance(shape, list):
            return [completed(one, each) for each in shape for one in found]
        case tuple():
            return completed(found, next(one for one in shape if fits(found, one)))
    return found


def taken[Kind](kind: type[Kind], row: Mapping[str, Any]) -> Kind:
    """Return a dataclass with those of its fields that are in a row of results."""
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    return kind(**{key: one for key, one in row.items() if key in names and one is not None})


def amount(found: object) -> bool:
    """Whether a value is a number that can be drawn: finite and not negative."""
    return isinstance(found, int | float) and not isinstance(found, bool) and 0 <= found < 1e18


def difference(found: object) -> bool:
    """Whether a value is a finite number."""
    return isinstance(found, int | float) and abs(found) < 1e18


def count(most: int) -> Callable[[object], bool]:
    """Check for a whole number from 1 to ``most``."""
    return lambda found: type(found) is int and 0 < found <= most


def text(found: object) -> bool:
    """Whether a value is a text."""
    return isinstance(found, str)


def pair(found: object) -> bool:
    """Whether a value is a pair of numbers."""
    return fits(found, [amount]) and isinstance(found, list) and len(found) == 2


def each(shape: Shape) -> Callable[[object], bool]:
    """Check that all values of a dictionary have a shape."""
    return lambda found: isinstance(found, dict) and fits([*found.values()], [shape])


def texts(found: object) -> tuple[str, ...]:
    """Return the texts in a list."""
    given = found if isinstance(found, list | tuple) else ()
    return tuple(one for one in given if isinstance(one, str))


MACHINE = {"python": text, "os": text, "cpus": count(100_000), "memory_bytes": amount}
"""The shape of a machine's description."""
