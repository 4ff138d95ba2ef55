"""Controls a program that runs under the recorder."""

import time
from collections.abc import Callable

from visualizer.model import CannotRun, End, EndReason, NotKept
from visualizer.recording import Writer
from visualizer.session.intake import Intake
from visualizer.session.options import Options
from visualizer.session.oversight import Cause, RunMonitor
from visualizer.session.start.preparation import Prepared, prepare
from visualizer.session.start.program import source_text
from visualizer.session.start.running import StartedProgram
from visualizer.session.streams.ordering import Ordering, Piece
from visualizer.session.streams.pipes import StreamName

_TIME_TO_END = 10.0
"""Seconds that a program has to end after an interrupt; a second interrupt kills it."""
_LONGEST = 0.01
"""Maximum seconds between two polls while no data arrives."""


class Session:
    """Starts a program, stores its records and output, and ends it when necessary.

    Use it in one thread: the program is killed when the thread that started it ends. ``prepared``
    is an earlier result of ``prepare``; ``running`` is a program that has been started and waits
    before its first line. ``end`` is None while the program runs.
    """

    def __init__(
        self,
        options: Options,
        writer: Writer,
        on_output: Callable[[StreamName, bytes], None] | None = None,
        *,
        prepared: Prepared | None = None,
        running: StartedProgram | None = None,
    ) -> None:
        self._options = options
        self._writer = writer
        self._on_output = on_output
        self._prepared = prepared
        self._started = running
        self._running: StartedProgram | None = None
        self._monitor: RunMonitor | None = None
        self._cause: Cause | None = None
        self._deadline: float | None = None
        self._deliver_at: float | None = None
        self._rest = 0.0
        self._ordering = Ordering()
        self.end: End | None = None

    @property
    def steps(self) -> int:
        """The number of steps recorded so far."""
        return self._writer.steps

    @property
    def fault(self) -> NotKept | None:
        """Why the recording could not be stored, or not completely."""
        return self._monitor.store.fault if self._monitor else None

    @property
    def failure(self) -> str | None:
        """Why the program continued without the recorder; None while it is recorded."""
        return self._monitor.failure if self._monitor else None

    @property
    def waits_for_input(self) -> bool:
        """Whether the program blocks in a read of its standard input, which is empty."""
        running = self._running
        return running is not None and running.streams.is_waited_for(running.child.pid)

    @property
    def waits_for_credit(self) -> bool:
        """Whether the program waits at the last step that it is allowed."""
        return self._running is not None and self._running.spool.waits_for_credit

    def start(self) -> None:
        """Let the program begin. Raises ``CannotRun``, and ``NotKept`` from the writer."""
        options, writer = self._options, self._writer
        prepared = self._prepared or prepare(options)
        writer.source(prepared.name, source_text(prepared.source))
        running = self._started or StartedProgram(options, prepared)
        intake = Intake(running.spool, writer, options.max_steps)
        self._monitor = RunMonitor(options, prepared, writer, running, intake)
        self._running = running
        running.allow(options.credit)

    def poll(self) -> bool:
        """Store what has arrived, without waiting; return False when the program and its data
        ended.
        """
        running, monitor = self._running, self._monitor
        if running is None or monitor is None:
            return False
        # This order misses nothing: it checks for the end before it reads the last bytes, and reads
        # output after the steps that count it. Those steps completely cover only the output read
        # before them.
        status = running.child.poll()
        early, late = self._store_output(running, monitor), list[Piece]()
        written = running.spool.written
        if not running.streams.is_behind:
            late = self._store_output(running, monitor)
        # Steps must not be stored before the output that they count.
        came = running.streams.is_behind or monitor.store.add_records(written)
        came = came or bool(early or late)
        self._emit_output(early, late, monitor, written)
        if status is None:
            self._watch(running, monitor)
        elif not came:
            self._finish(running, monitor, status)
            return False
        monitor.store.commit(came)
        shortest = running.streams.shortest_pause
        self._rest = shortest if came else max(shortest, min(_LONGEST, self._rest * 1.5))
        return True

    def pause(self, *also: int) -> None:
        """Wait until data may have arrived, also on the descriptors ``also``.

        Waits a hundredth of a second at most.
        """
        if self._running is not None:
            self._running.wait(self._rest, also)

    def wait(self) -> End:
        """Store everything up to the end and return it.

        Raises ``CannotRun`` if nothing was started.
        """
        while self.poll():
            self.pause()
        if self.end is None:
            raise CannotRun("{file}: has not been started", file=self._options.program)
        return self.end

    def stop(self, why: str = "stopped by the user") -> None:
        """Kill the program; ``poll`` then stores the rest until it returns False."""
        self._kill((EndReason.STOPPED, why))

    def interrupt(self, deliver_in: float | None = 0.0) -> None:
        """Handle Ctrl+C: the program has some seconds to end; a second call kills it.

        The program receives the signal in ``deliver_in`` seconds; None: it has received it already.
        """
        if self._deadline is not None:
            self.stop()
            return
        now = time.monotonic()
        self._deadline = now + _TIME_TO_END
        self._deliver_at = None if deliver_in is None else now + deliver_in

    def allow(self, step: int) -> None:
        """Let the program continue up to ``step``; 0: without limit."""
        if self._running is not None:
            self._running.allow(step)

    def send_input(self, data: bytes, *, is_echoed: bool = False) -> None:
        """Send ``data`` to the program's standard input and record it.

        ``is_echoed``: the output has it, because a terminal echoes it.
        """
        if self._running is not None and self._monitor is not None:
            self._running.streams.send(data)
            self._monitor.store.add_output("stdin", data, is_echoed=is_echoed)

    def close_input(self) -> None:
        """End the program's standard input."""
        if self._running is not None:
            self._running.streams.finish_input()

    def close(self) -> None:
        """Kill the program if it still runs, and store the rest."""
        if self._running is not None:
            self.stop()
            self.wait()

    def _store_output(self, running: StartedProgram, monitor: RunMonitor) -> list[Piece]:
        running.streams.pump()
        pieces = list(running.streams.read_new(running.spool))
        for stream, data in pieces:
            monitor.store.add_output(stream, data)
        return pieces

    def _emit_output(
        self, early: list[Piece], late: list[Piece], monitor: RunMonitor, written: int
    ) -> None:
        if self._on_output is None:
            return
        all_marked = monitor.store.has_stored(written)
        marks = monitor.marks()
        for stream, data in self._ordering.arrange(early, late, marks, all_marked=all_marked):
            self._on_output(stream, data)

    def _watch(self, running: StartedProgram, monitor: RunMonitor) -> None:
        now = time.monotonic()
        if self._deliver_at is not None and now >= self._deliver_at:
            self._deliver_at = None
            running.interrupt()
        if self._deadline is not None and now >= self._deadline:
            self.stop("stopped by Ctrl+C, which it did not heed")
        cause = monitor.reason_to_end()
        if cause is not None:
            self._kill(cause)

    def _kill(self, cause: Cause) -> None:
        if self._running is not None and self._cause is None:
            self._cause = cause
            self._running.kill()

    def _finish(self, running: StartedProgram, monitor: RunMonitor, status: int) -> None:
        end = monitor.end(status, self._cause, interrupted=self._deadline is not None)
        running.close()
        self._running = None
        self.end = monitor.store.finish(end)
