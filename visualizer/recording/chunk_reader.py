"""Take chunks apart: in order, or from the nearest keyframe on."""

import gc
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager

from visualizer.model import DamagedRecording, Delta, State
from visualizer.recorder import wire
from visualizer.recording.decoder import Decoder
from visualizer.recording.raw_objects import Fault
from visualizer.recording.rows import ChunkPlace, KeyframePlace
from visualizer.recording.stored import Stored

_FEW = 2
"""Chunks that are gone past without a thought."""


class ChunkReader:
    """Stands in front of a chunk, or within the last one while that grows.

    Chunks are counted from 0 here. Raises ``DamagedRecording``.
    """

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._given = 0
        """How many deltas of the chunk where we stand have been given."""
        self._begin()

    def state_before(self, chunk: int) -> State:
        """The state before the first step of ``chunk``; good until the next call."""
        self._go_to(chunk)
        return self._decoder.state

    def read(self, chunk: int, found: list[Delta]) -> None:
        """Put the deltas of ``chunk`` into ``found``, as far as they can be read.

        The same list can be given again when the chunk has grown.
        """
        if self._chunk != chunk or not self._offset or len(found) != self._given:
            self._go_to(chunk)
            found.clear()
        records, place = self._records()
        try:
            with _no_collector():
                for record in records:
                    delta = self._decoder.decode(record)
                    if delta is not None:
                        found.append(delta)
        except Fault as error:
            raise self._fault(place.first + len(found), error) from error
        if len(found) != place.steps:
            raise self._fault(place.first + len(found), "is missing")
        self._given = len(found)
        self._advance()

    def _begin(self) -> None:
        self._decoder = Decoder(self._stored.names)
        # In front of this byte of this chunk; what of it comes next ends there.
        self._chunk, self._offset, self._end = 0, 0, 0

    def _go_to(self, chunk: int) -> None:
        if chunk > self._chunk + _FEW:
            # Gone past in a way that leaves keyframes behind.
            self._stored.late.advance(upto=chunk)
        if not self._leads_to(chunk):
            self._restart(chunk)
        while self._chunk < chunk:
            records, _ = self._records()
            try:
                with _no_collector():
                    for record in records:
                        self._decoder.skip(record)
            except Fault as error:
                raise self._fault(self._decoder.raw.steps + 1, error) from error
            self._advance()

    def _leads_to(self, chunk: int) -> bool:
        """Whether it is best to go on from where we stand."""
        if self._chunk >= chunk:
            return self._chunk == chunk and self._offset == 0
        keyframe = self._keyframe(chunk)
        return keyframe is None or keyframe.chunk - 1 <= self._chunk

    def _keyframe(self, chunk: int) -> KeyframePlace | None:
        """The last keyframe before the steps of ``chunk``."""
        keyframes = self._stored.keyframes
        found = bisect_right(keyframes, chunk + 1, key=lambda place: place.chunk)
        return keyframes[found - 1] if found else None

    def _restart(self, chunk: int) -> None:
        """Stand at the keyframe that leads to ``chunk``, or at the very beginning."""
        keyframe = self._keyframe(chunk)
        while keyframe is not None:
            if self._restore(keyframe):
                return
            # Damaged: the one before leads there as well, only slower.
            keyframe = self._keyframe(keyframe.chunk - 2)
        self._begin()

    def _restore(self, keyframe: KeyframePlace) -> bool:
        stored = self._stored
        chunk = keyframe.chunk - 1
        try:
            if chunk >= len(stored.places) or stored.places[chunk].first != keyframe.step + 1:
                return False
            records, step, highest = stored.keyframe(keyframe.chunk)
            decoder = Decoder(stored.names, stored.places[chunk].named)
            with _no_collector():
                decoder.restore(records, step, highest)
        except (DamagedRecording, Fault):
            return False
        self._decoder, self._chunk, self._offset = decoder, chunk, 0
        return True

    def _records(self) -> tuple[list[bytes], ChunkPlace]:
        """The records from where we stand to the end of the chunk, and where that is."""
        records, _, place = self._stored.rows.chunk(self._chunk + 1)
        try:
            where, self._end = wire.split(records, self._offset)
        except ValueError as error:
            raise self._fault(place.first, error) from error
        if self._end != len(records) or not place.first - 1 <= self._decoder.raw.steps:
            raise self._fault(place.first, "is not whole")
        return [records[start:end] for start, end in where], place

    def _advance(self) -> None:
        if self._chunk + 1 < len(self._stored.places):
            self._chunk, self._offset = self._chunk + 1, 0
        else:
            # There may be more of it later.
            self._offset = self._end

    def _fault(self, step: int, error: object) -> DamagedRecording:
        self._begin()
        return self._stored.rows.damaged(f"step {step}: {error}")


@contextmanager
def _no_collector() -> Iterator[None]:
    """Thousands of new objects would set it off again and again, and none is part of a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
