"""The part of the index that a recording's file lacks, made in memory by whoever reads it.

A writer that had no time to follow all steps, or was killed, leaves some without course, keyframes
and names.
"""

import sqlite3
import time
import zlib
from bisect import bisect_right
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from visualizer.model import DamagedRecording
from visualizer.recorder import wire
from visualizer.recording.chunks import NOT_FOLLOWED, Passage, followed
from visualizer.recording.follow import Follower
from visualizer.recording.heads import Tally, read_tally
from visualizer.recording.indexer import Indexer, KeyframeRow
from visualizer.recording.raw_objects import Fault
from visualizer.recording.storage import connect, head_row, seal, to_json

if TYPE_CHECKING:
    from visualizer.recording.stored import Stored

_BUSY = 200
"""Milliseconds to wait for others who read the file."""
_PACKED = 12
"""Wire records become about so many times smaller when they are compressed."""


class LateIndex:
    """``advance`` makes more of it; ``passages`` and ``keyframes`` are by number of chunk."""

    def __init__(self, stored: "Stored") -> None:
        self._stored = stored
        self._indexer: Indexer | None = None
        self.is_damaged = False
        self.passages: dict[int, Passage] = {}
        self.keyframes: dict[int, KeyframeRow] = {}

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing that could be made; what still grows has a writer for that."""
        stored = self._stored
        if self.is_damaged or stored.end is None or not stored.places:
            return True
        return stored.places[-1].named != NOT_FOLLOWED

    @property
    def steps(self) -> int:
        """How many steps it has followed."""
        return self._indexer.steps if self._indexer is not None else 0

    def advance(self, until: float | None = None, upto: int | None = None) -> bool:
        """Go on until it is late, or to chunk ``upto`` (from 0); whether nothing is missing."""
        try:
            while not self.is_complete:
                indexer = self._indexer or self._begin()
                if upto is not None and indexer.passage.number > upto:
                    return False
                self._take_chunk(indexer)
                if until is not None and time.monotonic() > until:
                    break
        except (ValueError, DamagedRecording):
            # What is wrong is said by whoever shows the steps.
            self.is_damaged = True
        return self.is_complete

    def _begin(self) -> Indexer:
        """Stand before the first chunk that nobody has followed."""
        stored = self._stored
        chunk = next(at for at, place in enumerate(stored.places) if place.named == NOT_FOLLOWED)
        follower = Follower(is_compact=True)
        number = bisect_right(stored.keyframes, chunk + 1, key=lambda place: place.chunk)
        first = 0
        if number:
            keyframe = stored.keyframes[number - 1]
            first = keyframe.chunk - 1
            named = stored.places[first].named
            known = stored.names if named == NOT_FOLLOWED else stored.names[:named]
            follower = Follower(stored.names, len(known), is_compact=True)
            records, step, highest = stored.rows.keyframe(keyframe.chunk)
            follower.restore(records, step, highest)
        for place in stored.places[first:chunk]:
            whole = stored.rows.chunk(place.number)[0]
            for start, end in wire.split(whole)[0]:
                follower.take(whole[start:end])
        self._indexer = indexer = Indexer(follower, chunk + 1)
        indexer.threads |= stored.tally.threads
        indexer.peak = stored.tally.peak_heap_bytes
        return indexer

    def _take_chunk(self, indexer: Indexer) -> None:
        stored, at = self._stored, indexer.passage.number - 1
        records, _, place = stored.rows.chunk(at + 1)
        if (keyframe := indexer.due_keyframe()) is not None:
            self.keyframes[at + 1] = keyframe
            stored.add_keyframe(at + 1, indexer.steps, len(records))
        if not indexer.take(records) or len(indexer.passage.events) != place.steps:
            raise Fault("a chunk that is not whole")
        passage = self.passages[at + 1] = indexer.passage
        passage.touched = set(passage.old_touched())
        stored.places[at] = replace(stored.places[at], named=indexer.passage.named)
        self._take_news(indexer)
        indexer.go_on(place.size // _PACKED)

    def _take_news(self, indexer: Indexer) -> None:
        """What is not told chunk by chunk."""
        stored, raw = self._stored, indexer.raw
        stored.names += raw.names[len(stored.names) : indexer.names]
        stored.sources |= raw.sources
        raw.sources.clear()
        if raw.hello is not None:
            stored.header = replace(stored.header, python=raw.hello[0], recorder=raw.hello[1])
            raw.hello = None
        peak = max(stored.tally.peak_heap_bytes, indexer.peak)
        stored.tally = replace(
            stored.tally,
            peak_heap_bytes=peak,
            threads=indexer.threads,
            names=len(stored.names),
        )


def keep_late_index(stored: "Stored") -> None:
    """Write into the file what ``stored.late`` has made, so that nobody need do it again.

    Raises ``sqlite3.Error`` and ``DamagedRecording`` where that cannot be; the file is then as it
    was.
    """
    # Looked up first: nobody can read from when the pages are being written.
    before, about = read_tally(stored.rows), stored.rows.head("about")
    stored.rows.close()
    connection = connect(stored.rows.path, "rw")
    try:
        connection.execute(f"PRAGMA busy_timeout={_BUSY}")
        # All pages at the end, so that others read on until then.
        connection.execute("PRAGMA cache_spill=OFF")
        connection.execute("BEGIN IMMEDIATE")
        _put_passages(connection, stored.late)
        _put_heads(connection, stored, before, about)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _put_passages(connection: sqlite3.Connection, late: LateIndex) -> None:
    for number, passage in late.passages.items():
        row = connection.execute("SELECT * FROM chunk WHERE id=?", (number,)).fetchone()
        new = followed(row, passage)
        connection.execute("INSERT OR REPLACE INTO chunk VALUES (?,?,?,?,?,?,?,?,?)", new)
        touched = passage.touched_row()
        connection.execute("INSERT OR REPLACE INTO touched VALUES (?,?,?)", touched)
    keyframes = late.keyframes.values()
    connection.executemany("INSERT OR REPLACE INTO keyframe VALUES (?,?,?,?,?,?)", keyframes)


def _put_heads(
    connection: sqlite3.Connection, stored: "Stored", before: Tally, about: dict[str, object]
) -> None:
    """Names, sources and what is told of all; ``before`` and ``about`` are in the file so far."""
    names = stored.names[before.names :]
    if names:
        row = (before.names, len(names), zlib.compress(to_json(names)))
        connection.execute("INSERT INTO names VALUES (?,?,?,?)", (*row, seal(*row)))
    sources = list(stored.sources.items())[before.sources :]
    for number, (file, text) in enumerate(sources, before.sources + 1):
        packed = (file.encode("utf-8", "surrogatepass"), text.encode("utf-8", "surrogatepass"))
        line = (number, packed[0], zlib.compress(packed[1]))
        connection.execute("INSERT INTO source VALUES (?,?,?,?)", (*line, seal(*line)))
    tally = replace(
        stored.tally, keyframes=len(stored.keyframes), sources=before.sources + len(sources)
    )
    told = asdict(tally) | {"threads": {str(key): name for key, name in tally.threads.items()}}
    about |= {"python": stored.header.python, "recorder": stored.header.recorder}
    for key, value in (("tally", told), ("about", about)):
        head = head_row(key, value)
        connection.execute("INSERT OR REPLACE INTO head VALUES (?,?,?)", head)
