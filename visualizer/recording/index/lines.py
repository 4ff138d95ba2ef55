"""The index of lines: at which steps a line is about to run, without making any step's objects.

The file tells of each chunk which lines it runs. One that runs a line in question is looked at when
somebody comes past it, and what it says is kept.
"""

from array import array
from collections.abc import Collection, Iterator

from visualizer.recording.follow.plain.raw_objects import Fault
from visualizer.recording.index.headers import begins_within, scan_lines
from visualizer.recording.read.stored import Stored

type Place = tuple[str, int]
"""A file and a line."""
type Stretch = tuple[int, list[tuple[int, Place]]]
"""How far one has come, and the steps up to there that are about to run one of some lines."""


class LineIndex:
    """Asked by files and lines for the steps on one side of another."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._known: dict[int, bytes] = {}
        self._of_chunk: dict[int, array[int]] = {}
        """Which lines a chunk runs at all, by number, as far as the file tells."""

    def stretches(self, places: Collection[Place], step: int, direction: int) -> Iterator[Stretch]:
        """Steps behind ``step`` (``direction`` 1), or before it (-1), the nearest first.

        A stretch may have none, so that whoever asks can look at the clock. Raises
        ``DamagedRecording``.
        """
        names, wanted = 0, dict[int, Place]()
        self._look()
        for place in self._stored.chunks(step, direction):
            if len(self._stored.names) != names:
                names, wanted = len(self._stored.names), self._wanted(places)
            found = list[tuple[int, Place]]()
            if self._may_run(place.number - 1, wanted):
                found = [
                    (number, wanted[line])
                    for number, line in enumerate(self._lines(place.number - 1), place.first)
                    if line in wanted and (number - step) * direction > 0
                ]
            reached = place.first + place.steps - 1 if direction > 0 else place.first
            yield reached, found[::direction]

    def _look(self) -> None:
        """Take in what the file tells of chunks that were not there before."""
        last = next(reversed(self._of_chunk), 0)
        if last + 1 < len(self._stored.places):
            self._of_chunk |= self._stored.rows.lines(last)

    def _may_run(self, at: int, wanted: Collection[int]) -> bool:
        known = self._of_chunk.get(at + 1)
        return known is None or any(line in wanted for line in known)

    def _wanted(self, places: Collection[Place]) -> dict[int, Place]:
        numbers = {name: number for number, name in enumerate(self._stored.names)}
        return {
            numbers[place[0]] << 32 | place[1]: place for place in places if place[0] in numbers
        }

    def _lines(self, at: int) -> "memoryview[int]":
        """Of each step of a chunk which line it is about to run, as ``scan_lines`` has it."""
        lines = self._known.get(at)
        if lines is None:
            lines = self._read(at)
            # The last chunk may go on.
            if at + 1 < len(self._stored.places):
                self._known[at] = lines
        return memoryview(lines).cast("q")

    def _read(self, at: int) -> bytes:
        rows, place = self._stored.rows, self._stored.places[at]
        pieces = [rows.chunk(at + 1)[0]]
        # A step that has begun in a chunk before tells there where it is.
        while not begins_within(pieces[0]) and len(pieces) <= at:
            pieces.insert(0, rows.chunk(at + 1 - len(pieces))[0])
        try:
            before = len(scan_lines(b"".join(pieces[:-1])))
            lines = scan_lines(b"".join(pieces))[before:]
            if len(lines) < 8 * place.steps:
                raise Fault("is missing")
        except Fault as error:
            raise rows.damaged(f"step {place.first}: {error}") from error
        # Of a recording that grows there may be more by now than was looked up.
        return lines[: 8 * place.steps]
