"""Moves records from the spool to the writer: complete, checked, and within the step limit."""

import time
from collections.abc import Iterator

from visualizer.model import DamagedRecording, Event
from visualizer.recorder import wire
from visualizer.recording import Writer
from visualizer.session.spool import Spool
from visualizer.session.streams.ordering import Mark

_PORTION = 1 << 18


class RecorderFailed(Exception):
    """The recorder gave up or sent invalid data; the message is the reason."""


class Intake:
    """Passes records from the spool to the writer unchanged.

    ``exceeds_limit`` becomes true when there is a step beyond the limit.
    """

    def __init__(self, spool: Spool, writer: Writer, max_steps: int) -> None:
        self._spool = spool
        self._writer = writer
        self._max_steps = max_steps
        self._rest: list[bytes] = []
        self._held = self._needed = 0
        self.exceeds_limit = False
        self._recent: list[bytes] = []

    @property
    def end_event(self) -> Event | None:
        """The event with which the program's own code ended; None before its end."""
        return self._writer.ended

    @property
    def has_reached_limit(self) -> bool:
        """Whether the last step within the limit has been stored."""
        return self._writer.steps >= self._max_steps

    def read_records(self, written: int, seconds: float) -> bool:
        """Store the records up to the position ``written``, for about ``seconds``.

        Returns whether there were any. Raises ``RecorderFailed``, and ``NotKept`` from the writer.
        """
        until = time.monotonic() + seconds
        arrived = False
        self._recent.clear()
        try:
            while data := self._spool.read(written, _PORTION):
                arrived = True
                self._store(data)
                if time.monotonic() > until:
                    break
        except (ValueError, DamagedRecording) as error:
            raise RecorderFailed(f"the recorder sent invalid data: {error}") from error
        # Read before ``written``: everything sent before that text is in the spool by then.
        why = self._spool.end_reason
        if why is not None and self.has_read(self._spool.written):
            raise RecorderFailed(why)
        return arrived

    def has_read(self, written: int) -> bool:
        """Whether everything up to the position ``written`` has been read."""
        return self._spool.consumed >= written

    def marks(self) -> Iterator[Mark]:
        """Yield the output positions of the steps that the last ``read_records`` stored."""
        for whole in self._recent:
            # An incomplete record is the beginning of the next portion.
            for start, end in wire.split(whole)[0]:
                mark = _output_mark(wire.unpack(whole[start:end])[0])
                if mark is not None:
                    yield mark

    def _store(self, data: bytes) -> None:
        if self.exceeds_limit:
            return
        if self._rest:
            # A long record comes in many portions and is stored when it is complete.
            self._rest.append(data)
            self._held += len(data)
            if self._held < self._needed:
                return
            data = b"".join(self._rest)
        writer = self._writer
        used = writer.add(data, self._max_steps)
        self._recent.append(data)
        rest = data[used:]
        self._rest = [rest] if rest else []
        self._held, self._needed = len(rest), 0
        if len(rest) >= wire.HEADER.size:
            self._needed = wire.record_length(*wire.HEADER.unpack_from(rest))
        # A complete record that the writer did not accept.
        self.exceeds_limit = 0 < self._needed <= len(rest)


def _output_mark(numbers: tuple[int, ...]) -> Mark | None:
    at = 0
    while numbers[at : at + 1] == (wire.TEXT,):
        at += 2
    if numbers[at : at + 1] != (wire.STEP,) or len(numbers) < at + 8:
        return None
    return numbers[at + 6], numbers[at + 7]
