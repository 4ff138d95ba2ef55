"""Write a recording while the program runs."""

import contextlib
import sqlite3
import time
import zlib
from pathlib import Path
from typing import Literal

from visualizer.model import DamagedRecording, End, Event, NotKept
from visualizer.recorder import wire
from visualizer.recording.alive import myself
from visualizer.recording.chunks import Chunk, OutputPieces, index_byte, whereabouts
from visualizer.recording.ends import end_as_json
from visualizer.recording.follow import Follower
from visualizer.recording.keyframes import keyframe
from visualizer.recording.making import BESIDE, make_recording, not_kept
from visualizer.recording.raw_objects import Fault
from visualizer.recording.storage import STREAMS, connect, head_row, pack_pieces, seal, to_json

_WAITING = 4 << 20
"""Bytes that may wait in memory for the next ``flush``."""
_PATIENCE = 2.0
"""Seconds to wait for readers to be done, at the end."""
_PAGE = 4096
"""Bytes of a page of the file, SQLite's default and set when it is made."""
_OBJECT_COST = 24
"""Compressed bytes that an object takes in a keyframe, before one has been measured."""

EVENTS = tuple(Event(name) for name in wire.EVENTS)

type _Row = tuple[int | bytes, ...]


class Writer:
    """The one who writes a recording of ``program`` (its name, as shown) to ``path``.

    A file that was there is replaced. What has been flushed stays readable whatever happens to
    this process. Raises ``NotKept`` when the disk is full or may not be written.
    """

    def __init__(self, path: Path, program: str) -> None:
        self.path = path
        self._about: dict[str, object] = {
            "program": program,
            "python": "",
            "recorder": "",
            "writer": myself(),
        }
        self._follower = Follower(is_compact=True)
        self._raw = self._follower.raw
        self._chunk = Chunk(1, 1, 0)
        self._full: list[_Row] = []
        self._keyframes: list[_Row] = []
        self._outputs = OutputPieces()
        self._sources: list[_Row] = []
        self._since_keyframe = self._named = self._known = 0
        self._threads: dict[str, str] = {}
        self._counts = {"keyframes": 0, "sources": 0}
        self._object_cost: float = _OBJECT_COST
        self._bytes = 0
        self._dirty = False
        self.failed = False
        self.steps = 0
        self.peak_heap_bytes = 0
        heads: dict[str, object] = {"about": self._about, "tally": self._tally()}
        heads |= {"end": None, "bookmarks": []}
        self._file, self._reserve = make_recording(path, heads)
        try:
            self._connection = connect(self._file, "rw")
            # A kill loses nothing; only a power cut could, and that is worth no disk sync.
            self._connection.execute("PRAGMA synchronous=OFF")
        except sqlite3.Error as error:
            self._reserve.give_back()
            raise not_kept(path, error) from error

    @property
    def last_event(self) -> Event | None:
        """What the last step was."""
        return EVENTS[self._raw.place[0]] if self.steps else None

    @property
    def deadlock(self) -> tuple[str, ...]:
        """The names of the threads that wait in a ring, each for the next."""
        from visualizer.model import deadlock
        from visualizer.recording.contents import lock_use_of

        raw = self._raw
        ring = deadlock({serial: lock_use_of(use) for serial, use in raw.locks.items()})
        return tuple(raw.names[raw.threads[thread]] for thread, _, _ in ring)

    @property
    def bytes_written(self) -> int:
        """Bytes that the recording takes on disk, with the whole chunks that wait for a flush."""
        return self._bytes + self._waiting()

    @property
    def standard_output(self) -> int:
        """Bytes that the program has written to its standard output so far."""
        return self._outputs.written[STREAMS.index("stdout")]

    def source(self, file: str, text: str) -> None:
        """The text of ``file``, a path relative to the program's folder."""
        self._counts["sources"] += 1
        row = (
            self._counts["sources"],
            file.encode("utf-8", "surrogatepass"),
            zlib.compress(text.encode("utf-8", "surrogatepass")),
        )
        self._sources.append((*row, seal(*row)))
        self._dirty = True

    def add(self, record: bytes) -> None:
        """Take one wire record. ``DamagedRecording`` when it cannot follow what came before."""
        chunk, raw = self._chunk, self._raw
        if chunk.is_full:
            self._begin_chunk()
            chunk = self._chunk
        named, written = raw.named, raw.written
        try:
            is_step = self._follower.take(record)
        except Fault as fault:
            raise DamagedRecording(
                "{file}: step {step}: {fault}", file=self.path, step=raw.steps + 1, fault=fault
            ) from fault
        # Of a record that lies, nothing may be taken over: neither its names nor its threads.
        self._dirty, self._known = True, raw.named
        if is_step:
            for thread in raw.renamed:
                self._threads[str(thread)] = raw.names[raw.threads[thread]]
            self.steps = raw.steps
            self.peak_heap_bytes = max(self.peak_heap_bytes, raw.heap_bytes)
            chunk.add_step(record, index_byte(raw, written), whereabouts(raw))
        elif raw.goes_on or raw.named > named:
            chunk.add(record)
        if raw.hello is not None or raw.sources:
            self._take_news()

    def output(self, stream: Literal["stdout", "stderr", "stdin"], data: bytes) -> None:
        """What the program wrote to, or read from, ``stream``."""
        self._outputs.add(STREAMS.index(stream), data)
        self._dirty = True
        if self._outputs.waiting > _WAITING:
            self.flush()

    def flush(self) -> None:
        """Commit: readers see it, and a kill cannot take it away."""
        if not self._dirty:
            return
        if self.failed:
            raise NotKept("{file}: what came after an error was not kept", file=self.path)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._store()
            self._connection.execute("COMMIT")
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
        except sqlite3.Error as error:
            self._give_up()
            raise not_kept(self.path, error) from error
        self._bytes = pages * _PAGE
        self._dirty = False

    def finish(self, end: End) -> None:
        """Store how the run ended, and close: one single file remains.

        After ``NotKept`` it still stores the end, in the room that was kept for it.
        """
        try:
            if not self.failed:
                self.flush()
            self._reserve.give_back()
            self._store_head("end", end_as_json(end))
        except sqlite3.Error as error:
            if not self.failed:
                raise not_kept(self.path, error) from error
        finally:
            self._close()

    def abandon(self) -> None:
        """Close, and leave no file."""
        self._reserve.give_back()
        self._connection.close()
        for suffix in ("", *BESIDE):
            Path(f"{self._file}{suffix}").unlink(missing_ok=True)

    # ---- rows ----

    def _store(self) -> None:
        execute, many = self._connection.execute, self._connection.executemany
        rows, self._full = self._full, []
        if self._chunk.dirty:
            rows.append(self._chunk.row())
        many("INSERT OR REPLACE INTO chunk VALUES (?,?,?,?,?,?,?,?,?)", rows)
        keyframes, self._keyframes = self._keyframes, []
        many("INSERT INTO keyframe VALUES (?,?,?,?,?,?)", keyframes)
        names = self._raw.names[self._named : self._known]
        if names:
            row = (self._named, len(names), zlib.compress(to_json(names)))
            execute("INSERT INTO names VALUES (?,?,?,?)", (*row, seal(*row)))
            self._named += len(names)
        sources, self._sources = self._sources, []
        many("INSERT INTO source VALUES (?,?,?,?)", sources)
        outputs = self._outputs.rows()
        many("INSERT OR REPLACE INTO output VALUES (?,?,?,?,?,?)", outputs)
        self._store_head("tally", self._tally())

    def _store_head(self, key: str, value: object) -> None:
        row = head_row(key, value)
        self._connection.execute("INSERT OR REPLACE INTO head VALUES (?,?,?)", row)

    def _tally(self) -> dict[str, object]:
        return {
            "steps": self.steps,
            "chunks": self._chunk.number if self._chunk.records else self._chunk.number - 1,
            "names": self._named,
            "outputs": self._outputs.pieces,
            "written": self._outputs.written,
            "peak_heap_bytes": self.peak_heap_bytes,
            "threads": self._threads,
            **self._counts,
        }

    def _begin_chunk(self) -> None:
        """Close the chunk that is full, with a keyframe where going without has become dearer."""
        row = self._chunk.row()
        self._full.append(row)
        raw = self._raw
        self._since_keyframe += _weight(row)
        self._chunk = Chunk(self._chunk.number + 1, raw.steps + 1, raw.named)
        objects = max(raw.count, 1)
        if self.steps and not raw.goes_on and self._since_keyframe >= objects * self._object_cost:
            self._put_keyframe(objects)
        if self._waiting() > _WAITING:
            self.flush()

    def _waiting(self) -> int:
        return sum(map(_weight, self._full)) + sum(map(_weight, self._keyframes))

    def _put_keyframe(self, objects: int) -> None:
        raw = self._raw
        data, size = pack_pieces(keyframe(raw))
        row = (self._chunk.number, raw.steps, raw.highest, size, data)
        self._keyframes.append((*row, seal(*row)))
        self._counts["keyframes"] += 1
        self._since_keyframe = 0
        self._object_cost = len(data) / objects

    def _take_news(self) -> None:
        """What a record says that is no step: who recorded, and the text of modules."""
        raw = self._raw
        if raw.hello is not None:
            self._about["python"], self._about["recorder"] = raw.hello
            raw.hello = None
            try:
                self._store_head("about", self._about)
            except sqlite3.Error as error:
                self._give_up()
                raise not_kept(self.path, error) from error
        for file, text in raw.sources.items():
            self.source(file, text)
        raw.sources.clear()

    # ---- the end ----

    def _give_up(self) -> None:
        """Keep what was committed; what came after can no longer be kept whole."""
        self.failed = True
        with contextlib.suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _close(self) -> None:
        """Fold the log into the file, as soon as no reader stands in the way."""
        until = time.monotonic() + _PATIENCE
        try:
            while not self._folds() and not self.failed and time.monotonic() < until:
                time.sleep(0.01)
        finally:
            self._reserve.give_back()
            self._connection.close()

    def _folds(self) -> bool:
        """Whether one single file could be made; a recording in two files is one as well."""
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (mode,) = self._connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.Error:
            return False
        return bool(mode == "delete")


def _weight(row: _Row) -> int:
    return sum(len(value) for value in row if isinstance(value, bytes))
