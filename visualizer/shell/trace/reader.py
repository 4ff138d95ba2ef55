"""Reads a recording for a trace table in slices, on a thread of its own."""

from __future__ import annotations

import time
from array import array
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal

from visualizer.model import Event, VisualizerError
from visualizer.shell.worker import Worker

if TYPE_CHECKING:
    from visualizer.explain.watched.looks import Watched
    from visualizer.explain.watched.traces import TraceCell, Tracer
    from visualizer.recording import Cursor, Recording

_SLICE = 0.03
"""The duration of a slice in seconds, after which the thread handles other requests."""
EVENTS = tuple(Event)


@dataclass(slots=True)
class Places:
    """For each step from the first on: its line, and the indexes of its event and file."""

    files: list[str] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("l"))
    events: bytearray = field(default_factory=bytearray)
    file_of: array[int] = field(default_factory=lambda: array("H"))

    def __len__(self) -> int:
        return len(self.lines)

    def note(self, file: str, line: int, event: Event) -> None:
        """Add the next step."""
        if file not in self.files:
            self.files.append(file)
        self.lines.append(line)
        self.events.append(EVENTS.index(event))
        self.file_of.append(self.files.index(file))

    def extend(self, other: Places) -> None:
        """Add further steps; ``other`` uses the same indexes for files."""
        self.files = other.files
        self.lines.extend(other.lines)
        self.events.extend(other.events)
        self.file_of.extend(other.file_of)


@dataclass(slots=True)
class Slice:
    """The results since the last signal: new cells by their column's token, and new steps."""

    cells: dict[int, list[TraceCell]]
    places: Places
    reached: int = 0
    """The last step read for the columns that are furthest behind."""
    is_last: bool = False


@dataclass(slots=True)
class _Walk:
    """A group of columns that have been read up to the same step."""

    cursor: Cursor
    tracers: dict[int, Tracer]
    step: int = 0
    ends: bool = False
    """Whether reading ends with the life of the watched object."""


def _birth(cursor: Cursor, serial: int, here: int) -> int:
    """Return the first step with an object that exists at ``here``; lives have no gaps."""
    low, high = 1, here
    while low < high:
        middle = (low + high) // 2
        if serial in cursor.seek(middle).heap:
            high = middle
        else:
            low = middle + 1
    return low


class TraceReader(Worker):
    """Follows watched values from the first step on; values added later catch up."""

    slice_read = Signal(int, object)

    def __init__(self) -> None:
        super().__init__("trace", QThread.Priority.LowPriority)
        self._number = 0
        self._recording: Recording | None = None
        self._walks: list[_Walk] = []
        self._known = 0
        self._files: list[str] = []
        self._under_way = False

    def watch(self, number: int, path: Path, wanted: dict[int, Watched], here: int) -> None:
        """Follow the values ``wanted`` of the recording at ``path``; signals carry ``number``.

        ``here``: a step at which the watched objects exist; they are followed only from birth to
        death; 0: everything is followed from the first step on.
        """
        from visualizer.explain.watched.traces import Tracer
        from visualizer.recording import Recording

        if number != self._number or self._recording is None:
            self.give_up()
            self._number = number
            try:
                self._recording = Recording.open(path)
            except VisualizerError:
                # The view of the steps reports the damage.
                return
        followed: set[int] = set()
        for walk in self._walks:
            for token in [token for token in walk.tracers if token not in wanted]:
                del walk.tracers[token]
            followed |= set(walk.tracers)
        sources = self._recording.sources
        fresh = {
            token: Tracer(one, sources) for token, one in wanted.items() if token not in followed
        }
        self._walks = [walk for walk in self._walks if walk.tracers]
        if fresh:
            self._walks.append(self._begin(self._recording, fresh, here))
        self.read_on()

    def _begin(self, recording: Recording, fresh: dict[int, Tracer], here: int) -> _Walk:
        """Begin a walk; with ``here``, skip the steps before the first object was created."""
        walk = _Walk(recording.cursor(), fresh)
        serials = [one.serial for one in fresh.values() if one.serial is not None]
        if here and serials:
            with suppress(VisualizerError, ValueError):
                walk.step = min(_birth(walk.cursor, one, here) for one in serials) - 1
        walk.ends = bool(here)
        return walk

    def read_on(self) -> None:
        """Read what the recorder has added."""
        if self._recording is None:
            return
        try:
            self._recording.refresh()
        except VisualizerError:
            return
        if not self._under_way:
            self._under_way = True
            self.ask(self._go_on)

    def _go_on(self) -> None:
        self._under_way = False
        recording = self._recording
        if recording is None:
            return
        found = Slice({}, Places(self._files))
        end = time.monotonic() + _SLICE
        try:
            while (walk := self._behind(recording)) is not None and time.monotonic() < end:
                self._step(walk, found)
                found.reached = walk.step
            found.is_last = walk is None
        except (VisualizerError, ValueError):
            found.is_last = True
        if not found.is_last:
            self._under_way = True
            self.ask(self._go_on)
        found.places.files = list(self._files)
        self.slice_read.emit(self._number, found)

    def _behind(self, recording: Recording) -> _Walk | None:
        """Return the columns to read next; columns at the same step are read together."""
        behind = [walk for walk in self._walks if walk.step < recording.steps]
        if behind:
            return behind[0]
        for walk in self._walks[1:]:
            self._walks[0].tracers |= walk.tracers
        del self._walks[1:]
        return None

    def _step(self, walk: _Walk, found: Slice) -> None:
        from visualizer.explain.steps.lines import place_of_step

        step = walk.step + 1
        delta = walk.cursor.delta(step)
        if step == self._known + 1:
            self._known = step
            ran = place_of_step(walk.cursor.seek(walk.step), delta)
            found.places.note(*(ran or ("", 0)), delta.step.event)
        state = walk.cursor.seek(step)
        walk.step = step
        for token, tracer in walk.tracers.items():
            cell = tracer.next_cell(state, delta)
            if cell is not None:
                found.cells.setdefault(token, []).append(cell)
        if walk.ends and not any(one.is_there for one in walk.tracers.values()):
            self._walks.remove(walk)

    def give_up(self) -> None:
        """Close the recording."""
        self._walks, self._known, self._files = [], 0, []
        if self._recording is not None:
            self._recording.close()
            self._recording = None
