"""Makes the rows of steps and output, which both grow piece by piece."""

import operator
from array import array
from typing import NamedTuple

from zlib_ng import zlib_ng

from visualizer.recording.follow.follower import ChunkFacts
from visualizer.recording.storage import STREAMS, pack_records, sealed

OUTPUT_PIECE = 64 << 10

type Row = tuple[int | bytes, ...]


class ChunkSummary(NamedTuple):
    """The follower's facts about the steps of a chunk.

    Before the chunk there were ``named`` names and objects up to serial ``highest``; ``touched``
    are the ones of these objects that it touches, in order.
    """

    events: bytes
    run_profile: array[int]
    lines: array[int]
    touched: array[int]
    named: int
    highest: int

    @classmethod
    def of(cls, facts: ChunkFacts) -> "ChunkSummary":
        """Make a summary of a follower's facts."""
        events, profile, lines, touched, named, highest = facts
        old = array("q", sorted({*array("q", touched)}))
        return cls(events, array("q", profile), array("q", lines), old, named, highest)


def chunk_row(number: int, first: int, records: bytes | bytearray, summary: ChunkSummary) -> Row:
    """Return the row of a chunk.

    Number, first step, steps, names before it, size; then events, course, records, compressed.
    """
    events = zlib_ng.compress(summary.events, 5)
    profile = pack_records(summary.run_profile.tobytes())
    counts = number, first, len(summary.events), summary.named, len(records)
    return sealed(*counts, events, profile, pack_records(records))


def touched_row(number: int, summary: ChunkSummary) -> Row:
    """Return the row with the highest serial before a chunk, and the older objects it touches."""
    gaps = map(operator.sub, summary.touched, (0, *summary.touched[:-1]))
    return sealed(number, pack_records(array("q", (summary.highest, *gaps)).tobytes()))


def lines_row(number: int, summary: ChunkSummary) -> Row:
    """Return the row with the lines that a chunk is about to run, each once and in order."""
    found = array("q", sorted({line for line in summary.lines if line >= 0}))
    return sealed(number, pack_records(found.tobytes()))


class Piece:
    """Consecutive bytes of one stream, from ``first`` on."""

    def __init__(self, number: int, stream: int, first: int) -> None:
        self.number = number
        self.stream = stream
        self.first = first
        self.data = bytearray()

    def row(self) -> Row:
        """Return the row of the piece so far."""
        data = zlib_ng.compress(self.data, 5)
        return sealed(self.number, self.stream, self.first, len(self.data), data)


class OutputPieces:
    """All output, cut into pieces; ``rows`` gives those that are new or longer than before."""

    def __init__(self) -> None:
        self.written = [0] * len(STREAMS)
        self.pieces = 0
        self._open: dict[int, Piece] = {}
        self._dirty: dict[int, Piece] = {}

    def add(self, stream: int, data: bytes) -> None:
        """Append ``data`` to ``stream``."""
        view = memoryview(data)
        while view:
            piece = self._open.get(stream)
            if piece is None or len(piece.data) >= OUTPUT_PIECE:
                self.pieces += 1
                piece = self._open[stream] = Piece(self.pieces, stream, self.written[stream])
            taken = view[: OUTPUT_PIECE - len(piece.data)]
            piece.data += taken
            view = view[len(taken) :]
            self.written[stream] += len(taken)
            self._dirty[piece.number] = piece

    def rows(self) -> list[Row]:
        """Return the rows to store now."""
        found = [piece.row() for piece in self._dirty.values()]
        self._dirty.clear()
        return found

    @property
    def waiting(self) -> int:
        """Bytes that are not stored yet."""
        return sum(len(piece.data) for piece in self._dirty.values())
