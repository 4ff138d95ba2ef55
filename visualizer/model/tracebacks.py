"""Reads the traceback of a recorded exception."""

from collections.abc import Iterator
from typing import NamedTuple

from visualizer.model.content import ExceptionBody, Other
from visualizer.model.evaluation import Span
from visualizer.model.run import Heap, HeapObject, content_of


class TracebackEntry(NamedTuple):
    """An entry: the object of its frame, if that is recorded, and its line, empty if unknown.

    ``is_last`` is true for the entry of the frame that raised the exception. ``position`` is that
    of the instruction in the frame's code; None if it is unknown.
    """

    frame: HeapObject | None
    line: str
    is_last: bool
    position: Span | None = None


def traceback_entries(exception: HeapObject | None, heap: Heap) -> Iterator[TracebackEntry]:
    """Yield the entries of an exception's traceback: first that of the frame it has reached.

    An object that is no exception has none.
    """
    content = exception.content if exception is not None else None
    at = content.traceback if isinstance(content, ExceptionBody) else None
    seen = set[int]()  # a damaged recording may have a cycle
    while at is not None and at not in seen and isinstance(entry := content_of(at, heap), Other):
        seen.add(at)
        named = dict(entry.named)
        at = named.get("tb_next")
        frame = heap.get(named.get("tb_frame", 0))
        facts = dict(entry.facts)
        position = tuple(map(int, filter(str.isdecimal, facts.get("position", "").split())))
        span = position if len(position) == 4 else None
        yield TracebackEntry(frame, facts.get("tb_lineno", ""), at is None, span)
