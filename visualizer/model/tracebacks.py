"""Reads the traceback of a recorded exception."""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from visualizer.model.content import ExceptionBody, Other
from visualizer.model.evaluation import Span
from visualizer.model.run import Heap, HeapObject, content_of


class TracebackEntry(NamedTuple):
    """An entry: the object of its frame, if that is recorded, and its line, empty if unknown.

    ``position`` is that of the instruction in the frame's code; None if it is unknown.
    """

    frame: HeapObject | None
    line: str
    position: Span | None = None


def traceback_entries(exception: HeapObject | None, heap: Heap) -> Iterator[TracebackEntry]:
    """Yield the entries of an exception's traceback: first that of the frame it has reached.

    An object that is no exception has none.
    """
    return (_read(one, heap) for one in _tracebacks(exception, heap))


def raising_entry(exception: HeapObject | None, heap: Heap) -> TracebackEntry | None:
    """Return the entry of the frame that raised the exception; None if it is unknown.

    Reads this entry alone: a recursion that goes too deep has a thousand.
    """
    last = next(iter(deque(_tracebacks(exception, heap), maxlen=1)), None)
    if last is None or dict(last.named).get("tb_next") is not None:
        return None
    return _read(last, heap)


def _tracebacks(exception: HeapObject | None, heap: Heap) -> Iterator[Other]:
    content = exception.content if exception is not None else None
    at = content.traceback if isinstance(content, ExceptionBody) else None
    seen = set[int]()  # a damaged recording may have a cycle
    while at is not None and at not in seen and isinstance(entry := content_of(at, heap), Other):
        seen.add(at)
        yield entry
        at = dict(entry.named).get("tb_next")


def _read(entry: Other, heap: Heap) -> TracebackEntry:
    frame = heap.get(dict(entry.named).get("tb_frame", 0))
    facts = dict(entry.facts)
    position = tuple(map(int, filter(str.isdecimal, facts.get("position", "").split())))
    span = position if len(position) == 4 else None
    return TracebackEntry(frame, facts.get("tb_lineno", ""), span)
