"""What the verb ``record`` does: run a program as a shell would, and keep what it did."""

import os
import signal
import sys
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from visualizer.model import CannotRun, End, NotKept, VisualizerError
from visualizer.recording import Writer
from visualizer.session.destination import Destination
from visualizer.session.interrupts import Asked, Interrupts
from visualizer.session.options import Options
from visualizer.session.preparation import prepare
from visualizer.session.progress import Progress
from visualizer.session.session import Session
from visualizer.session.streams import StreamName
from visualizer.session.tee import Tee

if TYPE_CHECKING:
    from visualizer.session.own_terminal import OwnTerminal

_TIME_TO_DIE = 0.15
"""Seconds after which a program that still runs has not got a signal that was sent to us."""


def record_program(options: Options, out: Path, *, tee: bool, quiet: bool = False) -> End:
    """Run the program of ``options`` on our own standard streams and record it to ``out``.

    ``tee`` passes its output on to ours; ``quiet`` keeps progress off the terminal. Ctrl+C gives
    the end ``stopped``. Raises ``CannotRun`` when it could not be run, ``NotKept`` when the
    recording could not be kept: what could be kept is there then.
    """
    _occupy_standard_streams()
    stdin = 0 if options.stdin is None else options.stdin
    options = replace(options, stdin=stdin, terminal=tee and _on_terminal(stdin))
    prepared = prepare(options)
    with ExitStack() as stack:
        destination = stack.enter_context(closing(Destination(out)))
        if destination.is_same_file(options.program, stdin):
            raise NotKept("{file}: is the program itself or its input; name another", file=out)
        interrupts = stack.enter_context(Interrupts(window=options.terminal))
        terminal = stack.enter_context(_own_terminal()) if options.terminal else None
        # Where the program has the terminal to itself, there is no room for a line of ours.
        screen = None if quiet or terminal or not _is_terminal(sys.stderr) else sys.stderr
        passing = _Passing(tee=tee, progress=Progress(screen))
        writer = destination.writer(prepared.name)
        session = Session(
            options,
            writer,
            passing,
            prepared=prepared,
            streams=terminal.streams if terminal else None,
            mask=interrupts.mask,
        )
        _Looking(session, passing, interrupts, terminal).from_start_to_end(writer)
        end = _judge(session, passing, writer)
        destination.finish()
        return end


class _Passing:
    """What the program wrote goes on to our streams, and progress stands clear of it."""

    def __init__(self, *, tee: bool, progress: Progress) -> None:
        self.tee = Tee() if tee else None
        self.progress = progress

    def __call__(self, stream: StreamName, data: bytes) -> None:
        if self.tee is not None:
            self.progress.hide()
            self.tee(stream, data)


class _Looking:
    """Looks after a session until it has ended."""

    def __init__(
        self,
        session: Session,
        passing: _Passing,
        interrupts: Interrupts,
        terminal: "OwnTerminal | None",
    ) -> None:
        self._session = session
        self._passing = passing
        self._interrupts = interrupts
        self._terminal = terminal

    def from_start_to_end(self, writer: Writer) -> None:
        try:
            self._session.start()
        except VisualizerError:
            writer.abandon()
            raise
        with closing(self._session):
            self._look_on()

    def _look_on(self) -> None:
        session, tee = self._session, self._passing.tee
        while session.poll():
            for asked in self._interrupts.take():
                self._take_signal(asked)
            if tee is not None:
                tee.pump()
                if tee.broken:
                    session.stop("stopped because nobody read its output any more")
            self._take_keys()
            self._passing.progress.show(session.steps)
            session.pause(*(self._terminal.descriptors if self._terminal else ()))
        self._passing.progress.hide()
        while tee is not None and not tee.done and not self._interrupts.take():
            tee.pump(patience=0.1)

    def _take_signal(self, asked: Asked) -> None:
        if asked.number == signal.SIGINT:
            # Sent to us, or to both of us: a program that got it will be gone in a moment.
            self._session.interrupt(None if asked.by_terminal else _TIME_TO_DIE)
        elif sys.platform == "win32" or asked.number != signal.SIGWINCH:
            self._session.stop(f"stopped by {signal.Signals(asked.number).name}")
        elif self._terminal is not None:
            self._terminal.streams.resize(0)

    def _take_keys(self) -> None:
        if self._terminal is not None and (data := self._terminal.typed()):
            if self._terminal.streams.interrupts(data):
                self._session.interrupt(None)
            self._session.send_input(data)


def _judge(session: Session, passing: _Passing, writer: Writer) -> End:
    if session.fault is not None:
        raise session.fault
    end = session.wait()
    if session.unrecorded:
        writer.abandon()
        raise CannotRun(end.detail)
    for error in passing.tee.errors if passing.tee else ():
        # The recording is whole all the same.
        sys.stderr.write(f"visualizer: {error}\n")
    return end


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _on_terminal(stdin: int) -> bool:
    """Whether the program would be on a terminal from end to end, and in its foreground."""
    if sys.platform == "win32" or not all(os.isatty(one) for one in (0, stdin, 1, 2)):
        return False
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False


def _own_terminal() -> "OwnTerminal":
    # Imported where there is one: most runs have files and pipes.
    from visualizer.session.own_terminal import OwnTerminal

    try:
        return OwnTerminal()
    except OSError as error:
        reason = error.strerror or error
        raise CannotRun("no terminal for the program: {reason}", reason=reason) from None


def _occupy_standard_streams() -> None:
    # A file that we open must not become the descriptor of a stream that our caller closed.
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
