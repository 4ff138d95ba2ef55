"""Read a recording, finished or still growing."""

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from visualizer.model import DamagedRecording, End, EndReason, Event
from visualizer.recorder import wire
from visualizer.recording import chunks, heads, storage
from visualizer.recording.alive import is_alive
from visualizer.recording.check import check_recording
from visualizer.recording.cursor import Cursor
from visualizer.recording.making import not_kept
from visualizer.recording.outputs import Outputs
from visualizer.recording.rows import ChunkPlace, KeyframePlace, Rows

_KILLED = End(EndReason.RECORDER_FAILED, "the recorder was killed before the program ended")


class Recording:
    """A recording that is being read; ``open`` makes one.

    ``damage`` is the first fault met so far, as one line for a person; what can be read in spite
    of it is there. ``end`` is None while the recording still grows. ``names``, ``places``,
    ``keyframes`` and ``rows`` are for cursors.
    """

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.path = rows.path
        self.damage: str | None = None
        self.header = heads.Header(storage.VERSION, rows.path.stem, "", "")
        self.tally = heads.Tally()
        self.end: End | None = None
        self.sources: dict[str, str] = {}
        self.bookmarks: tuple[heads.Bookmark, ...] = ()
        self.places: list[ChunkPlace] = []
        self.keyframes: list[KeyframePlace] = []
        self.names: list[str] = []
        self._outputs = Outputs(rows)
        self._events: list[bytes] = []
        self._sources_read = 0
        self._writer: object = None

    @classmethod
    def open(cls, path: Path) -> "Recording":
        """Open ``path``.

        Raises ``CannotRun`` when there is no such file or it may not be read, ``DamagedRecording``
        when it is no recording. One that is damaged opens, as far as it can be read.
        """
        found = cls(Rows(path))
        found._read()
        return found

    def close(self) -> None:
        """Let go of the file; cursors are of no use afterwards."""
        self.rows.close()

    @property
    def steps(self) -> int:
        """How many steps there are so far."""
        return self.places[-1].first + self.places[-1].steps - 1 if self.places else 0

    @property
    def grows(self) -> bool:
        """Whether the program still runs."""
        return self.end is None

    @property
    def peak_heap_bytes(self) -> int:
        """The largest sum of the sizes of all objects at a step, so far."""
        return self.tally.peak_heap_bytes

    def refresh(self) -> bool:
        """Take in what has come since; whether anything has."""
        if not self.grows:
            return False
        before = (self.tally, self.bookmarks)
        self._read()
        return self.end is not None or before != (self.tally, self.bookmarks)

    def cursor(self) -> Cursor:
        """A new cursor, before the first step."""
        return Cursor(self)

    def output(
        self, stream: Literal["stdout", "stderr", "stdin"], start: int = 0, end: int | None = None
    ) -> bytes:
        """The bytes from ``start`` to ``end`` of what the program wrote or read."""
        return self._outputs.read(stream, start, end)

    def steps_with(self, *events: Event) -> Sequence[int]:
        """The steps of these events, in order; from the index, without decoding the steps."""
        kinds = [wire.EVENTS.index(event) for event in events]
        return self._steps_where({byte for byte in range(256) if byte & 0x0F in kinds})

    def steps_with_output(self) -> Sequence[int]:
        """The steps at which there was more output than at the step before."""
        return self._steps_where({byte for byte in range(256) if byte & chunks.WROTE})

    def steps_with_collections(self) -> Sequence[int]:
        """The steps that come after a run of the cyclic collector."""
        return self._steps_where({byte for byte in range(256) if byte & chunks.COLLECTED})

    def check(self) -> None:
        """Read and verify everything; ``DamagedRecording`` names the first fault."""
        with self.rows.reading():
            if self.end is None:
                # What has come since belongs to the same picture.
                self._look()
            check_recording(self)

    def set_bookmark(self, step: int, note: str | None) -> None:
        """Write ``note`` at ``step`` into the file, or take it away. Raises ``NotKept``."""
        marks = [mark for mark in self.bookmarks if mark[0] != step]
        if note is not None:
            marks.append((step, note))
        marks.sort()
        try:
            heads.store_bookmarks(self.path, marks)
        except sqlite3.Error as error:
            raise not_kept(self.path, error) from error
        self.bookmarks = tuple(marks)

    # ---- reading ----

    def _read(self) -> None:
        self._look()
        if self.end is None and not is_alive(self._writer):
            # It may have written its last words since we looked.
            self._look()
            if self.end is None:
                self.end = _KILLED
        self.rows.stays_open = self.end is not None

    def _look(self) -> None:
        """Read what is new, each part for itself: one that is damaged leaves the others."""
        parts = (
            self._read_about,
            self._read_tally,
            self._read_bookmarks,
            self._read_end,
            self._read_names,
            self._read_sources,
            self._read_places,
            self._read_keyframes,
            self._outputs.refresh,
            self._compare,
        )
        with self.rows.reading():
            for part in parts:
                try:
                    part()
                except DamagedRecording as error:
                    self.damage = self.damage or str(error)

    def _read_about(self) -> None:
        self.header, self._writer = heads.read_about(self.rows)

    def _read_tally(self) -> None:
        self.tally = heads.read_tally(self.rows)

    def _read_bookmarks(self) -> None:
        self.bookmarks = heads.read_bookmarks(self.rows)

    def _read_end(self) -> None:
        self.end = heads.read_end(self.rows)

    def _read_names(self) -> None:
        while len(self.names) < self.tally.names:
            self.names += self.rows.names(len(self.names))

    def _read_sources(self) -> None:
        for number in range(self._sources_read + 1, self.tally.sources + 1):
            file, text = self.rows.source(number)
            self.sources[file] = text
            self._sources_read = number

    def _read_places(self) -> None:
        # The last chunk may have grown since.
        if self.places:
            self.places.pop()
        for place in self.rows.chunk_places(self.places[-1] if self.places else None):
            self.places.append(place)

    def _read_keyframes(self) -> None:
        last = self.keyframes[-1].chunk if self.keyframes else 0
        self.keyframes += self.rows.keyframe_places(last)

    def _compare(self) -> None:
        """What is there must be what the tally says."""
        tally = self.tally
        found = (self.steps, len(self.places), len(self.keyframes), self._outputs.written())
        if found != (tally.steps, tally.chunks, tally.keyframes, tally.written):
            raise self.rows.damaged(f"a part is missing: {self.steps} of {tally.steps} steps found")

    def _steps_where(self, bytes_: set[int]) -> list[int]:
        pattern = re.compile(b"[" + b"".join(re.escape(bytes((one,))) for one in bytes_) + b"]")
        found: list[int] = []
        if not bytes_:
            return found
        for index, place in enumerate(self.places):
            if index >= len(self._events):
                self._events.append(b"")
            if len(self._events[index]) != place.steps:
                self._events[index] = self.rows.events(place.number, place.steps)
            first = place.first
            found += [first + match.start() for match in pattern.finditer(self._events[index])]
        return found
