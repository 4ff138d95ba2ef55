"""Why a running program must be ended, and how one that has ended did."""

from collections.abc import Iterator

from visualizer.model import End, EndReason
from visualizer.recording import Writer
from visualizer.session.ending import describe_limit, natural_end
from visualizer.session.greeting import Greeting
from visualizer.session.intake import Intake
from visualizer.session.interpreter import without_recorder
from visualizer.session.keeper import Keeper
from visualizer.session.limits import Limits
from visualizer.session.options import Options
from visualizer.session.ordering import Mark
from visualizer.session.running import KILLED, Running

type Cause = tuple[EndReason, str]


class Oversight:
    """Looks at everything there is about one run.

    ``unrecorded`` is set when the program ran without ever meeting the recorder.
    """

    def __init__(
        self, options: Options, python: str, writer: Writer, running: Running, intake: Intake
    ) -> None:
        self._python = python
        self._running = running
        self._writer = writer
        self._intake = intake
        self._greeting = Greeting(running.child.pid)
        process = running.child.pid
        self._limits = Limits(
            options, writer, process, lambda: running.streams.is_waited_for(process)
        )
        limit = EndReason.STEP_LIMIT
        self._step_limit = (limit, describe_limit(limit, options.max_steps))
        self.keeper = Keeper(writer, intake)
        self.unrecorded = False

    def marks(self) -> Iterator[Mark]:
        """How much output there was at each of the steps that came last."""
        return self._intake.marks()

    def reason_to_end(self) -> Cause | None:
        """Why the program must not go on; None when it may."""
        if self.keeper.fault is not None:
            return EndReason.DISK_FULL, str(self.keeper.fault)
        if self.keeper.failure is not None:
            return EndReason.RECORDER_FAILED, self.keeper.failure
        if not self._running.spool.written and self._greeting.is_overdue():
            self.unrecorded = True
            return EndReason.RECORDER_FAILED, str(without_recorder(self._python))
        if self._intake.at_limit:
            if self._intake.last is None or self._intake.beyond:
                return self._step_limit
            # The program's code is through: nothing is lost by letting it leave in its own way.
            self._running.spool.allow(0)
        limit = self._limits.exceeded()
        if limit is None:
            return None
        # What still lies in the spool may be as long again, many times over.
        self.keeper.full = limit[0] is EndReason.SIZE_LIMIT
        return limit[0], describe_limit(*limit)

    def end(self, status: int, cause: Cause | None, *, interrupted: bool) -> End:
        """How the program ended, with what ``status``; ``cause`` is why we killed it, if we did."""
        if cause is not None and (status == KILLED or self.unrecorded):
            return End(cause[0], self._with_deadlock(cause[1]), status)
        if interrupted:
            return End(EndReason.STOPPED, self._with_deadlock("stopped by Ctrl+C"), status)
        if self.keeper.failure is not None:
            return End(EndReason.RECORDER_FAILED, self.keeper.failure, status)
        if not self._running.spool.written:
            self.unrecorded = True
            return End(EndReason.RECORDER_FAILED, str(without_recorder(self._python)), status)
        if self._intake.beyond:
            return End(*self._step_limit, status)
        return natural_end(status, self._intake.last)

    def _with_deadlock(self, detail: str) -> str:
        """A detail with the threads that were waiting for each other, if they were."""
        ring = self._writer.deadlock
        return f"{detail}; deadlock: {' → '.join((*ring, ring[0]))}" if ring else detail
