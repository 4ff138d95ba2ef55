"""From the spool into the recording: whole records, checked, and no step beyond the limit."""

import time
from collections.abc import Iterator

from visualizer.model import DamagedRecording, Event
from visualizer.recorder import wire
from visualizer.recording import Writer
from visualizer.session.ordering import Mark
from visualizer.session.spool import Spool

_PORTION = 1 << 18


class RecorderFailed(Exception):
    """The recorder gave up, or what it sent cannot be true; the message says what."""


class Intake:
    """Hands what the spool gives to the writer, as it is.

    ``beyond`` is set when there would be a step more than the limit allows.
    """

    def __init__(self, spool: Spool, writer: Writer, max_steps: int) -> None:
        self._spool = spool
        self._writer = writer
        self._max_steps = max_steps
        self._rest: list[bytes] = []
        self._held = self._needed = 0
        self.beyond = False
        self._recent: list[bytes] = []

    @property
    def last(self) -> Event | None:
        """How the program's own code ended, once it has."""
        return self._writer.ended

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
                self._keep(data)
                if time.monotonic() > until:
                    break
        except (ValueError, DamagedRecording) as error:
            raise _lied(error) from error
        # Asked for first: whatever was written before it was said is there by then.
        why = self._spool.last_words
        if why is not None and self.has_taken(self._spool.written):
            raise RecorderFailed(why)
        return came

    def has_taken(self, written: int) -> bool:
        """Whether everything there was at ``written`` has been taken."""
        return self._spool.consumed >= written

    def marks(self) -> Iterator[Mark]:
        """What the steps of the last ``take`` say of the two streams of output."""
        for whole in self._recent:
            # A record that is not whole comes again in the next one.
            for start, end in wire.split(whole)[0]:
                mark = _mark(wire.unpack(whole[start:end])[0])
                if mark is not None:
                    yield mark

    def _keep(self, data: bytes) -> None:
        if self.beyond:
            return
        if self._rest:
            # A long record comes in many portions, and is looked at when it is whole.
            self._rest.append(data)
            self._held += len(data)
            if self._held < self._needed:
                return
            data = b"".join(self._rest)
        writer = self._writer
        used = writer.add(data, self._max_steps)
        self._recent.append(data)
        if writer.failure is not None:
            raise RecorderFailed(writer.failure)
        rest = data[used:]
        self._rest = [rest] if rest else []
        self._held, self._needed = len(rest), 0
        if len(rest) >= wire.HEADER.size:
            self._needed = wire.record_length(*wire.HEADER.unpack_from(rest))
        # Whole, and yet not taken.
        self.beyond = 0 < self._needed <= len(rest)


def _lied(error: Exception) -> RecorderFailed:
    return RecorderFailed(f"the recorder sent invalid data: {error}")


def _mark(numbers: tuple[int, ...]) -> Mark | None:
    at = 0
    while numbers[at : at + 1] == (wire.TEXT,):
        at += 2
    if numbers[at : at + 1] != (wire.STEP,) or len(numbers) < at + 8:
        return None
    return numbers[at + 6], numbers[at + 7]
