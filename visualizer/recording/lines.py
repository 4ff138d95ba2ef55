"""The index of lines: at which steps a line is about to run, without making any step's objects.

Read a chunk at a time by whoever has the time; a recording that grows is read on from where the
last look ended.
"""

from array import array
from collections.abc import Sequence

from visualizer.recording.chunks import NOT_FOLLOWED
from visualizer.recording.raw_objects import Fault
from visualizer.recording.skim import Skim
from visualizer.recording.stored import Stored


class LineIndex:
    """Asked by file and line; ``known`` says up to which step it can tell."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._steps: dict[int, array[int]] = {}
        self._chunk = self._offset = 0
        self._seen: list[int] = []
        self._skim = Skim(self._seen.append)
        self.known = 0

    @property
    def is_complete(self) -> bool:
        """Whether it has all steps that there are so far."""
        return self.known >= self._stored.steps

    def read_on(self) -> None:
        """Take in the next chunk, once its names are known. Raises ``DamagedRecording``."""
        stored = self._stored
        if self._chunk >= len(stored.places):
            return
        if stored.places[self._chunk].named == NOT_FOLLOWED:
            stored.late.advance(upto=self._chunk + 1)
            if stored.end is None:
                return
        rows, places = stored.rows, stored.places
        records, _, place = rows.chunk(self._chunk + 1)
        try:
            offset = self._skim.take(records, self._offset, len(records), bytearray())
            if offset < len(records):
                raise Fault("a record that cannot be read")
        except Fault as error:
            raise rows.damaged(f"step {self.known + 1}: {error}") from error
        self._offset = offset
        self._take_seen()
        if self._chunk + 1 < len(places):
            if self.known < place.first + place.steps - 1:
                raise rows.damaged(f"step {self.known + 1}: is missing")
            self._chunk, self._offset = self._chunk + 1, 0

    def steps_at(self, file: str, line: int) -> Sequence[int]:
        """The known steps at which this line is about to run, in order."""
        names = self._stored.names
        number = next((at for at, name in enumerate(names) if name == file), None)
        return self._steps.get(number << 32 | line, ()) if number is not None else ()

    def _take_seen(self) -> None:
        """Note the steps that have been gone past, at the lines that they are at."""
        steps = self._steps
        for step, key in enumerate(self._seen, self.known + 1):
            found = steps.get(key)
            if found is None:
                found = steps[key] = array("q")
            found.append(step)
        self.known += len(self._seen)
        self._seen.clear()
