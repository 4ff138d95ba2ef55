"""A program that runs under the recorder, seen from outside."""

import time
from collections.abc import Callable
from signal import SIGINT, SIGKILL

from visualizer.model import CannotRun, End, EndReason, NotKept
from visualizer.recording import Writer
from visualizer.session.ending import describe_limit, natural_end
from visualizer.session.greeting import Greeting
from visualizer.session.intake import Intake
from visualizer.session.interpreter import without_recorder
from visualizer.session.keeper import Keeper
from visualizer.session.limits import Limits
from visualizer.session.options import Options
from visualizer.session.preparation import Prepared, prepare
from visualizer.session.running import Running
from visualizer.session.streams import StreamName

_MOMENT = 2.0
"""Seconds that a program has to end by itself after an interrupt."""
_SHORTEST, _LONGEST = 0.001, 0.01
"""Seconds between two looks, while something comes and while nothing does."""


class Session:
    """Starts a program, takes in what comes of it, and ends it when it must.

    Belongs to the thread that starts it: the program is killed when that thread ends. ``prepared``
    is what ``prepare`` gave, where that has been asked before; ``mask`` the signals that the
    program starts with blocked. ``end`` is None while it runs; ``unrecorded`` says that the program
    ran without ever meeting the recorder, and was ended for it.
    """

    def __init__(
        self,
        options: Options,
        writer: Writer,
        on_output: Callable[[StreamName, bytes], None] | None = None,
        *,
        prepared: Prepared | None = None,
        mask: frozenset[int] | None = None,
    ) -> None:
        self._options = options
        self._writer = writer
        self._on_output = on_output
        self._prepared = prepared
        self._mask = mask
        self._parts: _Parts | None = None
        self._cause: tuple[EndReason, str] | None = None
        self._deadline: float | None = None
        self._rest = _SHORTEST
        self.end: End | None = None
        self.unrecorded = False

    @property
    def steps(self) -> int:
        """Steps recorded so far."""
        return self._writer.steps

    @property
    def fault(self) -> NotKept | None:
        """Why the recording could not be kept, or not whole."""
        return self._parts.keeper.fault if self._parts else None

    @property
    def waits_for_input(self) -> bool:
        """Whether the program sits in a read of its standard input and there is nothing in it."""
        return self._live is not None and self._live.streams.is_waited_for(self._live.child.pid)

    @property
    def waits_for_credit(self) -> bool:
        """Whether the program stands at the step that it may not yet go beyond."""
        return self._live is not None and self._live.spool.waits_for_credit

    @property
    def _live(self) -> Running | None:
        return self._parts.running if self._parts and self.end is None else None

    def start(self) -> None:
        """Start the program. Raises ``CannotRun``, and ``NotKept`` from the writer."""
        prepared = self._prepared or prepare(self._options)
        self._writer.source(prepared.name, prepared.text)
        self._parts = _Parts(self._options, prepared.python, self._writer, self._mask)

    def poll(self) -> bool:
        """Take in what has come, without waiting; False when it has ended and all is written."""
        parts = self._parts
        if parts is None or self.end is not None:
            return False
        # In this order nothing is missed: an end is believed before the last bytes are looked for,
        # and output is taken after the steps that speak of it have been counted.
        status = parts.running.child.poll()
        written = parts.running.spool.written
        came = self._take_output(parts)
        came = parts.keeper.records(written) or came
        if status is None:
            self._watch(parts, written)
        elif not came:
            self._finish(parts, status)
            return False
        parts.keeper.commit(came)
        self._rest = _SHORTEST if came else min(_LONGEST, self._rest * 1.5)
        return True

    def pause(self) -> None:
        """Wait until something may have come, a hundredth of a second at the most."""
        if self._live is not None:
            self._live.wait(self._rest)

    def wait(self) -> End:
        """Take in everything up to the end. Raises ``CannotRun`` if nothing was started."""
        while self.poll():
            self.pause()
        if self.end is None:
            raise CannotRun(f"{self._options.program}: has not been started")
        return self.end

    def stop(self) -> None:
        """End the program at once; ``poll`` goes on until False."""
        self._end_it(EndReason.STOPPED, "stopped by the user")

    def interrupt(self) -> None:
        """Ctrl+C has been pressed: the program has a moment to end; a second time ends it.

        Whoever calls this sees to it that the program gets the signal too: ``deliver_interrupt``.
        """
        if self._deadline is None:
            self._deadline = time.monotonic() + _MOMENT
        else:
            self.stop()

    def deliver_interrupt(self) -> None:
        """Send the program the signal of Ctrl+C, unless it has ended."""
        if self._live is not None:
            self._live.child.send_signal(SIGINT)

    def allow(self, step: int) -> None:
        """Let the program go on up to ``step``; 0: as far as it likes."""
        if self._live is not None:
            self._live.allow(step)

    def send_input(self, data: bytes) -> None:
        """Give the program ``data`` to read; it becomes part of the recording."""
        if self._parts is not None and self._live is not None:
            self._live.streams.send(data)
            self._parts.keeper.output("stdin", data)

    def close_input(self) -> None:
        """Let the program find the end of its standard input."""
        if self._live is not None:
            self._live.streams.finish_input()

    def close(self) -> None:
        """End the program if it still runs, and wait until it is gone."""
        if self._live is not None:
            self.stop()
            self.wait()

    def _take_output(self, parts: "_Parts") -> bool:
        came = False
        parts.running.streams.pump()
        for stream, data in parts.running.streams.take(parts.running.spool):
            came = True
            parts.keeper.output(stream, data)
            if self._on_output is not None:
                self._on_output(stream, data)
        return came

    def _watch(self, parts: "_Parts", written: int) -> None:
        """End the program if there is a reason to."""
        if parts.keeper.fault is not None:
            self._end_it(EndReason.DISK_FULL, str(parts.keeper.fault))
        elif parts.keeper.failure is not None:
            self._end_it(EndReason.RECORDER_FAILED, parts.keeper.failure)
        elif not written and parts.greeting.is_overdue():
            self.unrecorded = True
            self._end_it(EndReason.RECORDER_FAILED, without_recorder(parts.python))
        elif self._deadline is not None and time.monotonic() > self._deadline:
            self.stop()
        elif parts.intake.at_limit:
            self._at_last_step(parts)
        elif (limit := parts.limits.exceeded()) is not None:
            self._end_it(limit[0], describe_limit(*limit))

    def _at_last_step(self, parts: "_Parts") -> None:
        if parts.intake.last is None or parts.intake.beyond:
            self._end_it(*parts.step_limit)
        else:
            # The program's code is through: nothing is lost by letting it leave in its own way.
            parts.running.spool.allow(0)

    def _end_it(self, reason: EndReason, detail: str) -> None:
        if self._live is not None and self._cause is None:
            self._cause = (reason, detail)
            self._live.child.kill()

    def _finish(self, parts: "_Parts", status: int) -> None:
        end = self._judge(parts, status)
        parts.running.close()
        self.end = parts.keeper.finish(end)

    def _judge(self, parts: "_Parts", status: int) -> End:
        if self._cause is not None and (status == -SIGKILL or self.unrecorded):
            return End(*self._cause, status)
        if self._deadline is not None:
            return End(EndReason.STOPPED, "stopped by Ctrl+C", status)
        if parts.keeper.failure is not None:
            return End(EndReason.RECORDER_FAILED, parts.keeper.failure, status)
        if not parts.running.spool.written:
            self.unrecorded = True
            return End(EndReason.RECORDER_FAILED, without_recorder(parts.python), status)
        if parts.intake.beyond:
            return End(*parts.step_limit, status)
        return natural_end(status, parts.intake.last)


class _Parts:
    """What there is once the program runs. Raises ``CannotRun``."""

    def __init__(
        self, options: Options, python: str, writer: Writer, mask: frozenset[int] | None
    ) -> None:
        self.python = python
        limit = EndReason.STEP_LIMIT
        self.step_limit = (limit, describe_limit(limit, options.max_steps))
        self.running = Running(options, python, mask)
        self.intake = Intake(self.running.spool, writer, options.max_steps)
        self.keeper = Keeper(writer, self.intake)
        self.greeting = Greeting(self.running.child.pid)
        self.limits = Limits(options, writer, self.running.child.pid)
