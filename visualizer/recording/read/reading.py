"""Read a recording, finished or still growing."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from visualizer.model import DamagedRecording, Event, VisualizerError
from visualizer.recording.index.change_index import ChangeIndex
from visualizer.recording.index.events import EventIndex
from visualizer.recording.index.lines import LineIndex
from visualizer.recording.index.lives import Lives
from visualizer.recording.index.run_profile import RunProfile
from visualizer.recording.metadata import store_bookmarks
from visualizer.recording.read.check import check_checksums, check_recording
from visualizer.recording.read.chunk_reader import ChunkReader, PeekedRecording
from visualizer.recording.read.cursor import Cursor
from visualizer.recording.read.evaluations import Evaluations
from visualizer.recording.read.rows import Rows
from visualizer.recording.read.stored import Stored
from visualizer.recording.write.making import not_kept


class Recording(Stored):
    """A recording that is being read; ``open`` makes one."""

    def __init__(self, path: Path) -> None:
        super().__init__(Rows(path))
        self.path = path
        self.index = EventIndex(self)
        self.lives = Lives(self)
        self.lines = LineIndex(self)
        self.evaluations = Evaluations(self)
        self.run_profile = RunProfile(self)
        self.change_index = ChangeIndex(self)
        try:
            self.read_on()
        except DamagedRecording:
            self.close()
            raise

    @classmethod
    def open(cls, path: Path) -> "Recording":
        """Open ``path``.

        Raises ``CannotRun`` when there is no such file or it may not be read, ``DamagedRecording``
        when it is no recording. A damaged one opens as far as it can be read.
        """
        return cls(path)

    def hold(self) -> "Recording":
        """Return itself, after copying a file that is finished and not large into memory."""
        self.rows.hold()
        return self

    def close(self) -> None:
        """Close the file; its cursors are invalid afterwards."""
        self.rows.close()

    # ---- facts about the recording ----

    @property
    def thread_names(self) -> dict[int, str]:
        """Every thread that was seen so far, and its name."""
        return self.tally.threads

    @property
    def peak_heap_bytes(self) -> int:
        """The largest sum of the sizes of all objects at a step, so far."""
        return self.tally.peak_heap_bytes

    def set_bookmark(self, step: int, note: str | None) -> None:
        """Write ``note`` at ``step`` into the file; None removes it. Raises ``NotKept``."""
        marks = [mark for mark in self.bookmarks if mark[0] != step]
        if note is not None:
            marks.append((step, note))
        marks.sort()
        self.rows.let_write()
        try:
            store_bookmarks(self.path, marks)
        except sqlite3.Error as error:
            raise not_kept(self.path, error) from error
        self.bookmarks = tuple(marks)

    # ---- reading on ----

    def refresh(self) -> bool:
        """Take in what is new; return whether anything is."""
        if self.end is not None:
            return False
        before = (self.tally, self.bookmarks, self.end)
        self.read_on()
        return before != (self.tally, self.bookmarks, self.end)

    def cursor(self) -> Cursor:
        """A new cursor, before the first step."""
        return Cursor(self)

    def chunk_reader(self) -> ChunkReader:
        """Return a reader of the records themselves, before the first step."""
        return ChunkReader(self)

    def peek(self) -> PeekedRecording:
        """Return a reader for looking at steps in passing, in order."""
        return PeekedRecording(self)

    def output(
        self, stream: Literal["stdout", "stderr", "stdin"], start: int = 0, end: int | None = None
    ) -> bytes:
        """The bytes from ``start`` to ``end`` of what the program wrote or read."""
        return self.outputs.read(stream, start, end)

    @property
    def typed(self) -> tuple[tuple[int, int, str], ...]:
        """Each line of input, with the numbers of steps and of bytes of output before it.

        Lines that a terminal echoed are in the output instead.
        """
        found, start = [], 0
        for step, before, end in self.tally.inputs:
            text = self.output("stdin", start, end).decode("utf-8", "surrogateescape")
            found.append((step, before, text.removesuffix("\n")))
            start = end
        return tuple(found)

    def steps_with(self, *events: Event) -> Sequence[int]:
        """The steps of these events, in order; from the index, without decoding the steps."""
        return self.index.steps_of(*events)

    def require_step(self, step: int | None = None) -> None:
        """Raise ``VisualizerError`` if there is no such step, or no step at all.

        If the file has lost its end, it is ``DamagedRecording``: the run may have had the step.
        """
        steps, file = self.steps, self.path
        if (step or 1) > steps:
            self.require_whole()
        if step is not None and not 1 <= step <= steps:
            raise VisualizerError(
                "{file}: there is no step {step}; the last is {last}",
                file=file,
                step=step,
                last=steps,
            )
        if not steps:
            raise VisualizerError(
                "{file}: there is no step to show; record the program again", file=file
            )

    def check(self) -> None:
        """Read and verify everything; ``DamagedRecording`` names the first fault."""
        with self.rows.reading():
            if self.end is None:
                # Look within this transaction, so that all parts are of one moment.
                self.look()
            check_recording(self)

    def check_checksums(self) -> None:
        """Read every row and verify its checksum, without following the run: quicker."""
        with self.rows.reading():
            check_checksums(self)
