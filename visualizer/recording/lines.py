"""The index of lines: at which steps a line is about to run, without making any step's objects.

Read a chunk at a time by whoever has the time; a recording that grows is read on from where the
last look ended.
"""

import struct
from array import array
from collections.abc import Sequence

from visualizer.model import Event
from visualizer.recorder import wire
from visualizer.recording.stored import Stored

_LINE = wire.EVENTS.index(Event.LINE)
_HEADER, _PLACE = wire.HEADER.size, struct.Struct("<8q")
_NUMBER = struct.Struct("<q")
_NO_LINE = (-1, -1)
_BEFORE = {wire.HELLO: 5, wire.TEXT: 2, wire.SOURCE: 3, wire.FAILED: 2}
"""How many numbers each operation takes that may stand before ``STEP``, itself included."""


class LineIndex:
    """Asked by file and line; ``known`` says up to which step it can tell."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._steps: dict[tuple[int, int], array[int]] = {}
        self._chunk = self._offset = 0
        self._place: tuple[int, int] | None = None
        """File and line of the step that is not whole yet, if it is at a line."""
        self.known = 0

    @property
    def is_complete(self) -> bool:
        """Whether it has all steps that there are so far."""
        return self.known >= self._stored.steps

    def read_on(self) -> None:
        """Take in the next chunk. Raises ``DamagedRecording``."""
        places = self._stored.places
        if self._chunk >= len(places):
            return
        rows = self._stored.rows
        records, _, place = rows.chunk(self._chunk + 1)
        try:
            where, end = wire.split(records, self._offset)
            for start, stop in where:
                self._take(records, start, stop)
        except (ValueError, struct.error) as error:
            raise rows.damaged(f"step {self.known + 1}: {error}") from error
        self._offset = end
        if self._chunk + 1 < len(places):
            if self.known < place.first + place.steps - 1:
                raise rows.damaged(f"step {self.known + 1}: is missing")
            self._chunk, self._offset = self._chunk + 1, 0

    def steps_at(self, file: str, line: int) -> Sequence[int]:
        """The known steps at which this line is about to run, in order."""
        names = self._stored.names
        number = next((at for at, name in enumerate(names) if name == file), None)
        return self._steps.get((number, line), ()) if number is not None else ()

    def _take(self, records: bytes, start: int, stop: int) -> None:
        count, _ = wire.HEADER.unpack_from(records, start)
        at, end = start + _HEADER, start + _HEADER + 8 * count
        if end > stop or not count:
            return
        while at < end and (size := _BEFORE.get(_NUMBER.unpack_from(records, at)[0])):
            at += 8 * size
        if at + _PLACE.size <= end:
            number, event, _, file, line, *_ = _PLACE.unpack_from(records, at)
            if number == wire.STEP:
                # Where one was given up half-way, this one stands for it.
                self._place = (file, line) if event == _LINE else _NO_LINE
        if self._place is not None and _NUMBER.unpack_from(records, end - 8)[0] != wire.MORE:
            self.known += 1
            if self._place is not _NO_LINE:
                self._steps.setdefault(self._place, array("q")).append(self.known)
            self._place = None
