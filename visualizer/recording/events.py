"""The index of events: what kind of step each step is, without decoding any."""

import re

from visualizer.model import Event
from visualizer.recorder import wire
from visualizer.recording.chunks import COLLECTED, WROTE
from visualizer.recording.stored import Stored


class EventIndex:
    """A byte for each step; asked for all steps of a kind."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._bytes: list[bytes] = []

    def steps_of(self, *events: Event) -> list[int]:
        """The steps of these events, in order."""
        kinds = [wire.EVENTS.index(event) for event in events]
        return self._where([byte for byte in range(256) if byte & 0x0F in kinds])

    def with_output(self) -> list[int]:
        """The steps at which there was more output than at the step before."""
        return self._where([byte for byte in range(256) if byte & WROTE])

    def with_collections(self) -> list[int]:
        """The steps that come after a run of the cyclic collector."""
        return self._where([byte for byte in range(256) if byte & COLLECTED])

    def _where(self, wanted: list[int]) -> list[int]:
        found: list[int] = []
        if not wanted:
            return found
        pattern = re.compile(b"[" + re.escape(bytes(wanted)) + b"]")
        for index, place in enumerate(self._stored.places):
            if index >= len(self._bytes):
                self._bytes.append(b"")
            if len(self._bytes[index]) != place.steps:
                self._bytes[index] = self._stored.rows.events(place.number, place.steps)
            first = place.first
            found += [first + match.start() for match in pattern.finditer(self._bytes[index])]
        return found
