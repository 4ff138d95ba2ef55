"""Formats an object's value in one short line, much as Python's ``repr``."""

from visualizer.explain import kind_of
from visualizer.model import (
    ClassBody,
    Function,
    Instance,
    Mapping,
    Module,
    Scalar,
    Sequence,
    State,
    attributes_in_order,
)

_LIST = ("[", "]")
_BRACKETS = {"tuple": ("(", ")"), "set": ("{", "}"), "frozenset": ("{", "}")}
LETTERS = 60
"""The maximum number of characters of a text."""
_ITEMS, _DEEP = 8, 2


def value_line(state: State, serial: int, depth: int = 0) -> str:
    """Return a short form of a value: first items of a container, attributes of an instance.

    It uses recorded values only, so no code of the program runs.
    """
    thing = state.heap.get(serial)
    if thing is None:
        return "…"
    content = thing.content
    match content:
        case Scalar(text=text):
            return text if len(text) <= LETTERS else f"{text[:LETTERS]}…"
        case Sequence(items=items, length=length):
            left, right = _BRACKETS.get(thing.type, _LIST)
            comma = "," if thing.type == "tuple" and length == 1 else ""
            inside = _join_first(
                [value_line(state, one, depth + 1) for one in items[:_ITEMS]], length
            )
            return (
                f"{left}…{right}" if depth >= _DEEP and length else f"{left}{inside}{comma}{right}"
            )
        case Mapping(entries=entries, length=length):
            pairs = [
                f"{value_line(state, key, depth + 1)}: {value_line(state, value, depth + 1)}"
                for key, value in (entries[:_ITEMS] if depth < _DEEP else ())
            ]
            return f"{{{_join_first(pairs, length)}}}"
        case Instance(base=None):
            attributes = attributes_in_order(thing, state.heap)
            pairs = [
                f"{name}={value_line(state, one, depth + 1)}"
                for name, one in (attributes[:_ITEMS] if depth == 0 else ())
            ]
            return f"{thing.type}({_join_first(pairs, len(attributes))})"
        case Function(name=name):
            return f"<function {name}>"
        case ClassBody(name=name):
            return f"<class {name}>"
        case Module(name=name):
            return f"<module {name}>"
    return f"<{kind_of(thing.type)}>"


def _join_first(texts: list[str], length: int) -> str:
    """Join the first of ``length`` texts, with dots for the rest."""
    return ", ".join([*texts, "…"] if length > len(texts) else texts)
