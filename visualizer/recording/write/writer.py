"""Write a recording while the program runs."""

import sqlite3
from pathlib import Path
from typing import Literal

from zlib_ng import zlib_ng

from visualizer.model import DamagedRecording, End, Event
from visualizer.recorder import wire
from visualizer.recording.follow.follower import WHOLE
from visualizer.recording.follow.plain.raw_objects import Fault
from visualizer.recording.metadata import InputPlace, Part, end_as_json
from visualizer.recording.storage import STREAMS, VERSION, sealed, to_json
from visualizer.recording.write.alive import myself
from visualizer.recording.write.chunks import OutputPieces, Row
from visualizer.recording.write.making import not_kept
from visualizer.recording.write.record_log import RecordLog
from visualizer.recording.write.written_file import WrittenFile

_WAITING, _OF_ROOM = 4 << 20, 8
"""Bytes that may wait in memory for the next ``flush``, and at most this part of the disk's room:
a disk without room for all of them stores none.
"""
_MOST_INPUTS = 1_000
"""The maximum number of lines of input whose places are stored."""

EVENTS = tuple(Event(name) for name in wire.EVENTS)


class Writer:
    """Writes a recording of ``program`` (its name, as shown) to ``path``.

    ``part`` says which steps of a longer recording it will have. It replaces an existing file.
    Flushed data stays readable whatever happens to this process. Raises ``NotKept`` when the disk
    is full or may not be written.

    ``inputs`` are the places of the lines of input that no terminal echoed.
    """

    def __init__(self, path: Path, program: str, part: Part | None = None) -> None:
        self.path = path
        self._about: dict[str, object] = {
            "program": program,
            "python": "",
            "recorder": "",
            "writer": myself(),
            **({"part": part} if part is not None else {}),
        }
        self._log = RecordLog()
        self._follower = self._log.follower
        self._outputs = OutputPieces()
        self.inputs: list[InputPlace] = []
        self._sources: list[Row] = []
        self._named = self._source_count = 0
        self._dirty = self._is_broken = self._has_expressions = False
        metadata: dict[str, object] = {"about": self._about, "tally": self._tally()}
        metadata |= {"end": None, "bookmarks": []}
        self._file = WrittenFile(path, metadata)

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return self._follower.steps

    @property
    def last_event(self) -> Event | None:
        """The event of the last step."""
        return EVENTS[self._follower.last_event] if self.steps else None

    @property
    def ended(self) -> Event | None:
        """How the program's own code ended, once it has."""
        ended = self._follower.ended
        return None if ended < 0 else EVENTS[ended]

    @property
    def peak_heap_bytes(self) -> int:
        """The largest sum of the sizes of all objects at a step."""
        return self._follower.peak

    @property
    def deadlock(self) -> tuple[str, ...]:
        """The names of the threads that wait in a ring, each for the next."""
        locks = self._follower.locks
        if not locks or self._is_broken:
            return ()
        from visualizer.model import deadlock
        from visualizer.recording.read.contents import lock_use_of

        ring = deadlock({serial: lock_use_of(use) for serial, use in locks.items()})
        names, threads = self._follower.names, self._follower.threads
        return tuple(names[threads[thread]] for thread, _, _ in ring)

    @property
    def bytes_written(self) -> int:
        """Bytes that the recording takes on disk, with the whole chunks that wait for a flush."""
        return self._file.size + self._log.waiting

    @property
    def standard_output(self) -> int:
        """Bytes that the program has written to its standard output so far."""
        return self._outputs.written[STREAMS.index("stdout")]

    def source(self, file: str, text: str) -> None:
        """Store the text of ``file``, a path relative to the program's folder."""
        self._source_count += 1
        name, data = (one.encode("utf-8", "surrogatepass") for one in (file, text))
        self._sources.append(sealed(self._source_count, name, zlib_ng.compress(data)))
        self._dirty = True

    def add(self, records: bytes, most: int = WHOLE) -> int:
        """Take in whole wire records until there are ``most`` steps; return their bytes.

        Raises ``DamagedRecording`` for a record that is impossible or cannot follow the earlier
        ones; the recording then ends with the step before it. Raises ``NotKept``, too.
        """
        if self._is_broken:
            return 0
        try:
            used = self._log.add(records, most)
        except Fault as fault:
            self._is_broken = True
            raise DamagedRecording(
                "{file}: step {step}: {fault}", file=self.path, step=self.steps + 1, fault=fault
            ) from fault
        finally:
            self._dirty = True
            self._take_news()
        self._flush_before(self._log.waiting)
        return used

    def output(
        self,
        stream: Literal["stdout", "stderr", "stdin"],
        data: bytes,
        *,
        is_echoed: bool = False,
    ) -> None:
        """Add what the program wrote to, or read from, ``stream``.

        Input that ``is_echoed`` by a terminal is in the output, so it has no place of its own.
        """
        self._outputs.add(STREAMS.index(stream), data)
        if stream == "stdin" and not is_echoed and len(self.inputs) < _MOST_INPUTS:
            written = self._outputs.written
            self.inputs.append((self.steps, written[0], written[STREAMS.index(stream)]))
        self._dirty = True
        self._flush_before(self._outputs.waiting)

    def _flush_before(self, waiting: int) -> None:
        room = self._file.room
        if waiting > (_WAITING if room is None else min(_WAITING, room // _OF_ROOM)):
            self.flush()

    def flush(self) -> None:
        """Commit: readers see the data, and a kill cannot lose it."""
        if not self._dirty:
            return
        with self._file.transaction() as connection:
            self._store(connection)
        self._dirty = False

    def finish(self, end: End) -> None:
        """Store how the run ended, and close: one single file remains.

        After ``NotKept`` it still stores the end, in the room that was kept for it.
        """
        file = self._file
        try:
            if not file.failed:
                self.flush()
            file.put_end(end_as_json(end))
        except sqlite3.Error as error:
            if not file.failed:
                raise not_kept(self.path, error) from error
        finally:
            file.close()

    def abandon(self) -> None:
        """Close, and leave no file."""
        self._file.abandon()

    # ---- rows ----

    def _store(self, connection: sqlite3.Connection) -> None:
        execute, many = connection.execute, connection.executemany
        for table, rows in self._log.rows().items():
            if rows:
                places = ",".join("?" * len(rows[0]))
                many(f"INSERT OR REPLACE INTO {table} VALUES ({places})", rows)
        names = self._follower.names[self._named : self._follower.named]
        if names:
            row = sealed(self._named, len(names), zlib_ng.compress(to_json(names)))
            execute("INSERT INTO names VALUES (?,?,?,?)", row)
            self._named += len(names)
        sources, self._sources = self._sources, []
        many("INSERT INTO source VALUES (?,?,?,?)", sources)
        outputs = self._outputs.rows()
        many("INSERT OR REPLACE INTO output VALUES (?,?,?,?,?,?)", outputs)
        self._file.put_head("tally", self._tally())
        if self._follower.evaluations and not self._has_expressions:
            execute(f"PRAGMA user_version={VERSION}")
            self._has_expressions = True

    def _tally(self) -> dict[str, object]:
        names, threads = self._follower.names, self._follower.threads
        return {
            "steps": self.steps,
            "chunks": self._log.chunks,
            "names": self._named,
            "outputs": self._outputs.pieces,
            "written": self._outputs.written,
            "peak_heap_bytes": self.peak_heap_bytes,
            "threads": {str(thread): names[name] for thread, name in threads.items()},
            "keyframes": self._log.keyframes,
            "sources": self._source_count,
            **({"inputs": self.inputs} if self.inputs else {}),
        }

    def _take_news(self) -> None:
        """Store facts outside steps: the recorder's versions, and the text of modules."""
        hello, sources = self._follower.news()
        if hello is not None:
            self._about["python"], self._about["recorder"] = hello
            with self._file.kept():
                self._file.put_head("about", self._about)
        for file, text in sources.items():
            self.source(file, text)
