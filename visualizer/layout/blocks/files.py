"""The text on the card of a file; the library's objects inside the file are not drawn."""

from collections.abc import Mapping

from visualizer.layout.blocks.values import truncate
from visualizer.model import HeapObject, Other, Scalar
from visualizer.model import Mapping as MappingContent

_FILES = ("FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOWrapper")
"""Each type wraps the previous one: the first has the name, and closing it closes all."""
_CLOSED = "'__IOBase_closed'"
"""The attribute that Python sets on a closed file."""


def is_file(thing: HeapObject) -> bool:
    """Whether ``open`` returns such an object, or wraps one."""
    return thing.type in _FILES and isinstance(thing.content, Other)


def file_facts(content: Other, heap: Mapping[int, HeapObject]) -> tuple[str, ...]:
    """Return its recorded attributes, its position, and whether it is closed."""
    kept = _kept(content, heap)
    facts = [
        f"{name} {truncate(kept[key])}" for name in ("name", "mode") if (key := f"'{name}'") in kept
    ]
    closed = kept.get(_CLOSED, "False")
    if closed == "False":
        facts += [f"{name} {value}" for name, value in content.facts]
    return (*facts, f"closed {closed}")


def _kept(content: Other, heap: Mapping[int, HeapObject]) -> dict[str, str]:
    """Return the values, by key, in its dict and in the dicts of the files that it wraps."""
    found: dict[str, str] = {}
    for inner in (heap[serial] for serial in content.referents if serial in heap):
        match inner.content:
            case Other() if is_file(inner):
                found = _kept(inner.content, heap) | found
            case MappingContent(entries=entries):
                for key, value in entries:
                    match heap[key].content, heap[value].content:
                        case Scalar(text=name), Scalar(text=text):
                            found[name] = text
    return found
