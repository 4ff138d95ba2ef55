"""From the spool into the recording: whole records, checked, and no step beyond the limit."""

import struct
import time
from collections.abc import Iterator

from visualizer.model import DamagedRecording, Event
from visualizer.recorder import wire
from visualizer.recording import Writer
from visualizer.session.ordering import Mark
from visualizer.session.spool import Spool

_PORTION = 1 << 18
_FIRST_NUMBER = struct.Struct("<q")
_LAST = (Event.FINISH, Event.UNCAUGHT)


class RecorderFailed(Exception):
    """The recorder gave up, or what it sent cannot be true; the message says what."""


class Intake:
    """Cuts what the spool gives into records and hands them to the writer.

    ``last`` is how the program's own code ended, once it has; ``beyond`` is set when there would
    be a step more than the limit allows.
    """

    def __init__(self, spool: Spool, writer: Writer, max_steps: int) -> None:
        self._spool = spool
        self._writer = writer
        self._max_steps = max_steps
        self._buffer = bytearray()
        self.last: Event | None = None
        self.beyond = False
        self._recent: list[bytes] = []

    @property
    def at_limit(self) -> bool:
        """Whether the last step that is allowed has been taken."""
        return self._writer.steps >= self._max_steps

    def take(self, written: int, seconds: float) -> bool:
        """Take in what there was at ``written``, for about ``seconds``; whether anything came.

        Raises ``RecorderFailed``, and ``NotKept`` from the writer.
        """
        until = time.monotonic() + seconds
        came = False
        self._recent.clear()
        try:
            while data := self._spool.take(written, _PORTION):
                came = True
                self._buffer += data
                self._cut()
                if time.monotonic() > until:
                    break
        except (ValueError, DamagedRecording) as error:
            raise RecorderFailed(str(error)) from error
        return came

    def has_taken(self, written: int) -> bool:
        """Whether everything there was at ``written`` has been taken."""
        return self._spool.consumed >= written

    def marks(self) -> Iterator[Mark]:
        """What the steps of the last ``take`` say of the two streams of output."""
        for whole in self._recent:
            for start, end in wire.split(whole)[0]:
                mark = _mark(wire.unpack(whole[start:end])[0])
                if mark is not None:
                    yield mark

    def _cut(self) -> None:
        places, rest = wire.split(self._buffer)
        if not places:
            return
        whole = bytes(memoryview(self._buffer)[:rest])
        del self._buffer[:rest]
        self._recent.append(whole)
        for start, end in places:
            self._keep(whole[start:end])

    def _keep(self, record: bytes) -> None:
        writer = self._writer
        if writer.steps >= self._max_steps:
            self.beyond = True
            return
        if len(record) >= 24 and _FIRST_NUMBER.unpack_from(record, 16)[0] == wire.FAILED:
            raise RecorderFailed(wire.unpack(record)[1].decode("utf-8", "backslashreplace"))
        writer.add(record)
        if self.last is None and writer.last_event in _LAST:
            self.last = writer.last_event


def _mark(numbers: tuple[int, ...]) -> Mark | None:
    at = 0
    while numbers[at : at + 1] == (wire.TEXT,):
        at += 2
    if numbers[at : at + 1] != (wire.STEP,) or len(numbers) < at + 8:
        return None
    return numbers[at + 6], numbers[at + 7]
