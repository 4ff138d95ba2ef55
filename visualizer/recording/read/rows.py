"""Reads the rows of a recording one by one, and checks each as far as possible."""

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import Any

from visualizer.recording.read.places import ChunkPlace, KeyframePlace, PiecePlace
from visualizer.recording.read.recording_file import RecordingFile
from visualizer.recording.storage import (
    ENTRY,
    LATER_TABLES,
    STREAMS,
    TABLES,
    check_version,
    from_json,
    inflate,
    seal,
    unpack_pieces,
    unpack_records,
)

_KEPT = 1 << 20
"""The most bytes of records of the cached chunks; the newest chunk always stays."""


class Rows(RecordingFile):
    """The contents of the file. Raises ``DamagedRecording`` where they cannot be right."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._chunks: dict[int, tuple[bytes, ChunkPlace]] = {}
        """The chunks read last, the newest at the end: going back needs each several times."""
        self._kept = 0
        """The bytes of their records."""
        with self.reading() as connection:
            check_version(connection, path)
            found = dict(connection.execute("SELECT name, sql FROM sqlite_master LIMIT 99"))
            self._later = [name for name in LATER_TABLES if name in found]
            known = {name: sql for name, sql in TABLES.items() if name not in LATER_TABLES}
            if found != known | {name: TABLES[name] for name in self._later}:
                raise self.damaged("its tables are not those of a recording")

    # ---- single rows ----

    def head(self, key: str) -> Any:
        """The value of ``key`` in the table of keys."""
        row = self._row("SELECT value, seal FROM head WHERE key=?", key)
        if row is None:
            raise self.damaged(f"there is no {key}")
        value, mark = row
        if not isinstance(value, bytes) or mark != seal(key, value):
            raise self.damaged(f"the checksum of {key} is wrong")
        with self._as_damage(key):
            return from_json(value)

    def chunk(self, known: ChunkPlace) -> tuple[bytes, ChunkPlace]:
        """The records of a chunk, at least those ``known``: it may have grown."""
        number = known.number
        found = self._chunks.pop(number, None)
        if found is not None and found[1].size < known.size:
            self._kept -= found[1].size
            found = None
        if found is None:
            row = self._sealed("chunk", "id", number, "iiiiibbb")
            _, first, steps, named, size, _, _, data = row
            with self._as_damage(f"chunk {number}"):
                records = unpack_records(data, size)
            found = records, ChunkPlace(number, first, steps, named, size, 0)
            self._kept += size
        self._chunks[number] = found
        while self._kept > _KEPT and len(self._chunks) > 1:
            self._kept -= self._chunks.pop(next(iter(self._chunks)))[1].size
        return found

    def run_profile(self, number: int) -> array[int]:
        """A chunk's part of the course of the run, as numbers in turn; see ``storage.ENTRY``."""
        row = self._sealed("chunk", "id", number, "iiiiibbb")
        found = self._numbers(row[6], f"the course of chunk {number}")
        places = found[::ENTRY]
        if len(found) % ENTRY or sorted(set(places)) != list(places) or min(found, default=0) < 0:
            raise self.damaged(f"the course of chunk {number} is invalid")
        return found

    def touched(self, number: int) -> tuple[int, array[int]] | None:
        """The highest serial before a chunk and, in order, the older objects that it touches.

        None where the file does not say.
        """
        if "touched" not in self._later:
            return None
        row = self._row("SELECT * FROM touched WHERE chunk=?", number)
        if row is None:
            return None
        what = f"what chunk {number} touches"
        highest, *gaps = self._numbers(self._opened(row, "ib", "touched")[1], what) or (-1,)
        with self._as_damage(what):
            found = array("q", accumulate(gaps))
        if any(gap < 1 for gap in gaps) or (found and found[-1] > highest) or highest < 0:
            raise self.damaged(f"{what} is out of order")
        return highest, found

    def lines(self, after: int, most: int = -1) -> dict[int, array[int]]:
        """The lines that each of ``most`` chunks after number ``after`` is about to run, in order.

        The file lists none for its last chunk, and an old recording none at all.
        """
        if "lines" not in self._later:
            return {}
        rows = self._rows("SELECT * FROM lines WHERE chunk>? ORDER BY chunk LIMIT ?", after, most)
        found, known = dict[int, array[int]](), dict[bytes, array[int]]()
        for chunk, data in (self._opened(row, "ib", "lines") for row in rows):
            # A loop runs the same lines in many chunks.
            if data not in known:
                known[data] = self._numbers(data, f"the lines of chunk {chunk}")
            found[chunk] = known[data]
        return found

    def events(self, number: int, steps: int) -> bytes:
        """Return the event bytes of the first ``steps`` steps of a chunk.

        A chunk that is still being written may have grown since its place was looked up.
        """
        row = self._row("SELECT steps, events FROM chunk WHERE id=?", number)
        if row is None or not isinstance(row[0], int) or not isinstance(row[1], bytes):
            raise self.damaged(f"chunk {number} is missing")
        with self._as_damage(f"chunk {number}"):
            found = inflate(row[1], row[0])
        if len(found) < steps:
            raise self.damaged(f"chunk {number} has lost steps")
        return found[:steps]

    def keyframe(self, chunk: int) -> tuple[Iterator[bytes], int, int]:
        """The records of a keyframe in pieces, its step, and the highest serial so far."""
        _, step, highest, size, data = self._sealed("keyframe", "chunk", chunk, "iiiib")
        return self._pieces(data, size, f"keyframe {chunk}"), step, highest

    def _pieces(self, data: bytes, size: int, what: str) -> Iterator[bytes]:
        with self._as_damage(what):
            yield from unpack_pieces(data, size)

    def piece(self, number: int) -> tuple[bytes, PiecePlace]:
        """A piece of output."""
        _, stream, first, size, data = self._sealed("output", "id", number, "iiiib")
        if not 0 <= stream < len(STREAMS):
            raise self.damaged(f"output {number} has an unknown stream: {stream}")
        with self._as_damage(f"output {number}"):
            found = inflate(data, size)
        return found, PiecePlace(number, STREAMS[stream], first, size)

    def source(self, number: int) -> tuple[str, str]:
        """The name and the text of a source."""
        _, file, data = self._sealed("source", "id", number, "ibb")
        with self._as_damage(f"source {number}"):
            file, text = (part.decode("utf-8", "surrogatepass") for part in (file, inflate(data)))
        return file, text

    def names(self, first: int) -> list[str]:
        """The names that were stored together, from number ``first`` on."""
        _, count, data = self._sealed("names", "first", first, "iib")
        with self._as_damage(f"names {first}"):
            found = from_json(inflate(data))
        if not isinstance(found, list) or len(found) != count or count < 1:
            raise self.damaged(f"names {first} have the wrong count")
        if not all(isinstance(name, str) for name in found):
            raise self.damaged(f"names {first} are not text")
        return found

    # ---- where rows are ----

    def chunk_places(self, last: ChunkPlace | None) -> Iterator[ChunkPlace]:
        """Yield the places of the chunks after ``last``, each continuing the one before."""
        number, first, offset = (
            (last.number + 1, last.first + last.steps, last.offset + last.size)
            if last
            else (1, 1, 0)
        )
        query = "SELECT id, first, steps, named, size FROM chunk WHERE id>=? ORDER BY id"
        with self.reading() as connection:
            for row in connection.execute(query, (number,)):
                if not all(isinstance(value, int) and value >= 0 for value in row):
                    raise self.damaged(f"chunk {number} has an invalid position")
                if row[:2] != (number, first):
                    raise self.damaged(f"chunk {number} with step {first} is missing")
                yield ChunkPlace(row[0], row[1], row[2], row[3], row[4], offset)
                number, first, offset = number + 1, first + row[2], offset + row[4]

    def keyframe_places(self, after: int) -> list[KeyframePlace]:
        """The places of the keyframes for chunks later than ``after``."""
        query = "SELECT chunk, step, size FROM keyframe WHERE chunk>? ORDER BY chunk"
        found = self._rows(query, after)
        if not all(isinstance(value, int) and value > 0 for row in found for value in row):
            raise self.damaged("a keyframe has an invalid position")
        return [KeyframePlace(*row) for row in found]

    def piece_places(self, number: int) -> list[PiecePlace]:
        """Where the pieces of output from ``number`` on are."""
        query = "SELECT id, stream, first, size FROM output WHERE id>=? ORDER BY id"
        places = []
        for row in self._rows(query, number):
            if not all(isinstance(value, int) and value >= 0 for value in row):
                raise self.damaged("a piece of output has an invalid position")
            if row[0] != number or row[1] >= len(STREAMS):
                raise self.damaged(f"output {number} is missing")
            places.append(PiecePlace(row[0], STREAMS[row[1]], row[2], row[3]))
            number += 1
        return places

    # ---- checks of every row ----

    def _rows(self, query: str, *wanted: int) -> list[tuple[Any, ...]]:
        with self.reading() as connection:
            return connection.execute(query, wanted).fetchall()

    def _row(self, query: str, wanted: int | str) -> tuple[Any, ...] | None:
        with self.reading() as connection:
            found: tuple[Any, ...] | None = connection.execute(query, (wanted,)).fetchone()
        return found

    def _sealed(self, table: str, key: str, number: int, kinds: str) -> tuple[Any, ...]:
        """Return a row without its checksum, after checking that: see ``_opened``."""
        row = self._row(f"SELECT * FROM {table} WHERE {key}=?", number)
        if row is None:
            raise self.damaged(f"{table} {number} is missing")
        return self._opened(row, kinds, table)

    def _opened(self, row: tuple[Any, ...], kinds: str, table: str) -> tuple[Any, ...]:
        """Check a row's last value, its checksum; ``kinds`` has i for numbers, b for bytes."""
        *values, mark = row
        wanted = [int if kind == "i" else bytes for kind in kinds]
        if [type(value) for value in values] != wanted or mark != seal(*values):
            raise self.damaged(f"the checksum of {table} {row[0]} is wrong")
        return tuple(values)

    def _numbers(self, data: bytes, what: str) -> array[int]:
        found = array("q")
        with self._as_damage(what):
            found.frombytes(unpack_records(data))
        return found

    @contextmanager
    def _as_damage(self, what: str) -> Iterator[None]:
        """Report an error in here as a fault of ``what``, a part of this file."""
        try:
            yield
        except (ValueError, OverflowError) as error:
            raise self.damaged(f"{what}: {error}") from error
