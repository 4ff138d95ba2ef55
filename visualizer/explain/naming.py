"""What to call an object in a sentence: ``int 11``, ``list [3, 1, …]``, ``function f2``."""

from collections.abc import Iterable, Mapping
from itertools import islice

from visualizer.model import (
    ClassBody,
    ExceptionBody,
    Function,
    HeapObject,
    Instance,
    Module,
    Scalar,
    Sequence,
)
from visualizer.model import Mapping as MappingContent

LONGEST_VALUE = 24
_FEW, _LONGEST_ITEM = 3, 12
_BRACKETS = {"list": ("[", "]"), "tuple": ("(", ")"), "set": ("{", "}")}

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


def describe_by_value(serial: int, heap: Mapping[int, HeapObject]) -> str:
    """An object as the picture shows it: a container with what it begins with, an instance by the
    first plain value that it has; what has none by its number."""
    thing = heap.get(serial)
    content = thing.content if thing is not None else None
    if thing is None:
        return describe(serial, heap)
    if isinstance(content, Sequence) and thing.type in _BRACKETS:
        opening, closing = _BRACKETS[thing.type]
        within = _few((_brief(one, heap) for one in content.items), content.length)
        return f"{thing.type} {opening}{within}{closing}"
    if isinstance(content, MappingContent) and thing.type == "dict":
        entries = (f"{_brief(key, heap)}: {_brief(value, heap)}" for key, value in content.entries)
        return f"dict {{{_few(entries, content.length)}}}"
    if isinstance(content, ExceptionBody):
        return thing.type
    if isinstance(content, Instance):
        plain = (heap[one].content for _, one in content.attributes if one in heap)
        first = next((one for one in plain if isinstance(one, Scalar)), None)
        if first is not None:
            return f"{kind_of(thing.type)} {cut(first.text)}"
    return describe(serial, heap)


def _few(words: Iterable[str], length: int | None) -> str:
    """The first of what is in a container, and a sign for the rest."""
    said = list(islice(words, _FEW))
    return ", ".join([*said, "…"] if length is None or length > len(said) else said)


def _brief(serial: int, heap: Mapping[int, HeapObject]) -> str:
    thing = heap.get(serial)
    if thing is None or not isinstance(thing.content, Scalar):
        return "…"
    text = thing.content.text
    return text if len(text) <= _LONGEST_ITEM else f"{text[: _LONGEST_ITEM - 1]}…"


def cut(text: str) -> str:
    """A value short enough for a sentence, its closing quote kept."""
    if len(text) <= LONGEST_VALUE:
        return text
    quote = text[-1] if text[-1] in "'\"" else ""
    return text[: LONGEST_VALUE - 1 - len(quote)] + "…" + quote
