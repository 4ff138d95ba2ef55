"""The two things that grow piece by piece, and the rows they become: steps and output."""

import operator
import zlib
from array import array
from collections.abc import Iterable

from visualizer.recording.common_run import Followed
from visualizer.recording.raw import RawState, Whereabouts
from visualizer.recording.skim import WROTE
from visualizer.recording.storage import ENTRY, STREAMS, pack_records, seal

MOST_STEPS = 512
MOST_BYTES = 256 << 10
"""A chunk is full when it has so many steps or so many bytes before compression."""
OUTPUT_PIECE = 64 << 10

COLLECTED = 0x20
"""Beside the number of its event and ``WROTE``, a step's byte in the index says: garbage went."""
NOT_FOLLOWED = -1
"""In the place of a chunk's names: nobody has followed its steps, so that it has no course yet."""


type ChunkRow = tuple[int | bytes, ...]
"""Number, first step, steps, names before it, size; then events, course, records, compressed."""


class Passage:
    """What following the steps of a chunk tells of them.

    Before it there were ``named`` names and objects up to serial ``highest``.
    """

    def __init__(self, number: int, first: int, named: int, highest: int = 0) -> None:
        self.number = number
        self.first = first
        self.named = named
        self.highest = highest
        self.touched: set[int] = set()
        self.events = bytearray()
        self.course = array("q")
        self._where: Whereabouts | None = None

    def add(self, raw: RawState, written: tuple[int, int]) -> None:
        """The step that ``raw`` has just become; there were ``written`` bytes before it."""
        where = raw.whereabouts()
        if where != self._where:
            self._where = where
            self.course.append(len(self.events))
            self.course.extend(where)
        self.touched.update(raw.touched)
        wrote = WROTE if raw.written != written else 0
        self.events.append(raw.place[0] | wrote | (COLLECTED if raw.collections else 0))

    def add_run(self, raw: RawState, run: Followed) -> None:
        """Steps that were followed in one go, of which ``raw`` has become the last."""
        if run.course:
            is_same = tuple(run.course[1:ENTRY]) == self._where
            self.course += run.course[ENTRY:] if is_same else run.course
            self._where = raw.whereabouts()
        self.touched.update(raw.touched)
        self.events += run.events

    def old_touched(self) -> array[int]:
        """Which objects that were there before have been touched, in order."""
        return array("q", sorted(serial for serial in self.touched if serial <= self.highest))

    def touched_row(self) -> ChunkRow:
        """For its table: the highest serial before it, and what of that it has touched."""
        old = self.old_touched()
        gaps = map(operator.sub, old, (0, *old[:-1]))
        row = (self.number, pack_records(array("q", (self.highest, *gaps)).tobytes()))
        return (*row, seal(*row))


class Chunk:
    """The steps from ``first`` on, as they came."""

    def __init__(self, number: int, first: int) -> None:
        self.number = number
        self.first = first
        self.records = bytearray()
        self.events = bytearray()
        self.dirty = False

    @property
    def is_full(self) -> bool:
        """Whether the next step should begin another one."""
        return len(self.events) >= MOST_STEPS or len(self.records) >= MOST_BYTES

    def row(self, passage: Passage | None = None) -> ChunkRow:
        """The chunk as it stands, for its table; without ``passage`` nobody has followed it yet."""
        self.dirty = False
        events = zlib.compress(self.events, 3)
        head = self.number, self.first, len(self.events), NOT_FOLLOWED, len(self.records)
        row = (*head, events, b"", pack_records(self.records))
        return (*row, seal(*row)) if passage is None else followed(row, passage)


def lines_row(number: int, lines: Iterable[int]) -> ChunkRow:
    """For its table: which lines the steps of a chunk are about to run, each once and in order."""
    found = array("q", sorted({line for line in lines if line >= 0}))
    row = number, pack_records(found.tobytes())
    return (*row, seal(*row))


def followed(row: ChunkRow, passage: Passage) -> ChunkRow:
    """The row of a chunk with what following it has told."""
    number, first, steps, _, size, _, _, data = row[:8]
    events = zlib.compress(passage.events, 3)
    course = pack_records(passage.course.tobytes())
    new = (number, first, steps, passage.named, size, events, course, data)
    return (*new, seal(*new))


class Piece:
    """Consecutive bytes of one stream, from ``first`` on."""

    def __init__(self, number: int, stream: int, first: int) -> None:
        self.number = number
        self.stream = stream
        self.first = first
        self.data = bytearray()

    def row(self) -> tuple[int | bytes, ...]:
        """The piece as it stands, for its table."""
        data = zlib.compress(self.data, 3)
        row = (self.number, self.stream, self.first, len(self.data), data)
        return (*row, seal(*row))


class OutputPieces:
    """All output, cut into pieces; ``rows`` gives those that are new or longer than before."""

    def __init__(self) -> None:
        self.written = [0] * len(STREAMS)
        self.pieces = 0
        self._open: dict[int, Piece] = {}
        self._dirty: dict[int, Piece] = {}

    def add(self, stream: int, data: bytes) -> None:
        """``data`` came out of ``stream``."""
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

    def rows(self) -> list[tuple[int | bytes, ...]]:
        """What is to be stored now."""
        found = [piece.row() for piece in self._dirty.values()]
        self._dirty.clear()
        return found

    @property
    def waiting(self) -> int:
        """Bytes that are not stored yet."""
        return sum(len(piece.data) for piece in self._dirty.values())
