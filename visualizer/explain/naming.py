"""What to call an object in a sentence: ``int 11``, ``list #4``, ``function f2``."""

from collections.abc import Mapping

from visualizer.model import ClassBody, Function, HeapObject, Module, Scalar

LONGEST_VALUE = 24

_KINDS = {"type": "class", "method": "bound method", "ReferenceType": "weakref"}
"""What the types of the interpreter are called whose own name says less, or something else."""


def kind_of(type_: str) -> str:
    """What objects of a type are called, wherever it is said: as on their cards."""
    return _KINDS.get(type_, type_)


def describe(serial: int, heap: Mapping[int, HeapObject]) -> str:
    """A plain value by type and value, what has a name by that, anything else by its number."""
    thing = heap.get(serial)
    if thing is None:
        return f"#{serial}"
    match thing.content:
        case Scalar(text=text):
            return text if text in (thing.type, "None") else f"{thing.type} {cut(text)}"
        case Function(name=name):
            return f"function {name}"
        case ClassBody(name=name):
            return f"class {name}"
        case Module(name=name):
            return f"module {name}"
    return f"{kind_of(thing.type)} #{serial}"


def cut(text: str) -> str:
    """A value short enough for a sentence, its closing quote kept."""
    if len(text) <= LONGEST_VALUE:
        return text
    quote = text[-1] if text[-1] in "'\"" else ""
    return text[: LONGEST_VALUE - 1 - len(quote)] + "…" + quote
