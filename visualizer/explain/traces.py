"""What names refer to and objects hold, from step to step: the cells of a trace table."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from visualizer.explain.written import written
from visualizer.model import Delta, Frame, FrameKind, State

MODULE = ""
"""Stands for the function where a name is one of a file's globals."""


@dataclass(frozen=True, slots=True)
class WatchedName:
    """A name of a function, of its innermost call that there is, or a global one of a file."""

    file: str
    function: str
    name: str


@dataclass(frozen=True, slots=True)
class WatchedObject:
    """An object, and what it is called at the head of its column."""

    serial: int
    type: str


type Watched = WatchedName | WatchedObject


class Turn(Enum):
    """What became of something watched."""

    NEW = "new"
    CHANGED = "changed"
    COUNTED = "counted"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class TraceCell:
    """What there is from ``step`` on: an object, its value in a line, its count; or nothing.

    ``serial`` is None where the name does not exist, or the object; ``refcount`` is None besides
    where the object is immortal. ``turn`` says how this differs from what was before.
    """

    step: int
    serial: int | None
    text: str
    refcount: int | None
    turn: Turn


class Tracer:
    """Follows one thing watched along the steps, from the first on, none left out."""

    def __init__(self, watched: Watched) -> None:
        self._watched = watched
        self._serial: int | None = None
        self._text = ""
        self._refcount: int | None = None
        self._read: frozenset[int] = frozenset()
        """What the text was read from: while none of it changes, neither does the text."""

    @property
    def serial(self) -> int | None:
        """The object that is watched; None of a name."""
        watched = self._watched
        return watched.serial if isinstance(watched, WatchedObject) else None

    @property
    def is_there(self) -> bool:
        """Whether there was something at the step taken last."""
        return self._serial is not None

    def take(self, state: State, delta: Delta) -> TraceCell | None:
        """The cell of the step that ``delta`` led to, where it differs from the one before."""
        serial = self._find(state)
        if serial == self._serial and not self._touched(delta):
            return None
        before, text, refcount = self._serial, "", None
        if serial is not None:
            text, self._read = written(serial, state.heap)
            refcount = state.heap[serial].refcount
        turn = self._turn(before, serial, text, refcount)
        self._serial, self._text, self._refcount = serial, text, refcount
        step = delta.step.number
        return TraceCell(step, serial, text, refcount, turn) if turn is not None else None

    def _touched(self, delta: Delta) -> bool:
        return self._serial is not None and any(one.serial in self._read for one in delta.objects)

    def _turn(
        self, before: int | None, now: int | None, text: str, refcount: int | None
    ) -> Turn | None:
        if before is None or now is None:
            if before is now:
                return None
            return Turn.NEW if before is None else Turn.GONE
        if before != now or text != self._text:
            return Turn.CHANGED
        return Turn.COUNTED if refcount != self._refcount else None

    def _find(self, state: State) -> int | None:
        watched = self._watched
        if isinstance(watched, WatchedObject):
            return watched.serial if watched.serial in state.heap else None
        if watched.function == MODULE:
            names = state.globals.get(watched.file, ())
        else:
            names = next((one.locals for one in _calls(state, watched)), ())
        found = next((serial for name, serial in names if name == watched.name), None)
        return found if found in state.heap else None


def _calls(state: State, watched: WatchedName) -> Iterator[Frame]:
    """The calls of that function, the innermost of the step's own thread first."""
    for frame in reversed(state.frames):
        if frame.function == watched.function and frame.file == watched.file:
            yield frame
    for thread, frames in state.stacks.items():
        if state.step is None or thread != state.step.thread:
            for frame in reversed(frames):
                if frame.function == watched.function and frame.file == watched.file:
                    yield frame


def watched_name(frame: Frame, name: str) -> WatchedName:
    """How a name of a frame is watched."""
    is_module = frame.kind is FrameKind.MODULE
    return WatchedName(frame.file, MODULE if is_module else frame.function, name)


def cell_at(cells: list[TraceCell], step: int) -> TraceCell | None:
    """What held at a step, of cells in the order of their steps."""
    place = bisect_right(cells, step, key=lambda cell: cell.step)
    return cells[place - 1] if place else None
