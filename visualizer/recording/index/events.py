"""The index of events: what kind of step each step is, without decoding any."""

import re
from array import array

from visualizer.model import Event
from visualizer.recorder import wire
from visualizer.recording.follow.plain.raw import COLLECTED, WROTE
from visualizer.recording.read.stored import Stored


class EventIndex:
    """Has a byte for each step; finds all steps of a kind."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._bytes: list[bytes] = []
        self._found: dict[bytes, _Found] = {}

    def steps_of(self, *events: Event) -> list[int]:
        """The steps of these events, in order."""
        kinds = [wire.EVENTS.index(event) for event in events]
        return self._where(bytes(byte for byte in range(256) if byte & 0x0F in kinds))

    def with_output(self) -> list[int]:
        """The steps with more output than the step before."""
        return self._where(bytes(byte for byte in range(256) if byte & WROTE))

    def with_collections(self) -> list[int]:
        """The steps that come after a run of the cyclic collector."""
        return self._where(bytes(byte for byte in range(256) if byte & COLLECTED))

    def _where(self, wanted: bytes) -> list[int]:
        if not wanted:
            return []
        found = self._found.setdefault(wanted, _Found())
        pattern = re.compile(b"[" + re.escape(wanted) + b"]")
        places = self._stored.places
        for index, place in enumerate(places[found.chunk :], found.chunk):
            if index >= len(self._bytes):
                self._bytes.append(b"")
            if len(self._bytes[index]) != place.steps:
                self._bytes[index] = self._stored.rows.events(place.number, place.steps)
            matches = pattern.finditer(self._bytes[index], found.seen)
            found.steps.extend([place.first + match.start() for match in matches])
            found.chunk, found.seen = index, place.steps
            if place is not places[-1]:
                found.chunk, found.seen = index + 1, 0
        return found.steps.tolist()


class _Found:
    """The steps found so far: in all chunks before ``chunk``, and in its first ``seen`` steps."""

    def __init__(self) -> None:
        self.steps = array("q")
        self.chunk = self.seen = 0
