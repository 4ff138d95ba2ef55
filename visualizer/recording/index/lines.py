"""The index of lines: at which steps a line is about to run, without making any step's objects.

The file lists the lines that each chunk runs. A search reads only the chunks that run a wanted
line, and caches their lines. ``scan_lines`` is the C function (``follow/lines.c``) if it was built.
"""

import sys
from array import array
from collections.abc import Collection, Iterator
from functools import lru_cache

from visualizer.recorder import wire
from visualizer.recording.follow.follower import compiled
from visualizer.recording.follow.plain.raw_objects import Fault
from visualizer.recording.read.places import MOST_CACHED, ChunkPlace
from visualizer.recording.read.stored import Stored

_LINE = wire.EVENTS.index("line")
_MOST_FILES, _MOST_LINES = (1 << 31) - 1, (1 << 32) - 1
_BEFORE = {wire.HELLO: (5, 2), wire.TEXT: (2, 1), wire.SOURCE: (3, 1)}
"""For each operation allowed before ``STEP`` its count of numbers, itself included, and how many
numbers at its end are lengths of text."""

type Place = tuple[str, int]
"""A file and a line."""
type Stretch = tuple[int, list[tuple[int, Place]]]
"""The step reached, and the steps up to it that are about to run a wanted line."""


def records_of_steps(data: bytes) -> Iterator[tuple[tuple[int, ...], int, bool, bytes]]:
    """Yield each record that belongs to a step: its numbers, and where the step begins in them;
    whether it completes the step; and its text from there on.

    Raises ``ValueError`` where the records cannot be read.
    """
    where, behind = wire.split(data)
    for start, end in where:
        numbers, text = wire.unpack(data[start:end])
        at = read = 0
        while at < len(numbers) and (before := _BEFORE.get(numbers[at])):
            width, lengths = before
            at += width
            read += sum(numbers[at - lengths : at])
        if at > len(numbers):
            raise ValueError("an operation that is cut off")
        if at < len(numbers) and numbers[at] in (wire.STEP, wire.ON):
            yield numbers, at, numbers[-1] != wire.MORE, text[read:]
    if behind != len(data):
        raise ValueError("a record that is cut off")


def plain_scan_lines(records: bytes) -> bytes:
    """Return ``file << 32 | line`` for each whole step that is about to run a line, else -1.

    As 64-bit numbers. Raises ``Fault`` where the records cannot be read.
    """
    lines, line = array("q"), -1
    try:
        for numbers, at, is_whole, _ in records_of_steps(records):
            if numbers[at] == wire.STEP:
                event, _, file, place = numbers[at + 1 : at + 5]
                line = _line_of(event, file, place)
            if is_whole:
                lines.append(line)
    except ValueError as error:
        raise Fault("a record that cannot be read") from error
    return lines.tobytes()


def _line_of(event: int, file: int, line: int) -> int:
    is_line = event == _LINE and 0 <= file <= _MOST_FILES and 0 <= line <= _MOST_LINES
    return file << 32 | line if is_line else -1


scan_lines = plain_scan_lines if compiled is None else compiled.scan_lines


def begins_within(records: bytes) -> bool:
    """Whether the first record does not continue a step."""
    first = memoryview(records)[wire.HEADER.size : wire.HEADER.size + 8]
    return len(first) < 8 or first.cast("q")[0] != wire.ON


def _places_of(line: int, lines: bytes) -> Iterator[int]:
    """Yield where a line is among the lines that ``scan_lines`` found; ``find`` is quickest."""
    wanted = line.to_bytes(8, sys.byteorder)
    at = lines.find(wanted)
    while at >= 0:
        if at % 8 == 0:
            yield at // 8
        at = lines.find(wanted, at // 8 * 8 + 8 if at % 8 == 0 else at + 1)


class LineIndex:
    """Finds the steps before or after a step that are about to run given lines."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._lines = lru_cache(MOST_CACHED)(self._read)
        self._of_chunk: dict[int, array[int]] = {}
        """The lines that each chunk runs, by its number, as far as the file lists them."""

    def stretches(self, places: Collection[Place], step: int, direction: int) -> Iterator[Stretch]:
        """Yield steps after ``step`` (``direction`` 1), or before it (-1), the nearest first.

        A stretch may be empty, so that the caller can check the clock. Raises ``DamagedRecording``.
        """
        names, wanted = 0, dict[int, Place]()
        self._look()
        for place in self._stored.chunks(step, direction):
            if len(self._stored.names) != names:
                names, wanted = len(self._stored.names), self._wanted(places)
            run = self._run_by(place.number - 1, wanted)
            lines = self._lines(place) if run else b""
            found = sorted(
                (
                    (place.first + at, wanted[line])
                    for line in run
                    for at in _places_of(line, lines)
                    if (place.first + at - step) * direction > 0
                ),
                reverse=direction < 0,
            )
            reached = place.first + place.steps - 1 if direction > 0 else place.first
            yield reached, found

    def _look(self) -> None:
        """Read the lists of lines of new chunks."""
        last = next(reversed(self._of_chunk), 0)
        if last + 1 < len(self._stored.places):
            self._of_chunk |= self._stored.rows.lines(last)

    def _run_by(self, at: int, wanted: dict[int, Place]) -> Collection[int]:
        """Those of the wanted lines that a chunk may run."""
        known = self._of_chunk.get(at + 1)
        return wanted if known is None else [line for line in known if line in wanted]

    def _wanted(self, places: Collection[Place]) -> dict[int, Place]:
        numbers = {name: number for number, name in enumerate(self._stored.names)}
        return {
            numbers[place[0]] << 32 | place[1]: place for place in places if place[0] in numbers
        }

    def _read(self, place: ChunkPlace) -> bytes:
        """The line that each step of a chunk is about to run, in the form of ``scan_lines``."""
        rows, places = self._stored.rows, self._stored.places
        pieces = [rows.chunk(place)[0]]
        # A step that begins in an earlier chunk has its line there.
        while not begins_within(pieces[0]) and len(pieces) < place.number:
            pieces.insert(0, rows.chunk(places[place.number - 1 - len(pieces)])[0])
        try:
            before = len(scan_lines(b"".join(pieces[:-1])))
            lines = scan_lines(b"".join(pieces))[before:]
            if len(lines) < 8 * place.steps:
                raise Fault("is missing")
        except Fault as error:
            raise rows.damaged(f"step {place.first}: {error}") from error
        # A growing recording may have more steps by now than ``place`` says.
        return lines[: 8 * place.steps]
