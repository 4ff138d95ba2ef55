"""Formats types that are written in annotations: ``list[int]``, ``int | None``.

Their own ``repr`` asks each argument for its name, which a metaclass of the program may answer.
Sources: Objects/genericaliasobject.c, Objects/unionobject.c.
"""

from __future__ import annotations

from visualizer.recorder.objects.classes import name_of_type, type_dict, type_mro, type_name
from visualizer.recorder.objects.texts import safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ALIAS, UNIONS = "types.GenericAlias", ("types.UnionType", "typing.Union")
"""The names of the types; a union was called ``UnionType`` until 3.13."""
MOST = 80
"""Characters of a formatted type."""
_DEEPEST = 6


def alias_text(value: Any) -> str:
    """Return the text of a generic alias or a union, at most ``MOST`` characters."""
    text = _text(value, 0)
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"


def _text(value: Any, depth: int) -> str:
    cls = type(value)
    if any(base is type for base in type_mro(cls)):
        return type_name(value)
    if value is ...:
        return "..."
    name = name_of_type(cls)
    if depth > _DEEPEST or (name != ALIAS and name not in UNIONS):
        return safe_repr(value)
    arguments = [_text(one, depth + 1) for one in _member(value, "__args__")]
    if name in UNIONS:
        return " | ".join("None" if one == "NoneType" else one for one in arguments)
    return f"{_text(_member(value, '__origin__'), depth + 1)}[{', '.join(arguments) or '()'}]"


def _member(value: Any, name: str) -> Any:
    return type_dict(type(value))[name].__get__(value)
