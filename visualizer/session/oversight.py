"""Decides when a running program must end, and why an ended one did."""

from collections.abc import Iterator

from visualizer.model import End, EndReason
from visualizer.platform.killing import KILLED
from visualizer.recording import Writer
from visualizer.session.ending import describe_limit, natural_end
from visualizer.session.intake import Intake
from visualizer.session.keeper import RecordStore
from visualizer.session.limits import Limits
from visualizer.session.options import Options
from visualizer.session.start.greeting import StartupWatch
from visualizer.session.start.interpreter import without_recorder
from visualizer.session.start.preparation import Prepared
from visualizer.session.start.running import StartedProgram
from visualizer.session.streams.ordering import Mark

type Cause = tuple[EndReason, str]


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
        self._check_failure(has_ended=True)
        was_ended = cause if status == KILLED else None
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
