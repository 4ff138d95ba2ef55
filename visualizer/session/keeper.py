"""Keeps what a program sends, and remembers why it could not."""

import time
from dataclasses import replace
from typing import Literal

from visualizer.model import End, EndReason, NotKept
from visualizer.recording import Writer
from visualizer.session.intake import Intake, RecorderFailed

_BUDGET = 0.05
"""Seconds that may be spent on records at a time."""
_COMMIT_EVERY, _COMMIT_AT_REST = 0.1, 0.02
"""Seconds between two commits, while something comes and while nothing does."""


class Keeper:
    """Between what comes and the writer: after the first fault nothing more is handed on.

    ``fault`` says why the recording could not be kept, ``failure`` what was wrong with the records;
    ``full`` is set from outside when the recording has become long enough.
    """

    def __init__(self, writer: Writer, intake: Intake) -> None:
        self._writer = writer
        self._intake = intake
        self._dirty = True
        self._committed = 0.0
        self.fault: NotKept | None = None
        self.failure: str | None = None
        self.full = False

    def output(self, stream: Literal["stdout", "stderr", "stdin"], data: bytes) -> None:
        """Keep what the program wrote or read."""
        if self.fault is None:
            try:
                self._writer.output(stream, data)
                self._dirty = True
            except NotKept as error:
                self.fault = error

    def records(self, written: int) -> bool:
        """Keep the records there were at ``written``, or some of them; whether there were any."""
        if self._takes_no_more:
            return False
        try:
            came = self._intake.take(written, _BUDGET)
        except RecorderFailed as error:
            self.failure = str(error)
        except NotKept as error:
            self.fault = error
        else:
            self._dirty = self._dirty or came
            return came
        return True

    def is_done_with(self, written: int) -> bool:
        """Whether no more will come of the records there were at ``written``."""
        return self._takes_no_more or self._intake.has_taken(written)

    @property
    def _takes_no_more(self) -> bool:
        return self.fault is not None or self.failure is not None or self.full

    def commit(self, came: bool) -> None:
        """Let readers see what was kept: now and then while more comes, soon when nothing does."""
        now = time.monotonic()
        due = _COMMIT_EVERY if came else _COMMIT_AT_REST
        if not self._dirty or self.fault is not None or now - self._committed < due:
            return
        try:
            self._writer.flush()
        except NotKept as error:
            self.fault = error
        self._dirty, self._committed = False, time.monotonic()

    def finish(self, end: End) -> End:
        """Close the recording with ``end``, or with what kept it from being whole."""
        if self.fault is None:
            # Before the end is stored: what does not go in now changes what that says.
            try:
                self._writer.flush()
            except NotKept as error:
                self.fault = error
        if self.fault is not None:
            end = _not_kept(end, self.fault)
        try:
            self._writer.finish(end)
        except NotKept as error:
            self.fault = self.fault or error
            end = _not_kept(end, error)
        return end


def _not_kept(end: End, fault: NotKept) -> End:
    return replace(end, reason=EndReason.DISK_FULL, detail=str(fault))
