"""What a program wrote and read, byte by byte."""

from bisect import bisect_right
from functools import lru_cache

from visualizer.recording.read.places import PiecePlace
from visualizer.recording.read.rows import Rows
from visualizer.recording.storage import STREAMS

_AT_HAND = 4
"""Pieces that stay unpacked: one for each stream, and one more for going back."""


class Outputs:
    """The output in a recording, as far as ``refresh`` has found it."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._places: dict[str, list[PiecePlace]] = {stream: [] for stream in STREAMS}
        self._piece = lru_cache(_AT_HAND)(self._unpacked)
        self.pieces = 0

    def refresh(self) -> None:
        """Find new pieces. Raises ``DamagedRecording`` where pieces do not follow each other."""
        # The last piece of each stream may have grown since.
        first = min((places[-1].number for places in self._places.values() if places), default=1)
        for place in self._rows.piece_places(first):
            places = self._places[place.stream]
            while places and places[-1].number >= place.number:
                places.pop()
            if place.first != self._length(places):
                raise self._rows.damaged(
                    f"output {place.number} does not continue what came before"
                )
            places.append(place)
            self.pieces = max(self.pieces, place.number)

    def written(self) -> tuple[int, ...]:
        """How many bytes there are of each stream."""
        return tuple(self._length(self._places[stream]) for stream in STREAMS)

    def read(self, stream: str, start: int, end: int | None) -> bytes:
        """The bytes of ``stream`` from ``start`` to ``end``, as many of them as there are."""
        places = self._places[stream]
        end = self._length(places) if end is None else min(end, self._length(places))
        found = []
        at = bisect_right(places, start, key=lambda place: place.first) - 1
        while 0 <= start < end:
            place = places[at]
            data = self._piece(place)
            found.append(data[start - place.first : end - place.first])
            start, at = place.first + place.size, at + 1
        return b"".join(found)

    def _unpacked(self, place: PiecePlace) -> bytes:
        data, now = self._rows.piece(place.number)
        # In a growing recording the piece may be longer by now.
        if now.stream != place.stream or now.first != place.first or now.size < place.size:
            raise self._rows.damaged(f"output {place.number} has moved")
        return data[: place.size]

    @staticmethod
    def _length(places: list[PiecePlace]) -> int:
        return places[-1].first + places[-1].size if places else 0
