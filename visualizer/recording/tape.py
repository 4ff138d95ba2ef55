"""Records as they come, cut into chunks, and followed when there is time for that."""

import re
import time
from array import array
from collections import deque
from collections.abc import Callable

from visualizer.recorder import wire
from visualizer.recording.chunks import (
    MOST_BYTES,
    MOST_STEPS,
    Chunk,
    ChunkRow,
    Passage,
    followed,
    lines_row,
)
from visualizer.recording.follow import Follower
from visualizer.recording.indexer import Indexer, KeyframeRow
from visualizer.recording.raw_objects import Fault
from visualizer.recording.skim import WHOLE, WROTE, Skim
from visualizer.recording.storage import unpack_records

ENDLESS = float("inf")
"""More work than there is."""
_AT_HAND = 16 << 20
"""Bytes of records that wait to be followed and are kept as they are; more are unpacked again."""
_ENDS = [wire.EVENTS.index(event) for event in ("finish", "uncaught")]
_END = re.compile(b"[%s]" % bytes([*_ENDS, *(event | WROTE for event in _ENDS)]))


class Tape:
    """The steps of a run: ``add`` keeps them, ``follow`` finds out whether they can be true.

    ``read_again`` gives the row of a chunk that was taken away by ``take_rows``. ``ended`` is the
    event by which the program's own code ended, once it has. ``is_cut`` says that all rows behind
    the last one are to be deleted, because a record lied.
    """

    def __init__(self, read_again: Callable[[int], ChunkRow]) -> None:
        self._read_again = read_again
        self._chunk = Chunk(1, 1)
        self._lines = array("q")
        """Which line each step of the chunk under way is about to run."""
        self._skim = Skim(self._lines)
        self._backlog: deque[tuple[int, bytes | None]] = deque()
        self._at_hand = 0
        self._rows: dict[int, ChunkRow] = {}
        self._keyframes: list[KeyframeRow] = []
        self._touched: dict[int, ChunkRow] = {}
        self._line_rows: dict[int, ChunkRow] = {}
        self._waiting = 0
        self.indexer = Indexer(Follower(is_compact=True))
        self.keyframes = 0
        self.last_event: int | None = None
        self.ended: int | None = None
        self.is_cut = False

    # ---- what came ----

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return self._chunk.first - 1 + len(self._chunk.events)

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return self._chunk.number if self._chunk.records else self._chunk.number - 1

    @property
    def failure(self) -> str | None:
        """What the recorder says went wrong with it."""
        return self._skim.failure

    @property
    def waiting(self) -> int:
        """Bytes of whole chunks and keyframes that wait to be taken away."""
        return self._waiting

    def add(self, records: bytes, most: int = WHOLE) -> int:
        """Keep whole records until there are ``most`` steps in all; how many bytes that were.

        Raises ``Fault`` where they cannot be records.
        """
        at, size = 0, len(records)
        while at < size:
            if self._chunk.is_full:
                self._close()
            chunk, start = self._chunk, at
            before = len(chunk.events)
            room = min(MOST_STEPS - before, most - self.steps)
            end = min(size, at + MOST_BYTES - len(chunk.records))
            at = self._skim.take(records, at, end, chunk.events, room)
            if at == start:
                break
            chunk.records += memoryview(records)[start:at]
            chunk.dirty = True
            if len(chunk.events) > before:
                self.last_event = chunk.events[-1] & ~WROTE
                if self.ended is None and (found := _END.search(chunk.events, before)):
                    self.ended = found[0][0] & ~WROTE
        return at

    def _close(self) -> None:
        chunk = self._chunk
        records = bytes(chunk.records) if self._at_hand <= _AT_HAND else None
        self._at_hand += len(records or b"")
        self._backlog.append((chunk.number, records))
        self._chunk = Chunk(chunk.number + 1, self.steps + 1)
        self._put(chunk.row())
        self._line_rows[chunk.number] = lines_row(chunk.number, self._lines)
        del self._lines[:]

    def _put(self, row: ChunkRow) -> None:
        number = int(row[0])
        self._waiting += weight(row) - weight(self._rows.get(number, ()))
        self._rows[number] = row

    # ---- following ----

    @property
    def is_followed(self) -> bool:
        """Whether all steps have been followed."""
        return not self._backlog and self.indexer.offset == len(self._chunk.records)

    def follow(self, until: float | None = None, work: float = ENDLESS) -> bool:
        """Follow the steps until it is late or so much work is done; whether all have been.

        Raises ``Fault`` where a record cannot follow what came before; the steps end before it.
        """
        most = self.indexer.work + work
        while self._backlog:
            if self.indexer.work >= most or (until is not None and time.monotonic() > until):
                return False
            number, records = self._backlog[0]
            row = self._rows.get(number) or self._read_again(number)
            if not self._take(records or _records(row), int(row[2]), until):
                return False
            row = followed(row, self.indexer.passage)
            self._put(row)
            self._touched[number] = self.indexer.passage.touched_row()
            self._backlog.popleft()
            self._at_hand -= len(records or b"")
            self.indexer.go_on(weight(row))
        chunk = self._chunk
        if self.is_followed:
            return True
        # Once it has been followed it is to be stored with what that has told.
        chunk.dirty = self._take(bytes(chunk.records), len(chunk.events), until) or chunk.dirty
        return self.is_followed

    def _take(self, records: bytes, steps: int, until: float | None) -> bool:
        if records and (keyframe := self.indexer.due_keyframe()):
            self._keyframes.append(keyframe)
            self._waiting += weight(keyframe)
            self.keyframes += 1
        try:
            whole = self.indexer.take(records, until)
            if whole and len(self.indexer.passage.events) != steps:
                raise Fault("steps that are not whole")
        except Fault:
            self._cut_off(records)
            raise
        return whole

    def _cut_off(self, records: bytes) -> None:
        """Give up what comes behind the last step that was good."""
        indexer = self.indexer
        passage = indexer.passage
        self._chunk = chunk = Chunk(passage.number, passage.first)
        chunk.records += records[: indexer.offset]
        chunk.events += passage.events
        chunk.dirty = self.is_cut = True
        self._backlog.clear()
        self._rows = {at: row for at, row in self._rows.items() if at < chunk.number}
        self._touched = {at: row for at, row in self._touched.items() if at < chunk.number}
        self._line_rows = {at: row for at, row in self._line_rows.items() if at < chunk.number}

    # ---- rows ----

    def take_rows(self) -> list[ChunkRow]:
        """The chunks that are new, or have changed."""
        chunk, indexer = self._chunk, self.indexer
        if chunk.dirty:
            passage: Passage | None = None
            is_here = indexer.passage.number == chunk.number
            if is_here and indexer.offset == len(chunk.records):
                passage = indexer.passage
                self._touched[chunk.number] = passage.touched_row()
            self._put(chunk.row(passage))
        found, self._rows = [*self._rows.values()], {}
        self._waiting = sum(map(weight, self._keyframes))
        return found

    def take_touched(self) -> list[ChunkRow]:
        """Which objects the chunks touch that were followed since."""
        found, self._touched = [*self._touched.values()], {}
        return found

    def take_lines(self) -> list[ChunkRow]:
        """Which lines the chunks run that became full since."""
        found, self._line_rows = [*self._line_rows.values()], {}
        return found

    def take_keyframes(self) -> list[KeyframeRow]:
        """The keyframes that are new."""
        found, self._keyframes = self._keyframes, []
        self._waiting = sum(map(weight, self._rows.values()))
        return found


def weight(row: tuple[int | bytes, ...]) -> int:
    """How many bytes a row takes, its numbers left out."""
    return sum(len(value) for value in row if isinstance(value, bytes))


def _records(row: ChunkRow) -> bytes:
    size, data = row[4], row[7]
    if not isinstance(size, int) or not isinstance(data, bytes):
        raise Fault("a chunk that is not what it was")
    return unpack_records(data, size)
