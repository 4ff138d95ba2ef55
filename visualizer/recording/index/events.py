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
        self._bytes: dict[int, bytes] = {}
        """The events of each chunk, by its number."""
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
        for place in self._stored.chunks(found.seen + 1, 1):
            number, first = place.number, place.first
            events = self._bytes.get(number, b"")
            if len(events) != place.steps:
                events = self._bytes[number] = self._stored.rows.events(number, place.steps)
            matches = pattern.finditer(events, found.seen + 1 - first)
            found.steps.extend([first + match.start() for match in matches])
            found.seen = first + place.steps - 1
        return found.steps.tolist()


class _Found:
    """The steps found among the first ``seen`` ones."""

    def __init__(self) -> None:
        self.steps, self.seen = array("q"), 0
