"""Runs a session from the program's first line to its end, with its output, signals and keys."""

import signal
import time
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from visualizer.model import End, VisualizerError
from visualizer.platform.interrupts import Interrupts, ReceivedSignal, is_window_resize
from visualizer.platform.terminals import StatusLine, error_terminal, put_error
from visualizer.recording import Writer
from visualizer.session.session import Session
from visualizer.session.streams.pipes import StreamName
from visualizer.session.streams.tee import Tee

if TYPE_CHECKING:
    from visualizer.session.streams.own_terminal import OwnTerminal

_TIME_TO_DIE = 1.0
"""Seconds after which a running program has evidently not received the signal that we received.

A program that received it may clean up and print its traceback, which a second signal would
interrupt.
"""


_AT_READER = 0.01
"""Seconds to wait for a reader that is far behind, before the next look at the program."""

_AFTER, _EVERY = 0.5, 0.2


class Progress:
    """Shows progress on ``line`` after half a second."""

    def __init__(self, line: StatusLine, clock: Callable[[], float] = time.monotonic) -> None:
        self._line = line
        self._clock = clock
        self._next = clock() + _AFTER

    def show(self, steps: int) -> None:
        """Show the number of recorded steps, at most every 0.2 seconds."""
        if self._clock() >= self._next:
            self._next = self._clock() + _EVERY
            self._line.show(f"{steps:,} steps recorded")

    def hide(self) -> None:
        """Erase the line before other output."""
        self._line.hide()


class OutputForwarder:
    """Forwards the program's output to our streams with ``tee``, and erases the progress line
    first.

    With ``progress`` it shows that line on standard error, if that is a terminal.
    """

    def __init__(self, *, tee: bool, progress: bool) -> None:
        self.tee = Tee() if tee else None
        self.progress = Progress(StatusLine(is_shown=progress and error_terminal() is not None))

    def __call__(self, stream: StreamName, data: bytes) -> None:
        """Forward ``data``, which the program wrote."""
        if self.tee is not None:
            self.progress.hide()
            self.tee(stream, data)


class SessionRunner:
    """Polls a session until its end, forwarding output, signals and keys."""

    def __init__(
        self,
        session: Session,
        writer: Writer,
        forwarder: OutputForwarder,
        interrupts: Interrupts,
        terminal: "OwnTerminal | None",
    ) -> None:
        self._session = session
        self._writer = writer
        self._forwarder = forwarder
        self._interrupts = interrupts
        self._terminal = terminal
        self._is_held, self._may_hold = False, True

    def start(self) -> None:
        """Let the program begin. Raises ``VisualizerError`` and then removes the recording."""
        try:
            self._session.start()
        except VisualizerError:
            self._writer.abandon()
            raise

    def run_to_end(self) -> End:
        """Run until the program ends and return how it ended. Raises ``NotKept``."""
        with closing(self._session):
            self._poll_until_end()
        return self._result()

    def _poll_until_end(self) -> None:
        session, tee = self._session, self._forwarder.tee
        while session.poll():
            for asked in self._interrupts.received():
                self._handle_signal(asked)
            if tee is not None:
                # A pause would keep a reader waiting that begins to read again.
                tee.pump(_AT_READER if self._is_held else 0.0)
                if tee.broken:
                    session.stop("stopped because nobody read its output any more")
                self._hold(self._may_hold and tee.has_enough)
            self._forward_keys()
            self._forwarder.progress.show(session.steps)
            if not self._is_held:
                session.pause(*(self._terminal.descriptors if self._terminal else ()))
        self._forwarder.progress.hide()
        while tee is not None and not tee.done and not self._interrupts.received():
            tee.pump(patience=0.1)

    def _hold(self, held: bool) -> None:
        """Let the program wait at its next step while our reader is far behind, as a pipe would."""
        if held != self._is_held:
            self._is_held = held
            self._session.allow(1 if held else 0)

    def _interrupt(self, time_to_die: float | None) -> None:
        """Interrupt the program, which would heed nothing while it waits for our reader."""
        self._may_hold = False
        self._hold(False)
        self._session.interrupt(time_to_die)

    def _handle_signal(self, asked: ReceivedSignal) -> None:
        if asked.number == signal.SIGINT:
            # Sent to us alone or to both: a program that received it will have ended in a moment.
            self._interrupt(None if asked.by_terminal else _TIME_TO_DIE)
        elif not is_window_resize(asked.number):
            self._session.stop(f"stopped by {signal.Signals(asked.number).name}")
        elif self._terminal is not None:
            self._terminal.streams.resize(0)

    def _forward_keys(self) -> None:
        if self._terminal is not None and (data := self._terminal.typed()):
            # The signal of a resize may arrive after what was typed in the resized window. A
            # terminal that already has this size sends no signal.
            self._terminal.streams.resize(0)
            if self._terminal.streams.is_interrupt(data):
                self._interrupt(None)
            self._session.send_input(data, is_echoed=True)

    def _result(self) -> End:
        if self._session.fault is not None:
            raise self._session.fault
        end = self._session.wait()
        for error in self._forwarder.tee.errors if self._forwarder.tee else ():
            # The recording is complete all the same.
            put_error(f"visualizer: {error}\n")
        return end
