"""The index of lives: each object's birth and death, and which others had its address.

The first query reads all wire records in one pass; in a growing recording, later queries continue
the pass. A life takes 48 bytes, whatever the object held.
"""

from array import array

from visualizer.model import DamagedRecording, Life
from visualizer.recording.read.chunk_reader import ChunkReader
from visualizer.recording.read.stored import Stored

_AT_ONCE = 4096
"""Steps whose births and deaths are noted together."""
_FAR = 1 << 20
"""The most serials skipped at once: a larger gap is damage, and would fill the memory."""


class Lives:
    """Finds lives by serial. In a damaged file it knows what comes before the damage."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._reader = ChunkReader(stored, is_of_lives=True)
        self._is_damaged = False
        # By serial; 0 stands for none. No object has index 0.
        self._born, self._died = array("q", [0]), array("q", [0])
        self._addresses, self._earlier = array("Q", [0]), array("q", [0])
        self._later, self._unreachable = array("q", [0]), array("q", [0])
        self._last_at: dict[int, int] = {}

    def life(self, serial: int) -> Life:
        """The life of an object; ``ValueError`` for a serial that no object has."""
        self._read_on()
        if not 0 < serial < len(self._born) or not self._born[serial]:
            raise ValueError(f"object {serial} is not known")
        return Life(
            serial,
            self._addresses[serial],
            self._born[serial],
            self._died[serial] or None,
            self._earlier[serial] or None,
            self._later[serial] or None,
            self._unreachable[serial] or None,
        )

    def _read_on(self) -> None:
        reader, steps = self._reader, self._stored.steps
        try:
            while not self._is_damaged and reader.step < steps:
                try:
                    reader.follow_to(min(reader.step + _AT_ONCE, steps))
                finally:
                    self._note()
        except (ValueError, DamagedRecording):
            # The code that shows the steps reports the fault.
            self._is_damaged = True

    def _note(self) -> None:
        births, deaths, islands = (array("q", data) for data in self._reader.follower.lives())
        for step, serial, address in zip(births[::3], births[1::3], births[2::3], strict=True):
            self._make_room(serial)
            self._born[serial], self._addresses[serial] = step, address
            earlier = self._last_at.get(address, 0)
            self._earlier[serial], self._later[earlier] = earlier, serial
            self._last_at[address] = serial
        for step, serial in zip(deaths[::2], deaths[1::2], strict=True):
            self._died[serial] = step
        for step, serial, flag in zip(islands[::3], islands[1::3], islands[2::3], strict=True):
            # An object's flag in the step that frees it holds at no step.
            if self._died[serial] != step:
                self._unreachable[serial] = step if flag else 0

    def _make_room(self, serial: int) -> None:
        if serial - len(self._born) > _FAR:
            raise ValueError(f"object {serial} comes too soon")
        missing = [0] * (serial + 1 - len(self._born))
        for dates in (self._born, self._died, self._earlier, self._later, self._unreachable):
            dates.extend(missing)
        self._addresses.extend(missing)
