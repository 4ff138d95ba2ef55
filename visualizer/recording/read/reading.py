"""Read a recording, finished or still growing."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from visualizer.model import DamagedRecording, End, Event
from visualizer.recording.index.change_index import TouchIndex
from visualizer.recording.index.events import EventIndex
from visualizer.recording.index.lines import LineIndex
from visualizer.recording.index.lives import Lives
from visualizer.recording.index.run_profile import RunProfile
from visualizer.recording.metadata import Bookmark, Header, store_bookmarks
from visualizer.recording.read.check import check_checksums, check_recording
from visualizer.recording.read.cursor import Cursor
from visualizer.recording.read.peek import PeekedRecording
from visualizer.recording.read.rows import Rows
from visualizer.recording.read.stored import Stored
from visualizer.recording.write.making import not_kept


class Recording:
    """A recording that is being read; ``open`` makes one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows = Rows(path)
        self._stored = Stored(self._rows)
        self.index = EventIndex(self._stored)
        self.lives = Lives(self._stored)
        self.lines = LineIndex(self._stored)
        self.course = RunProfile(self._stored)
        self.touches = TouchIndex(self._stored)
        try:
            self._stored.refresh()
        except DamagedRecording:
            self._rows.close()
            raise

    @classmethod
    def open(cls, path: Path) -> "Recording":
        """Open ``path``.

        Raises ``CannotRun`` when there is no such file or it may not be read, ``DamagedRecording``
        when it is no recording. One that is damaged opens, as far as it can be read.
        """
        return cls(path)

    def close(self) -> None:
        """Let go of the file; cursors are of no use afterwards."""
        self._rows.close()

    # ---- what it says about itself ----

    @property
    def header(self) -> Header:
        """What is known of it before its first step."""
        return self._stored.header

    @property
    def steps(self) -> int:
        """How many steps there are so far."""
        return self._stored.steps

    @property
    def end(self) -> End | None:
        """How the run ended; None while the recording still grows."""
        return self._stored.end

    @property
    def damage(self) -> str | None:
        """The first fault met on opening, as one line for a person; the rest can be read."""
        return self._stored.damage

    @property
    def sources(self) -> dict[str, str]:
        """The text of each traced file, by its path relative to the program's folder."""
        return self._stored.sources

    @property
    def thread_names(self) -> dict[int, str]:
        """Every thread that was seen so far, and its name."""
        return self._stored.tally.threads

    @property
    def peak_heap_bytes(self) -> int:
        """The largest sum of the sizes of all objects at a step, so far."""
        return self._stored.tally.peak_heap_bytes

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Steps with a note, in order."""
        return self._stored.bookmarks

    def set_bookmark(self, step: int, note: str | None) -> None:
        """Write ``note`` at ``step`` into the file, or take it away. Raises ``NotKept``."""
        marks = [mark for mark in self.bookmarks if mark[0] != step]
        if note is not None:
            marks.append((step, note))
        marks.sort()
        # A connection that stays open would keep the other from writing.
        self._rows.close()
        try:
            store_bookmarks(self.path, marks)
        except sqlite3.Error as error:
            raise not_kept(self.path, error) from error
        self._stored.bookmarks = tuple(marks)

    # ---- reading on ----

    def refresh(self) -> bool:
        """Take in what has come since; whether anything has."""
        stored = self._stored
        if stored.end is not None:
            return False
        before = (stored.tally, stored.bookmarks)
        stored.refresh()
        return self.end is not None or before != (stored.tally, stored.bookmarks)

    def cursor(self) -> Cursor:
        """A new cursor, before the first step."""
        return Cursor(self._stored)

    def glance(self) -> PeekedRecording:
        """For a look at steps on the way, in order."""
        return PeekedRecording(self._stored)

    def output(
        self, stream: Literal["stdout", "stderr", "stdin"], start: int = 0, end: int | None = None
    ) -> bytes:
        """The bytes from ``start`` to ``end`` of what the program wrote or read."""
        return self._stored.outputs.read(stream, start, end)

    def steps_with(self, *events: Event) -> Sequence[int]:
        """The steps of these events, in order; from the index, without decoding the steps."""
        return self.index.steps_of(*events)

    def check(self) -> None:
        """Read and verify everything; ``DamagedRecording`` names the first fault."""
        with self._rows.reading():
            if self.end is None:
                # What has come since belongs to the same picture.
                self._stored.look()
            check_recording(self._stored)

    def check_checksums(self) -> None:
        """Read every row and verify its checksum, without following the run: quicker."""
        with self._rows.reading():
            check_checksums(self._stored)
