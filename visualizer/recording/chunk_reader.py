"""Take chunks apart: in order, or from the nearest keyframe on."""

import gc
import time
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager

from visualizer.model import DamagedRecording, Delta, State
from visualizer.recorder import wire
from visualizer.recording.decoder import Decoder
from visualizer.recording.raw import RawState
from visualizer.recording.raw_objects import Fault
from visualizer.recording.rows import KeyframePlace
from visualizer.recording.stored import Stored

_AT_ONCE = 4096
"""Steps that are gone past without asking whether there is time: at most some 30 ms."""
_MANY, _FEW = 1024, 64
"""Steps that are not gone past without keeping keyframes of them, and steps that are gone past
sooner than a keyframe is read."""


class ChunkReader:
    """Stands behind a step, ``step``; goes past ``few`` sooner than it reads a keyframe.

    Where it only ``goes_past`` steps, ``raw_before`` is all that may be asked for.

    Raises ``DamagedRecording``.
    """

    def __init__(self, stored: Stored, few: int = _FEW, *, goes_past: bool = False) -> None:
        self._stored = stored
        self._few = few
        self._goes_past = goes_past
        self._begin()

    @property
    def step(self) -> int:
        """The step behind which it stands."""
        return self._decoder.raw.steps

    def state_before(self, step: int) -> State:
        """The state before ``step``; good until the next call."""
        self._go_to(step)
        return self._decoder.state

    def raw_before(self, step: int) -> RawState:
        """The same as the wire has it: nothing of it is made for the model."""
        self._go_to(step)
        return self._decoder.raw

    def read(self, first: int, last: int, found: list[Delta]) -> int:
        """Put the deltas of the steps ``first`` to ``last`` into ``found``, which may have some.

        Gives the bytes of their records. Where one cannot be read, those before it are there.
        """
        self._go_to(first + len(found))
        decoder, size = self._decoder, 0
        with _no_collector(), self._faults():
            while decoder.raw.steps < last:
                record = self._next()
                size += len(record)
                delta = decoder.decode(record)
                if delta is not None:
                    found.append(delta)
        return size

    def _begin(self) -> None:
        self._stand(Decoder(self._stored.names, goes_past=self._goes_past), 0)

    def _stand(self, decoder: Decoder, chunk: int) -> None:
        """Before the first record of a chunk, counted from 0, with what leads there."""
        self._decoder, self._chunk = decoder, chunk
        # Its records as far as they had come when it was looked at, and where it stands in them.
        self._data = b""
        self._at = 0

    def lead_to(self, step: int, seconds: float) -> bool:
        """Go past steps before ``step`` for so long; whether it can then be come to at once."""
        keyframe = self._keyframe(step)
        start = keyframe.step if keyframe is not None else 0
        here = self.step if self.step < step else 0
        if step - max(start, here) <= _AT_ONCE:
            return True
        if seconds:
            if not self._leads_to(step):
                self._restart(step)
            until = time.monotonic() + seconds
            with _no_collector(), self._faults():
                while self.step < step - 1:
                    self._pass(step - 1 - self.step)
                    if time.monotonic() > until:
                        break
        return self.step == step - 1

    def _pass(self, most: int) -> None:
        """Go past up to ``most`` steps, or a record."""
        if not self._skip_run(most):
            self._decoder.skip(self._next())

    def _go_to(self, step: int) -> None:
        if step - self.step > _MANY:
            # Gone past in a way that leaves keyframes behind.
            self._stored.late.advance(upto=self._stored.chunk_of(step))
        if not self._leads_to(step):
            self._restart(step)
        decoder = self._decoder
        with _no_collector(), self._faults():
            while decoder.raw.steps < step - 1:
                self._pass(step - 1 - decoder.raw.steps)

    def _leads_to(self, step: int) -> bool:
        """Whether it is best to go on from where we stand."""
        here = self.step
        if here >= step - 1:
            return here == step - 1
        keyframe = self._keyframe(step)
        return keyframe is None or keyframe.step <= here or step - here < self._few

    def _keyframe(self, step: int) -> KeyframePlace | None:
        """The last keyframe that leads to ``step``."""
        keyframes = self._stored.keyframes
        found = bisect_right(keyframes, step - 1, key=lambda place: place.step)
        return keyframes[found - 1] if found else None

    def _restart(self, step: int) -> None:
        """Stand at the keyframe that leads to ``step``, or at the very beginning."""
        keyframe = self._keyframe(step)
        while keyframe is not None:
            if self._restore(keyframe):
                return
            # Damaged: the one before leads there as well, only slower.
            keyframe = self._keyframe(keyframe.step)
        self._begin()

    def _restore(self, keyframe: KeyframePlace) -> bool:
        stored = self._stored
        chunk = keyframe.chunk - 1
        try:
            if chunk >= len(stored.places) or stored.places[chunk].first != keyframe.step + 1:
                return False
            records, step, highest = stored.keyframe(keyframe.chunk)
            named = stored.places[chunk].named
            decoder = Decoder(stored.names, named, goes_past=self._goes_past)
            with _no_collector():
                decoder.restore(records, step, highest)
        except (DamagedRecording, Fault):
            return False
        self._stand(decoder, chunk)
        return True

    def _skip_run(self, most: int) -> bool:
        """Go past common steps in one go, if such are at hand."""
        run = self._decoder.skip_run(self._data, self._at, most)
        self._at = run.end
        return run.steps > 0

    def _next(self) -> bytes:
        """The next record; ``Fault`` where there is none."""
        while self._at == len(self._data):
            places = self._stored.places
            if self._chunk < len(places) and self._at < places[self._chunk].size:
                self._read_chunk()
            elif self._chunk + 1 < len(places):
                self._chunk, self._data, self._at = self._chunk + 1, b"", 0
            else:
                raise Fault("is missing")
        start, self._at = self._at, wire.next_record(self._data, self._at)
        if start == self._at:
            raise Fault("is not whole")
        return self._data[start : self._at]

    def _read_chunk(self) -> None:
        """What has come of the chunk since it was looked at."""
        records, _, place = self._stored.rows.chunk(self._chunk + 1)
        if not self._at and place.first - 1 != self.step:
            raise Fault("is missing" if place.first - 1 > self.step else "is there twice")
        self._data = records

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except ValueError as error:
            step = self.step + 1
            self._begin()
            raise self._stored.rows.damaged(f"step {step}: {error}") from error
        except DamagedRecording:
            self._begin()
            raise


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
