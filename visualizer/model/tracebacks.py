"""Reads the traceback of a recorded exception."""

from collections.abc import Iterator
from typing import NamedTuple

from visualizer.model.content import ExceptionBody, Other
from visualizer.model.evaluation import Span
from visualizer.model.run import Heap, HeapObject, content_of


class TracebackEntry(NamedTuple):
    """An entry: the object of its frame, if that is recorded, and its line, empty if unknown.

    ``position`` is that of the instruction in the frame's code; None if it is unknown.
    ``is_last`` is false if a call from that frame has raised the exception.
    """

    frame: HeapObject | None
    line: str
    position: Span | None = None
    is_last: bool = True


def traceback_entries(exception: HeapObject | None, heap: Heap) -> Iterator[TracebackEntry]:
    """Yield the entries of an exception's traceback: first that of the frame it has reached.

    An object that is no exception has none.
    """
    return (_read(one, heap) for one in _tracebacks(exception, heap))


def raising_entry(exception: HeapObject | None, heap: Heap) -> TracebackEntry | None:
    """Return the entry of the last frame of the program: it, or a library that it called, raised.

    None if it is unknown. Reads this entry alone: a recursion that goes too deep has a thousand.
    """
    last, own = None, None
    for last in _tracebacks(exception, heap):
        frame = content_of(dict(last.named).get("tb_frame"), heap)
        # The frame object of a library has no facts.
        own = last if isinstance(frame, Other) and frame.facts else own
    if own is None or last is None or dict(last.named).get("tb_next") is not None:
        return None
    return _read(own, heap)._replace(is_last=own is last)


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
