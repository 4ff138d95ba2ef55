"""Reads values of a report from a file, which may contain anything."""

from collections.abc import Mapping
from typing import Any


def number(found: object) -> float | None:
    """Return a number that can be drawn, which is finite and not negative; else None."""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    return float(found) if 0 <= found < 1e18 else None


def count(found: object) -> int:
    """Return an integer, 0 for invalid values."""
    return int(number(found) or 0)


def text(found: object) -> str:
    """Return a value as text, empty for missing values."""
    return str(found) if found else ""


def mapping(found: object) -> Mapping[str, Any]:
    """Return a mapping with text keys, empty for invalid values."""
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}


def rows(found: object) -> list[Mapping[str, Any]]:
    """Return the mappings in a list."""
    given = found if isinstance(found, list) else []
    return [mapping(one) for one in given if isinstance(one, dict)]


def pair(found: object) -> tuple[float, float] | None:
    """Return a pair of numbers; None for anything else."""
    values = numbers(found)
    return (values[0], values[1]) if len(values) == 2 else None


def pairs(found: object) -> tuple[tuple[float, float], ...]:
    """Return the pairs of numbers in a list."""
    given = found if isinstance(found, list) else ()
    return tuple(one for each in given if (one := pair(each)) is not None)


def numbers(found: object) -> tuple[float, ...]:
    """Return the numbers of a list, empty if any is invalid."""
    if not isinstance(found, list | tuple):
        return ()
    values = [number(one) for one in found]
    return tuple(one for one in values if one is not None) if None not in values else ()


def is_machine(found: Mapping[str, Any]) -> bool:
    """Whether a machine's description has every shown part."""
    parts = (("python", str), ("os", str), ("cpus", int), ("memory_bytes", int))
    return all(isinstance(found.get(key), kind) for key, kind in parts)


def texts(found: object) -> tuple[str, ...]:
    """Return the texts in a list."""
    if not isinstance(found, list | tuple):
        return ()
    return tuple(one for one in found if isinstance(one, str))
