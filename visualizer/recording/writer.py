"""Write a recording while the program runs."""

import contextlib
import sqlite3
import time
import zlib
from pathlib import Path
from typing import Literal

from visualizer.model import DamagedRecording, End, Event
from visualizer.recorder import wire
from visualizer.recording.alive import myself
from visualizer.recording.chunks import ChunkRow, OutputPieces
from visualizer.recording.ends import end_as_json
from visualizer.recording.making import not_kept
from visualizer.recording.raw_objects import Fault
from visualizer.recording.skim import WHOLE
from visualizer.recording.storage import STREAMS, seal, to_json
from visualizer.recording.tape import ENDLESS, Tape
from visualizer.recording.written_file import WrittenFile

_WAITING = 4 << 20
"""Bytes that may wait in memory for the next ``flush``."""
_AT_END = 1e6
"""Microseconds, roughly, for which is still followed what waits when the run has ended.

Who reads the recording does the rest.
"""

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
        self._tape = Tape(self._row_of_chunk)
        self._raw = self._tape.indexer.raw
        self._outputs = OutputPieces()
        self._sources: list[_Row] = []
        self._named = self._source_count = self._told_peak = 0
        self._is_ending = False
        self._dirty = self._is_cut = False
        heads: dict[str, object] = {"about": self._about, "tally": self._tally()}
        heads |= {"end": None, "bookmarks": []}
        self._file = WrittenFile(path, heads)

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return self._tape.steps

    @property
    def last_event(self) -> Event | None:
        """What the last step was."""
        last = self._tape.last_event
        return None if last is None else EVENTS[last]

    @property
    def ended(self) -> Event | None:
        """How the program's own code ended, once it has."""
        ended = self._tape.ended
        return None if ended is None else EVENTS[ended]

    @property
    def failure(self) -> str | None:
        """What the recorder says went wrong with it; no step comes after that."""
        return self._tape.failure

    @property
    def is_followed(self) -> bool:
        """Whether all that came has been followed."""
        return self._tape.is_followed

    @property
    def peak_heap_bytes(self) -> int:
        """The largest sum of the sizes of all objects at a step.

        Of steps that have not been followed it is what the recorder told.
        """
        peak = self._tape.indexer.peak
        return peak if self.is_followed else max(peak, self._told_peak)

    @property
    def deadlock(self) -> tuple[str, ...]:
        """The names of the threads that wait in a ring, each for the next.

        None while there are steps that have not been followed.
        """
        from visualizer.model import deadlock
        from visualizer.recording.contents import lock_use_of

        raw = self._raw
        if not raw.locks or self._is_cut or not self.is_followed:
            return ()
        ring = deadlock({serial: lock_use_of(use) for serial, use in raw.locks.items()})
        return tuple(raw.names[raw.threads[thread]] for thread, _, _ in ring)

    @property
    def bytes_written(self) -> int:
        """Bytes that the recording takes on disk, with the whole chunks that wait for a flush."""
        return self._file.size + self._tape.waiting

    @property
    def standard_output(self) -> int:
        """Bytes that the program has written to its standard output so far."""
        return self._outputs.written[STREAMS.index("stdout")]

    def source(self, file: str, text: str) -> None:
        """The text of ``file``, a path relative to the program's folder."""
        self._source_count += 1
        row = (
            self._source_count,
            file.encode("utf-8", "surrogatepass"),
            zlib.compress(text.encode("utf-8", "surrogatepass")),
        )
        self._sources.append((*row, seal(*row)))
        self._dirty = True

    def add(self, records: bytes, most: int = WHOLE) -> int:
        """Keep whole wire records until there are ``most`` steps; how many bytes they take.

        They are believed as they are until ``follow`` comes to them. Raises ``DamagedRecording``
        where they cannot be records, and ``NotKept``.
        """
        if self._is_cut:
            return 0
        try:
            used = self._tape.add(records, most)
        except Fault as fault:
            raise self._damaged(self.steps, fault) from fault
        self._dirty = True
        if self._tape.waiting > _WAITING:
            self.flush()
        return used

    def follow(self, seconds: float | None = None, work: float = ENDLESS) -> bool:
        """Follow what came for so many ``seconds``, or that much ``work``; whether all has been.

        Where a record cannot follow what came before, ``DamagedRecording`` says so, and the
        recording ends with the step before it.
        """
        if self._is_cut or self._tape.is_followed:
            return True
        until = None if seconds is None else time.monotonic() + seconds
        self._dirty = True
        try:
            return self._tape.follow(until, work)
        except Fault as fault:
            self._is_cut = True
            raise self._damaged(self.steps, fault) from fault
        finally:
            self._take_news()

    def follow_at_end(self) -> None:
        """``follow`` some of what is left, after which no step comes. Raises the same.

        Once: a second time nothing is left that was not left on purpose.
        """
        if not self._is_ending:
            self._is_ending = True
            self.follow(work=_AT_END)

    def tell_peak(self, heap_bytes: int) -> None:
        """What the recorder says the largest heap was, for steps that are not followed."""
        self._told_peak = heap_bytes

    def _damaged(self, step: int, fault: Fault) -> DamagedRecording:
        return DamagedRecording(
            "{file}: step {step}: {fault}", file=self.path, step=step + 1, fault=fault
        )

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
        with self._file.transaction() as connection:
            self._store(connection)
        self._dirty = False

    def finish(self, end: End) -> None:
        """Store how the run ended, and close: one single file remains.

        After ``NotKept`` it still stores the end, in the room that was kept for it. Where very
        many steps have not been followed, they stay so.
        """
        file = self._file
        try:
            if not file.failed:
                with contextlib.suppress(DamagedRecording):
                    self.follow_at_end()
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
        tape = self._tape
        if self._is_cut:
            execute("DELETE FROM chunk WHERE id>?", (tape.chunks,))
            execute("DELETE FROM lines WHERE chunk>=?", (tape.chunks,))
        rows = tape.take_rows()
        many("INSERT OR REPLACE INTO chunk VALUES (?,?,?,?,?,?,?,?,?)", rows)
        many("INSERT OR REPLACE INTO touched VALUES (?,?,?)", tape.take_touched())
        many("INSERT OR REPLACE INTO lines VALUES (?,?,?)", tape.take_lines())
        many("INSERT INTO keyframe VALUES (?,?,?,?,?,?)", tape.take_keyframes())
        names = self._raw.names[self._named : tape.indexer.names]
        if names:
            row = (self._named, len(names), zlib.compress(to_json(names)))
            execute("INSERT INTO names VALUES (?,?,?,?)", (*row, seal(*row)))
            self._named += len(names)
        sources, self._sources = self._sources, []
        many("INSERT INTO source VALUES (?,?,?,?)", sources)
        outputs = self._outputs.rows()
        many("INSERT OR REPLACE INTO output VALUES (?,?,?,?,?,?)", outputs)
        self._file.put_head("tally", self._tally())

    def _tally(self) -> dict[str, object]:
        tape = self._tape
        return {
            "steps": self.steps,
            "chunks": tape.chunks,
            "names": self._named,
            "outputs": self._outputs.pieces,
            "written": self._outputs.written,
            "peak_heap_bytes": self.peak_heap_bytes,
            "threads": {str(thread): name for thread, name in tape.indexer.threads.items()},
            "keyframes": tape.keyframes,
            "sources": self._source_count,
        }

    def _row_of_chunk(self, number: int) -> ChunkRow:
        return self._file.row_of_chunk(number)

    def _take_news(self) -> None:
        """What a record says that is no step: who recorded, and the text of modules."""
        raw = self._raw
        if raw.hello is not None:
            self._about["python"], self._about["recorder"] = raw.hello
            raw.hello = None
            with self._file.kept():
                self._file.put_head("about", self._about)
        for file, text in raw.sources.items():
            self.source(file, text)
        raw.sources.clear()
