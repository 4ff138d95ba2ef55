"""Decides when a running program must end, and why an ended one did."""

import time
from collections.abc import Callable, Iterator

from visualizer.model import End, EndReason, Event
from visualizer.platform.activity import own_memory
from visualizer.platform.killing import INTERRUPTED, KILLED, describe_killer
from visualizer.recording import Writer
from visualizer.session.intake import Intake
from visualizer.session.keeper import RecordStore
from visualizer.session.options import Options
from visualizer.session.start.greeting import StartupWatch
from visualizer.session.start.interpreter import without_recorder
from visualizer.session.start.preparation import Prepared
from visualizer.session.start.running import StartedProgram
from visualizer.session.streams.ordering import Mark

type Cause = tuple[EndReason, str]


_MEMORY_EVERY = 0.01


_AFTER_WAITING = 1.0
"""Seconds that a program still has when the input it waited for has arrived."""


class Limits:
    """Checks the limits of ``options`` for a running process, from outside."""

    def __init__(
        self, options: Options, writer: Writer, process: int, waits: Callable[[], bool]
    ) -> None:
        self._options = options
        self._waits = waits
        self._writer = writer
        self._process = process
        self._start = self._memory_looked = time.monotonic()

    def exceeded(self) -> tuple[EndReason, float] | None:
        """Return the limit that was reached and its amount; None if none was."""
        options, now = self._options, time.monotonic()
        if options.time_limit is not None and now - self._start >= options.time_limit:
            if not (options.patient and self._waits()):
                return EndReason.TIME_LIMIT, options.time_limit
            self._start = now - options.time_limit + _AFTER_WAITING
        if options.size_limit is not None and self._writer.bytes_written >= options.size_limit:
            return EndReason.SIZE_LIMIT, options.size_limit
        if options.memory_limit is not None and now - self._memory_looked >= _MEMORY_EVERY:
            self._memory_looked = now
            if (own_memory(self._process) or 0) >= options.memory_limit:
                return EndReason.MEMORY_LIMIT, options.memory_limit
        return None


def natural_end(status: int, last: Event | None) -> End:
    """Return the end of a program that we did not end, by its exit code ``status``."""
    if last is Event.UNCAUGHT and status in (INTERRUPTED, *range(256)):
        # After an uncaught KeyboardInterrupt Python ends itself by the signal, as shells expect.
        return End(EndReason.UNCAUGHT, "stopped by an uncaught exception", status)
    if (killer := describe_killer(status)) is not None:
        return End(EndReason.KILLED, f"killed by {killer}", status)
    if last is Event.FINISH:
        return End(EndReason.FINISHED, "ran to completion", status)
    return End(EndReason.EXITED, f"exited with code {status}", status)


def describe_limit(reason: EndReason, amount: float) -> str:
    """Return the detail of an end by a limit of ``amount`` steps, seconds or bytes."""
    what = {
        EndReason.STEP_LIMIT: f"{amount:,.0f} steps",
        EndReason.TIME_LIMIT: f"{amount:g} second{'' if amount == 1 else 's'}",
        EndReason.MEMORY_LIMIT: f"{amount:,.0f} bytes of memory",
        EndReason.SIZE_LIMIT: f"{amount:,.0f} bytes of recording",
    }[reason]
    return f"stopped at the limit of {what}"


class RunMonitor:
    """Monitors one run: its recorder, its limits and its stored data.

    ``failure`` is why the program continued without the recorder, which is no reason to end it.
    """

    def __init__(
        self,
        options: Options,
        prepared: Prepared,
        writer: Writer,
        running: StartedProgram,
        intake: Intake,
    ) -> None:
        self._prepared = prepared
        self._running = running
        self._writer = writer
        self._intake = intake
        self._startup = StartupWatch(running.child.pid)
        process = running.child.pid
        self._limits = Limits(
            options, writer, process, lambda: running.streams.is_waited_for(process)
        )
        limit = EndReason.STEP_LIMIT
        self._step_limit = (limit, describe_limit(limit, options.max_steps))
        self.store = RecordStore(writer, intake)
        self.failure: str | None = None

    def marks(self) -> Iterator[Mark]:
        """Return the output positions of the steps that were stored last."""
        return self._intake.marks()

    def reason_to_end(self) -> Cause | None:
        """Return why the program must end; None if it may continue."""
        if self.store.fault is not None:
            return EndReason.DISK_FULL, str(self.store.fault)
        self._check_failure()
        if self.store.failure is not None:
            self._running.spool.stop_recorder()
        elif self._intake.has_reached_limit:
            if self._intake.end_event is None or self._intake.exceeds_limit:
                return self._step_limit
            # The program's code has finished: letting it exit by itself loses nothing.
            self._running.spool.allow(0)
        limit = self._limits.exceeded()
        if limit is None:
            return None
        # The unread part of the spool may exceed the limit many times.
        self.store.full = limit[0] is EndReason.SIZE_LIMIT
        return limit[0], describe_limit(*limit)

    def end(self, status: int, cause: Cause | None, *, interrupted: bool) -> End:
        """Return how the program ended: ``status`` is its exit code, ``cause`` why we killed it."""
        was_ended = cause if status == KILLED else None
        # If a program was ended early, the recorder may not have started yet.
        self._check_failure(has_ended=not (was_ended or interrupted))
        why = self.failure or self._prepared.unrecorded
        if why is not None:
            # The recording ended before the program.
            detail = f"{why}; then {was_ended[1]}" if was_ended else why
            return End(EndReason.RECORDER_FAILED, detail, status)
        if was_ended:
            return End(was_ended[0], self._with_deadlock(was_ended[1]), status)
        if interrupted:
            return End(EndReason.STOPPED, self._with_deadlock("stopped by Ctrl+C"), status)
        if self._intake.exceeds_limit:
            return End(*self._step_limit, status)
        return natural_end(status, self._intake.end_event)

    def _check_failure(self, *, has_ended: bool = False) -> None:
        failure = self.store.failure
        if failure is None and not self._running.spool.written and not self._prepared.unrecorded:
            if has_ended or self._startup.is_overdue():
                failure = str(without_recorder(self._prepared.python))
            else:
                failure = self.failure  # checked only at intervals
        self.failure = failure

    def _with_deadlock(self, detail: str) -> str:
        """Append the threads of a deadlock to ``detail``, if there is one."""
        ring = self._writer.deadlock
        return f"{detail}; deadlock: {' → '.join((*ring, ring[0]))}" if ring else detail
