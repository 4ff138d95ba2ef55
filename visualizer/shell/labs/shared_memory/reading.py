"""Values out of a report that may come from a file: nothing in it is trusted."""

from collections.abc import Mapping
from typing import Any


def number(found: object) -> float | None:
    """A figure that can be drawn: finite, and not below 0."""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    return float(found) if 0 <= found < 1e18 else None


def count(found: object) -> int:
    """A whole number, 0 where it is none."""
    return int(number(found) or 0)


def text(found: object) -> str:
    """As text, empty where there is none."""
    return str(found) if found else ""


def mapping(found: object) -> Mapping[str, Any]:
    """With names as keys, an empty one where it is none."""
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}


def rows(found: object) -> list[Mapping[str, Any]]:
    """Those of a list that are mappings."""
    given = found if isinstance(found, list) else []
    return [mapping(one) for one in given if isinstance(one, dict)]


def pair(found: object) -> tuple[float, float] | None:
    """Two figures."""
    values = numbers(found)
    return (values[0], values[1]) if len(values) == 2 else None


def numbers(found: object) -> tuple[float, ...]:
    """All that are figures, if all are."""
    if not isinstance(found, list | tuple):
        return ()
    values = [number(one) for one in found]
    return tuple(one for one in values if one is not None) if None not in values else ()


def texts(found: object) -> tuple[str, ...]:
    """Those of a list that are text."""
    if not isinstance(found, list | tuple):
        return ()
    return tuple(one for one in found if isinstance(one, str))
