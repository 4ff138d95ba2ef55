"""A started program with its spool and streams."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from visualizer.model import CannotRun
from visualizer.platform.killing import Killer, interrupt
from visualizer.platform.waiting import ProcessWaiter
from visualizer.session.options import Options
from visualizer.session.spool import Spool
from visualizer.session.start.launch import LaunchSetup, launch
from visualizer.session.start.preparation import Prepared
from visualizer.session.streams.pipes import PlainStreams

if TYPE_CHECKING:
    from visualizer.session.streams.terminal import TerminalStreams

    type Streams = PlainStreams | TerminalStreams


class StartedProgram:
    """A process with its spool and its streams. Raises ``CannotRun`` if it cannot start.

    It waits before its first line until ``allow``. So there is time to create the recording, and
    nothing has run if that fails.
    """

    def __init__(
        self,
        options: Options,
        prepared: Prepared,
        streams: Streams | None = None,
        mask: frozenset[int] | None = None,
    ) -> None:
        self._max_steps = options.max_steps
        try:
            self.spool = Spool()
        except OSError as error:
            raise _no_room(options, error) from None
        try:
            self.streams = streams or _streams(options)
        except OSError as error:
            self.spool.close()
            raise _no_room(options, error) from None
        except CannotRun:
            self.spool.close()
            raise
        self.allow(1)
        try:
            self.child = self._launch(options, prepared, mask)
        except CannotRun:
            self._release()
            raise
        self._killer = Killer(self.child)
        self.streams.close_child_ends()
        self._waiter = ProcessWaiter(self.child.pid, self.streams.readable())

    def _launch(
        self, options: Options, prepared: Prepared, mask: frozenset[int] | None
    ) -> subprocess.Popen[bytes]:
        spool, streams = self.spool, self.streams
        setup = LaunchSetup(
            spool=spool.name,
            stdin=streams.stdin,
            stdout=streams.stdout,
            stderr=streams.stderr,
            inherited=tuple(one for one in (spool.descriptor, *streams.inherited) if one >= 0),
            output_files=streams.output_files,
            mask=mask,
            core=None if (file := prepared.core.file) is None else str(file),
            is_recorded=prepared.unrecorded is None,
            ends_with_us=prepared.has_engine,
        )
        return launch(options, prepared.python, setup)

    def kill(self) -> None:
        """Kill the program."""
        self._killer.kill()

    def interrupt(self) -> None:
        """Send the program the signal of Ctrl+C."""
        interrupt(self.child)

    def allow(self, step: int) -> None:
        """Let the program continue up to ``step``, at most to its step limit; 0: to that limit."""
        self.spool.allow(min(step, self._max_steps) if step > 0 else self._max_steps)

    def wait(self, seconds: float, also: tuple[int, ...]) -> None:
        """Wait up to ``seconds`` until the program ends or writes to its terminal, or for
        ``also``.
        """
        self._waiter.wait(seconds, also)

    def close(self) -> None:
        """Release everything; the program has ended."""
        self._waiter.close()
        self._killer.close()
        self._release()

    def _release(self) -> None:
        self.streams.close()
        self.spool.close()


def _streams(options: Options) -> Streams:
    if options.terminal:
        from visualizer.session.streams.terminal import TerminalStreams

        return TerminalStreams()
    return PlainStreams(options.stdin, options.input_file)


def _no_room(options: Options, error: OSError) -> CannotRun:
    reason = error.strerror or error
    return CannotRun(
        "{file}: not enough memory to record it: {reason}", file=options.program, reason=reason
    )
