"""What names refer to, objects hold and expressions come to, from step to step: a trace's cells."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from visualizer.explain.looks import (
    MODULE,
    Look,
    Turn,
    Watched,
    WatchedExpression,
    WatchedName,
    WatchedObject,
    look,
    named,
)
from visualizer.explain.sentence import Sentence
from visualizer.model import Delta, Frame, FrameKind, State


@dataclass(frozen=True, slots=True)
class TraceCell:
    """What there is from ``step`` on: an object, its value in a line, its count; or nothing.

    ``serial`` is None where the name does not exist, or the object, and of what was computed;
    ``refcount`` is None besides where the object is immortal. ``text`` is empty where there is no
    value; ``why`` says of an expression why not. ``turn`` says how this differs from what was
    before, None where nothing can be compared.
    """

    step: int
    serial: int | None
    text: str
    refcount: int | None
    turn: Turn | None
    why: Sentence | None = None


class Tracer:
    """Follows one thing watched along the steps, from the first on, none left out."""

    def __init__(self, watched: Watched, sources: Mapping[str, str] | None = None) -> None:
        self._watched, self._sources = watched, sources or {}
        self._look = Look()
        self._refcount: int | None = None

    @property
    def serial(self) -> int | None:
        """The object that is watched; None of a name."""
        watched = self._watched
        return watched.serial if isinstance(watched, WatchedObject) else None

    @property
    def is_there(self) -> bool:
        """Whether there was something at the step taken last."""
        return self._look.text is not None

    def take(self, state: State, delta: Delta) -> TraceCell | None:
        """The cell of the step that ``delta`` led to, where it differs from the one before."""
        if not isinstance(self._watched, WatchedExpression) and self._stands(state, delta):
            return None
        before, now = self._look, look(self._watched, state, self._sources)
        thing = state.heap.get(now.serial or 0)
        refcount = thing.refcount if thing is not None else None
        turn = now.turned(before)
        if turn is None and now.serial == before.serial and refcount != self._refcount:
            turn = Turn.COUNTED
        self._look, self._refcount = now, refcount
        if turn is None and now.why == before.why:
            return None
        return TraceCell(delta.step.number, now.serial, now.text or "", refcount, turn, now.why)

    def _stands(self, state: State, delta: Delta) -> bool:
        """Whether the same object is there, and none that its text was read from is another."""
        watched, before = self._watched, self._look
        if isinstance(watched, WatchedName):
            serial = named(watched, state)
            found = serial if serial in state.heap else None
        else:
            found = self.serial if self.serial in state.heap else None
        if found != before.serial:
            return False
        return found is None or not any(one.serial in before.read for one in delta.objects)


def watched_name(frame: Frame, name: str) -> WatchedName:
    """How a name of a frame is watched."""
    is_module = frame.kind is FrameKind.MODULE
    return WatchedName(frame.file, MODULE if is_module else frame.function, name)


def cell_at(cells: list[TraceCell], step: int) -> TraceCell | None:
    """What held at a step, of cells in the order of their steps."""
    place = bisect_right(cells, step, key=lambda cell: cell.step)
    return cells[place - 1] if place else None
