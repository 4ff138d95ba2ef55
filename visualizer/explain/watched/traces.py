"""The cells of a trace: values of names, objects and expressions from step to step."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from visualizer.explain.sentence import Sentence
from visualizer.explain.watched.looks import (
    MODULE,
    ValueChange,
    Watched,
    WatchedExpression,
    WatchedName,
    WatchedObject,
    WatchedValue,
    evaluate_watch,
    resolve_name,
)
from visualizer.model import Delta, Frame, FrameKind, State


@dataclass(frozen=True, slots=True)
class TraceCell:
    """The object, value and count from ``step`` on.

    ``serial`` is None if the name or object does not exist, and for computed values; ``refcount``
    is None for immortal objects too. ``text`` is empty if there is no value; ``why`` is the reason,
    for an expression. ``change`` is the difference from the previous cell, None if they cannot be
    compared.
    """

    step: int
    serial: int | None
    text: str
    refcount: int | None
    change: ValueChange | None
    why: Sentence | None = None
    is_counted: bool = True
    """Whether the count of its object is known."""


class Tracer:
    """Follows one watch through all steps, from the first one."""

    def __init__(self, watched: Watched, sources: Mapping[str, str] | None = None) -> None:
        self._watched, self._sources = watched, sources or {}
        self._value = WatchedValue()
        self._refcount: int | None = None

    @property
    def serial(self) -> int | None:
        """The watched object; None for a name."""
        watched = self._watched
        return watched.serial if isinstance(watched, WatchedObject) else None

    @property
    def is_there(self) -> bool:
        """Whether the watch had a value at the last step."""
        return self._value.text is not None

    def next_cell(self, state: State, delta: Delta) -> TraceCell | None:
        """Return the cell of the step after ``delta`` if it differs from the previous cell."""
        if not isinstance(self._watched, WatchedExpression) and self._is_unchanged(state, delta):
            return None
        before, now = self._value, evaluate_watch(self._watched, state, self._sources)
        thing = state.heap.get(now.serial or 0)
        refcount = thing.refcount if thing is not None else None
        change = now.change_since(before)
        if change is None and now.serial == before.serial and refcount != self._refcount:
            change = ValueChange.COUNTED
        self._value, self._refcount = now, refcount
        if change is None and now.why == before.why:
            return None
        place, text = delta.step.number, now.text or ""
        known = thing is None or thing.is_measured
        return TraceCell(place, now.serial, text, refcount, change, now.why, known)

    def _is_unchanged(self, state: State, delta: Delta) -> bool:
        """Whether the object and everything that its text depends on are unchanged."""
        watched, before = self._watched, self._value
        if isinstance(watched, WatchedName):
            serial = resolve_name(watched, state)
            found = serial if serial in state.heap else None
        else:
            found = self.serial if self.serial in state.heap else None
        if found != before.serial:
            return False
        return found is None or not any(one.serial in before.read for one in delta.objects)


def watched_name(frame: Frame, name: str) -> WatchedName:
    """Return the watch for a name of a frame."""
    is_module = frame.kind is FrameKind.MODULE
    return WatchedName(frame.file, MODULE if is_module else frame.function, name)


def cell_at(cells: list[TraceCell], step: int) -> TraceCell | None:
    """Return the cell in effect at a step; ``cells`` are in the order of their steps."""
    place = bisect_right(cells, step, key=lambda cell: cell.step)
    return cells[place - 1] if place else None
