"""Reads the data of an open file in a recording."""

from visualizer.model.content import Content, Other, Scalar
from visualizer.model.content import Mapping as MappingContent
from visualizer.model.run import Heap, HeapObject

_FILES = ("FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOWrapper")
"""Each type wraps the previous one: the first has the name, and closing it closes all."""
_IN_MEMORY = ("StringIO", "BytesIO")
"""Files without a name."""
_CLOSED = "'__IOBase_closed'"
"""The attribute that Python sets on a closed file."""


def is_file(thing: HeapObject) -> bool:
    """Whether it is a file in memory, or a file that ``open`` returns or wraps."""
    return thing.type in (*_FILES, *_IN_MEMORY) and isinstance(thing.content, Other)


def is_stored_file(thing: HeapObject) -> bool:
    """Whether it is a file outside of the program's memory."""
    return thing.type in _FILES and is_file(thing)


def is_closed(content: Content, heap: Heap) -> bool:
    """Whether it is the content of a closed file; one in memory has a fact about it."""
    if not isinstance(content, Other):
        return False
    kept = file_attributes(content, heap)
    return dict(content.facts).get("closed", kept.get(_CLOSED)) == "True"


def file_attributes(content: Other, heap: Heap) -> dict[str, str]:
    """Return the values, by key, in its dict and in the dicts of the files that it wraps.

    Keys and values are as Python writes them: ``'name'``.
    """
    found: dict[str, str] = {}
    for inner in (heap[serial] for serial in content.referents if serial in heap):
        match inner.content:
            case Other() if is_file(inner):
                found = file_attributes(inner.content, heap) | found
            case MappingContent(entries=entries):
                for key, value in entries:
                    match heap[key].content, heap[value].content:
                        case Scalar(text=name), Scalar(text=text):
                            found[name] = text
    return found
