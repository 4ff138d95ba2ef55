"""Follows records as they arrive, and cuts them into chunks with their index."""

from visualizer.recording.follow.follower import native, new_follower
from visualizer.recording.follow.keyframe import keyframe_of
from visualizer.recording.follow.plain.raw_objects import Fault
from visualizer.recording.storage import pack_pieces, sealed
from visualizer.recording.write.chunks import ChunkSummary, Row, chunk_row, lines_row, touched_row

MOST_STEPS = 512
MOST_BYTES = 256 << 10
"""A chunk is full when it has this many steps or this many bytes before compression."""
_OBJECT_WEIGHT = 8
"""Compressed bytes, about, of an object in a keyframe that the last one did not have."""
_A_STEP, _A_BYTE = (0.7, 0.0005) if native is not None else (7.0, 0.02)
"""Microseconds, roughly, that a step and a byte of its records take to unpack and to follow."""
_AN_OBJECT, _LEAST = 0.5, 500.0
"""Microseconds, roughly, to read an object of a keyframe; and the least for any keyframe."""


class RecordLog:
    """The steps of a run: ``add`` takes their records in, ``rows`` returns the rows to store.

    The follower knows everything else about the run.
    """

    def __init__(self) -> None:
        self.follower = new_follower(is_indexing=True)
        self.keyframes = 0
        self._number, self._first = 1, 1
        self._records = bytearray()
        self._is_dirty = False
        self._rows: dict[str, list[Row]] = {"chunk": [], "touched": [], "lines": [], "keyframe": []}
        self._waiting = 0
        self._keyframe: Row | None = None
        """The keyframe before the new chunk, until that has a record: the run may end."""
        self._weight = self._work = 0.0
        """Bytes stored since the last keyframe, and microseconds to follow them."""
        self._last_keyframe = 0, 0
        """Its number of objects, and its bytes."""

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return self._number if self._records else self._number - 1

    @property
    def waiting(self) -> int:
        """Bytes of whole chunks and keyframes that wait to be stored."""
        return self._waiting

    def add(self, records: bytes, most: int) -> int:
        """Take in whole records until there are ``most`` steps in all; return their bytes.

        Raises ``Fault`` for a record that cannot follow the earlier ones; it keeps those.
        """
        follower, at, size = self.follower, 0, len(records)
        while at < size:
            self._close_if_full()
            start = at
            end = min(size, at + MOST_BYTES - len(self._records))
            room = min(MOST_STEPS - follower.chunk_steps, most - follower.steps)
            try:
                at = follower.follow(records, at, end, room)
            except Fault:
                self._keep(records, start, follower.at)
                raise
            if at == start:
                break
            self._keep(records, start, at)
        return at

    def _keep(self, records: bytes, start: int, end: int) -> None:
        if end == start:
            return
        self._records += memoryview(records)[start:end]
        self._is_dirty = True
        if self._keyframe is not None:
            self._put("keyframe", self._keyframe)
            self._keyframe = None
            self.keyframes += 1

    def _close_if_full(self) -> None:
        """Begin another chunk where this one is full, and a keyframe before it if one is due."""
        follower = self.follower
        if follower.chunk_steps < MOST_STEPS and len(self._records) < MOST_BYTES:
            return
        self._work += follower.chunk_steps * _A_STEP + len(self._records) * _A_BYTE
        summary = self._put_chunk()
        self._put("lines", lines_row(self._number, summary))
        self._number, self._first = self._number + 1, self._first + len(summary.events)
        self._records.clear()
        follower.begin_chunk()
        if self._is_keyframe_due():
            self._take_keyframe()

    def _put_chunk(self) -> ChunkSummary:
        """Add the rows of the chunk so far to the rows to store."""
        summary = ChunkSummary.of(self.follower.chunk_facts())
        row = chunk_row(self._number, self._first, self._records, summary)
        self._put("chunk", row)
        self._put("touched", touched_row(self._number, summary))
        self._is_dirty = False
        return summary

    def _put(self, table: str, row: Row) -> None:
        self._rows[table].append(row)
        size = sum(len(value) for value in row if isinstance(value, bytes))
        self._waiting += size
        self._weight += size if table == "chunk" else 0

    # ---- keyframes ----

    def _is_keyframe_due(self) -> bool:
        """Whether it takes no more room than the data since the last, and no more time to read."""
        objects = max(self.follower.count, 1)
        return bool(
            self.follower.steps
            and not self.follower.goes_on
            and self._weight >= self._keyframe_weight(objects)
            and self._work >= max(_LEAST, objects * _AN_OBJECT)
        )

    def _keyframe_weight(self, objects: int) -> int:
        """Estimate the bytes of a keyframe here from the last one."""
        known, weight = self._last_keyframe
        if objects < known:
            return weight * objects // known
        return weight + (objects - known) * _OBJECT_WEIGHT

    def _take_keyframe(self) -> None:
        follower = self.follower
        data, size = pack_pieces(keyframe_of(follower))
        self._keyframe = sealed(self._number, follower.steps, follower.highest, size, data)
        self._weight = self._work = 0.0
        self._last_keyframe = follower.count, len(data)

    # ---- rows ----

    def rows(self) -> dict[str, list[Row]]:
        """Return the new rows since the last call, by table; the last chunk as it is so far."""
        if self._is_dirty:
            self._put_chunk()
        found = self._rows
        self._rows = {table: [] for table in found}
        self._waiting = 0
        return found
