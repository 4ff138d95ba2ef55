"""Stores a program's records and output, up to the first error."""

import time
from dataclasses import replace
from typing import Literal

from visualizer.model import End, EndReason, NotKept, at_fixed_place
from visualizer.recording import Writer
from visualizer.session.intake import Intake, RecorderFailed

_BUDGET = 0.05
"""Seconds for storing records per poll."""
_COMMIT_EVERY, _COMMIT_AT_REST = 0.1, 0.02
"""Seconds between two commits, while data arrives and while none does."""


class RecordStore:
    """Passes data to the writer; after the first error it stores nothing more.

    ``fault`` is why the recording could not be stored, ``failure`` is the error in the records.
    Callers set ``full`` when the recording has reached its size limit.
    """

    def __init__(self, writer: Writer, intake: Intake) -> None:
        self._writer = writer
        self._intake = intake
        self._dirty = True
        self._committed = 0.0
        self.fault: NotKept | None = None
        self.failure: str | None = None
        self.full = False

    def add_output(
        self,
        stream: Literal["stdout", "stderr", "stdin"],
        data: bytes,
        *,
        is_echoed: bool = False,
    ) -> None:
        """Store what the program wrote or read; ``is_echoed``: a terminal has written it, too."""
        if self.fault is None:
            try:
                self._writer.output(stream, data, is_echoed=is_echoed)
                self._dirty = True
            except NotKept as error:
                self.fault = error

    def add_records(self, written: int) -> bool:
        """Store records up to the position ``written``; return whether there were any."""
        if self._is_closed:
            return False
        try:
            came = self._intake.read_records(written, _BUDGET)
        except RecorderFailed as error:
            self.failure = str(error)
        except NotKept as error:
            self.fault = error
        else:
            self._dirty = self._dirty or came
            return came
        return True

    def has_stored(self, written: int) -> bool:
        """Whether all records up to the position ``written`` are stored, or never will be."""
        return self._is_closed or self._intake.has_read(written)

    @property
    def _is_closed(self) -> bool:
        return self.fault is not None or self.failure is not None or self.full

    def commit(self, came: bool) -> None:
        """Flush for readers: at intervals while data arrives (``came``), soon when none does."""
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
        """Close the recording with ``end``, or with the error that made it incomplete."""
        if self.fault is None:
            # Before the end is stored: an error in this flush changes the end.
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
    # A recording that is there already has its place.
    return replace(end, reason=EndReason.DISK_FULL, detail=str(at_fixed_place(fault)))
