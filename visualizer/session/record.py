"""What the verb ``record`` does: run a program as a shell would, and keep what it did."""

import os
import signal
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from visualizer.model import CannotRun, End, NotKept, VisualizerError
from visualizer.session.destination import Destination
from visualizer.session.interrupts import Asked, Interrupts
from visualizer.session.options import Options
from visualizer.session.preparation import Prepared, prepare
from visualizer.session.progress import Progress
from visualizer.session.session import Session
from visualizer.session.streams import StreamName
from visualizer.session.tee import Tee

_TIME_TO_DIE = 0.15
"""Seconds after which a program that still runs has not got a signal that was sent to us."""


def record_program(options: Options, out: Path, *, tee: bool, quiet: bool = False) -> End:
    """Run the program of ``options`` on our own standard streams and record it to ``out``.

    ``tee`` passes its output on to ours; ``quiet`` keeps progress off the terminal. Ctrl+C gives
    the end ``stopped``. Raises ``CannotRun`` when it could not be run, ``NotKept`` when the
    recording could not be kept: what could be kept is there then.
    """
    _occupy_standard_streams()
    options = replace(options, stdin=0 if options.stdin is None else options.stdin)
    prepared = prepare(options)
    with closing(Destination(out)) as destination, Interrupts() as interrupts:
        if destination.is_same_file(options.program, options.stdin or 0):
            raise NotKept(f"{out}: is the program itself or its input; name another file with -o")
        recording = _Recording(options, prepared, destination, interrupts)
        end = recording.run(Tee() if tee else None, Progress(wanted=not quiet))
        destination.finish()
        return end


class _Recording:
    """One run of the verb."""

    def __init__(
        self,
        options: Options,
        prepared: Prepared,
        destination: Destination,
        interrupts: Interrupts,
    ) -> None:
        self._options = options
        self._prepared = prepared
        self._destination = destination
        self._interrupts = interrupts
        self._deliver_at: float | None = None

    def run(self, tee: Tee | None, progress: Progress) -> End:
        def pass_on(stream: StreamName, data: bytes) -> None:
            if tee is not None:
                progress.hide()
                tee(stream, data)

        session = Session(
            self._options,
            self._destination.begin(self._prepared.name),
            pass_on,
            prepared=self._prepared,
            mask=self._interrupts.mask,
        )
        try:
            session.start()
        except VisualizerError:
            self._destination.discard()
            raise
        self._destination.settle()
        with closing(session):
            self._look_after(session, tee, progress)
        self._write_rest(tee)
        return self._judge(session, tee)

    def _look_after(self, session: Session, tee: Tee | None, progress: Progress) -> None:
        while session.poll():
            for asked in self._interrupts.take():
                self._pass_signal(session, asked)
            if self._deliver_at is not None and time.monotonic() >= self._deliver_at:
                self._deliver_at = None
                session.deliver_interrupt()
            if tee is not None:
                tee.pump()
                if tee.broken:
                    session.stop()
            progress.show(session.steps)
            session.pause()
        progress.hide()

    def _pass_signal(self, session: Session, asked: Asked) -> None:
        if asked.number != signal.SIGINT:
            session.stop()
            return
        session.interrupt()
        if not asked.by_terminal:
            # Sent to us, or to us and the program: one that got it will be gone in a moment.
            self._deliver_at = time.monotonic() + _TIME_TO_DIE

    def _write_rest(self, tee: Tee | None) -> None:
        while tee is not None and not tee.done and not self._interrupts.take():
            tee.pump(patience=0.1)

    def _judge(self, session: Session, tee: Tee | None) -> End:
        if session.fault is not None:
            raise session.fault
        assert session.end is not None
        if session.unrecorded:
            self._destination.discard()
            raise CannotRun(session.end.detail)
        if tee is not None and tee.errors:
            raise NotKept("; ".join(tee.errors))
        return session.end


def _occupy_standard_streams() -> None:
    # A file that we open must not become the descriptor of a stream that our caller closed.
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
