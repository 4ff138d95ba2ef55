"""The facts that a recording's file gives about itself, and the places of its rows."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from visualizer.model import DamagedRecording, End, EndReason
from visualizer.recording import metadata, storage
from visualizer.recording.read.file_checks import missing_bytes
from visualizer.recording.read.outputs import Outputs
from visualizer.recording.read.places import ChunkPlace, KeyframePlace
from visualizer.recording.read.rows import Rows
from visualizer.recording.write.alive import is_alive

_KILLED = End(EndReason.RECORDER_FAILED, "the recorder was killed before the program ended")


class Stored:
    """The results of ``look``.

    ``header`` is known before the first step, ``end`` is how the run ended, None while it lasts.
    ``damage`` is the first fault, as one line for a person; the parts around it are read.
    ``sources`` are the texts of the traced files, by their paths relative to the program's folder,
    ``bookmarks`` steps with a note, in order.
    """

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.damage: str | None = None
        self.header = metadata.Header(storage.FIRST_VERSION, rows.path.stem, "", "")
        self.tally = metadata.Tally()
        self.end: End | None = None
        self.bookmarks: tuple[metadata.Bookmark, ...] = ()
        self.sources: dict[str, str] = {}
        self.names: list[str] = []
        self.places: list[ChunkPlace] = []
        self.keyframes: list[KeyframePlace] = []
        self.outputs = Outputs(rows)
        self._sources_read = 0
        self._writer: object = None

    @property
    def steps(self) -> int:
        """How many steps there are so far."""
        return self.places[-1].first + self.places[-1].steps - 1 if self.places else 0

    def require_whole(self) -> None:
        """Raise the first fault found so far, a ``DamagedRecording``, if there is one."""
        if self.damage is not None:
            raise DamagedRecording(self.damage)

    def read_on(self) -> None:
        """Read what is new; set ``end`` if nothing more can come."""
        self.look()
        if self.end is None and not is_alive(self._writer):
            # The writer may have written its last rows since that look.
            self.look()
            if self.end is None:
                self.end = _KILLED
        self.rows.stays_open = self.end is not None

    def look(self) -> None:
        """Read what is new, each part on its own: a damaged part does not affect the others."""
        parts = (
            *(self._about, self._tally, self._bookmarks, self._end),
            *(self._names, self._sources, self._places, self._keyframes),
            *(self.outputs.refresh, self._compare),
        )
        with self.rows.reading():
            for part in parts:
                self._try(part)
            # Keep reading a finished recording from the open file, even if another replaces it.
            self.rows.stays_open = self.end is not None

    def chunk_of(self, step: int) -> int:
        """Which chunk a step is in, counted from 0."""
        return bisect_right(self.places, step, key=lambda place: place.first) - 1

    def chunks(self, step: int, direction: int) -> Iterator[ChunkPlace]:
        """Yield the chunk of a step, then those after it (``direction`` 1) or before it (-1)."""
        at = max(self.chunk_of(max(step, 1)), 0)
        while 0 <= at < len(self.places):
            yield self.places[at]
            at += direction

    # ---- looking ----

    def _try(self, part: Callable[[], None]) -> None:
        try:
            part()
        except DamagedRecording as error:
            self.damage = self.damage or str(error)

    def _about(self) -> None:
        self.header, self._writer = metadata.read_about(self.rows)

    def _tally(self) -> None:
        self.tally = metadata.read_tally(self.rows)

    def _bookmarks(self) -> None:
        self.bookmarks = metadata.read_bookmarks(self.rows)

    def _end(self) -> None:
        self.end = metadata.read_end(self.rows)

    def _names(self) -> None:
        while len(self.names) < self.tally.names:
            self.names += self.rows.names(len(self.names))

    def _sources(self) -> None:
        for number in range(self._sources_read + 1, self.tally.sources + 1):
            file, text = self.rows.source(number)
            self.sources[file] = text
            self._sources_read = number

    def _places(self) -> None:
        # The last chunk may have grown since.
        if self.places:
            self.places.pop()
        for place in self.rows.chunk_places(self.places[-1] if self.places else None):
            self.places.append(place)

    def _keyframes(self) -> None:
        last = self.keyframes[-1].chunk if self.keyframes else 0
        self.keyframes += self.rows.keyframe_places(last)

    def _compare(self) -> None:
        """Compare the parts found with the tally."""
        tally = self.tally
        if missing_bytes(self.rows.path):
            # More is missing than the tables show: pages that they refer to come later in the file.
            raise self.rows.damaged("")
        found = (self.steps, len(self.places), len(self.keyframes), self.outputs.written())
        if found != (tally.steps, tally.chunks, tally.keyframes, tally.written):
            raise self.rows.damaged(f"a part is missing: {self.steps} of {tally.steps} steps found")
