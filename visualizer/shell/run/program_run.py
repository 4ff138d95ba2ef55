"""Records a program on a thread of its own, so that the window stays responsive."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from visualizer.model import End, EndReason, NotKept, VisualizerError, at_fixed_place
from visualizer.platform.pipes import REPORTS_PIPE_READERS
from visualizer.shell.worker import Worker

if TYPE_CHECKING:
    from visualizer.recording import Writer
    from visualizer.session.options import Options
    from visualizer.session.session import Session

_BUSY, _IDLE = 0, 10
_REPORT_EVERY = 0.05
"""Milliseconds between two polls, with and without news; least seconds between two reports."""
_STANDS = 0.2
"""A program without a step or a byte of output for so many seconds counts as waiting."""
_ANY_STEP = 1 << 30
"""Greater than the number of any recorded step."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a run; ``waits_for_input`` and ``waits_for_credit`` say why it waits.

    ``deadlock`` names the threads of a cycle in which each waits for the next. ``unrecorded``: the
    recorder has failed and the program runs on without it.
    """

    steps: int
    waits_for_input: bool
    waits_for_credit: bool
    deadlock: tuple[str, ...] = ()
    unrecorded: bool = False


class _Recorder(Worker):
    """Lives on the thread; runs one session at a time, which a timer polls.

    ``reported`` carries the number of the run, because signals of an old run may arrive after the
    next has begun, and the name and the arguments of a signal of ``ProgramRun``.
    """

    reported = Signal(int, str, object)

    def __init__(self) -> None:
        super().__init__("recorder", QThread.Priority.InheritPriority)
        self._answers: list[str] = []
        self._seen: tuple[int, int] | None = None
        self._since = 0.0
        self._number = 0
        self._session: Session | None = None
        self._writer: Writer | None = None
        self._timer: QTimer | None = None
        self._reported_at = 0.0
        self._reported: Progress | None = None
        self.wanted = 0
        """The number of the last requested run; set on the window's thread."""

    def start(self, number: int, options: Options, out: Path, answers: tuple[str, ...]) -> None:
        self.give_up()
        self._answers = list(answers)
        self._seen = None
        self._number, self._reported_at, self._reported = number, 0.0, None
        try:
            started = self._started(options, out, lambda: self.wanted != number)
        except VisualizerError as error:
            self._report("failed", at_fixed_place(error))
            return
        if started is None:
            return
        self._session, self._writer = started
        if self._timer is None:
            self._timer = QTimer(self)
            self._timer.timeout.connect(self._look)
        self._timer.start(_BUSY)

    def _started(
        self, options: Options, out: Path, is_cancelled: Callable[[], bool]
    ) -> tuple[Session, Writer] | None:
        """Start the program, unless the run is cancelled first.

        If it raises ``VisualizerError``, it leaves no recording open.
        """
        # Loaded late, on this thread, while the window is painted.
        from visualizer.recording import Writer
        from visualizer.session.session import Session
        from visualizer.session.start.preparation import prepare

        prepared = prepare(options, is_cancelled)
        if is_cancelled():
            return None
        if prepared.core.missing:
            self._report("slowed", prepared.core.missing)
        writer = Writer(out, prepared.name)
        session = Session(options, writer, prepared=prepared)
        try:
            session.start()
        except VisualizerError as error:
            writer.finish(End(EndReason.RECORDER_FAILED, str(error)))
            raise
        return session, writer

    @Slot()
    def _look(self) -> None:
        session, writer = self._session, self._writer
        if session is None or writer is None or self._timer is None:
            return
        before = session.steps
        # Ask before polling, so that output from before the wait has arrived.
        asks = bool(self._answers) and self._waits_for_input(session, writer)
        try:
            goes_on = session.poll()
        except VisualizerError as error:
            self._forget()
            self._report("failed", at_fixed_place(error))
            return
        if goes_on and asks:
            self._answer(session, writer)
        elif goes_on:
            self._emit_progress(session, writer)
            self._timer.setInterval(_BUSY if session.steps > before else _IDLE)
        else:
            self._forget()
            self._report("ended", session.end)

    def _report(self, kind: str, *arguments: object) -> None:
        self.reported.emit(self._number, kind, arguments)

    def _waits_for_input(self, session: Session, writer: Writer) -> bool:
        """Whether the program reads from its input, or seems to.

        Where the system does not report reads, a program without steps and output for ``_STANDS``
        seconds counts. An early answer would appear before its question.
        """
        waits = session.waits_for_input
        if REPORTS_PIPE_READERS or not waits:
            return waits
        seen = session.steps, writer.standard_output
        if seen != self._seen:
            self._seen, self._since = seen, time.monotonic()
        if session.steps == 0 or session.waits_for_credit:
            return False
        return time.monotonic() - self._since >= _STANDS

    def _answer(self, session: Session, writer: Writer) -> None:
        self._seen = None
        line = self._answers.pop(0)
        self._report("answered", session.steps, writer.standard_output, line)
        session.send_input(line.encode("utf-8", "surrogateescape") + b"\n")

    def answer(self, lines: tuple[str, ...]) -> None:
        self._answers += lines

    def _emit_progress(self, session: Session, writer: Writer) -> None:
        # While answers are left, the window does not ask the user to type.
        asks = not self._answers and self._waits_for_input(session, writer)
        waits = asks, session.waits_for_credit
        now = Progress(session.steps, *waits, writer.deadlock, session.failure is not None)
        # A commit costs a disk write, so several steps share one, unless the program waits.
        due = time.monotonic() - self._reported_at >= _REPORT_EVERY
        if now == self._reported or not (due or now.waits_for_input or now.waits_for_credit):
            return
        try:
            writer.flush()
        except NotKept:
            # The session meets the same fault at its own next commit and ends the program.
            return
        self._reported_at, self._reported = time.monotonic(), now
        self._report("progress", now)

    def _forget(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._session = self._writer = None

    def tell(self, do: Callable[[Session], object]) -> None:
        """Call ``do`` with the session, unless it has ended."""
        if self._session is not None:
            do(self._session)

    def give_up(self) -> None:
        """End a program that still runs, and wait for its end."""
        if self._session is not None:
            self._session.close()
            self._forget()


class ProgramRun(QObject):
    """Starts, feeds and stops the program's process; its signals arrive on the window's thread.

    ``slowed`` carries the reason for which the recorder in Python records in place of that in C.
    """

    slowed = Signal(str)
    progress = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    answered = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.active = False
        self._number = self._allowed = self._ahead = 0
        self._recorder = _Recorder()
        self._recorder.reported.connect(self._pass_on)

    def start(
        self, options: Options, out: Path, answers: tuple[str, ...] = (), *, ahead: int
    ) -> None:
        """Record into ``out``, after ending a run in progress.

        The program may run ``ahead`` steps beyond the step of ``allow_beyond``. It gets one of
        ``answers`` each time it reads a line; ``answered`` then carries the number of steps and of
        output bytes so far.
        """
        self._recorder.begin()
        self._next_number()
        self.active, self._allowed, self._ahead = True, options.credit, ahead
        self._recorder.ask(self._recorder.start, self._number, options, out, answers)

    def stop(self) -> None:
        """End the program; ``ended`` follows."""
        self._tell(lambda session: session.stop())

    def forget(self) -> None:
        """End the program if it still runs, and ignore everything it sends afterwards."""
        self._next_number()
        if self.active:
            self.active = False
            self._recorder.ask(self._recorder.give_up)

    def allow_beyond(self, step: int) -> None:
        """Let the program run ahead of ``step``, the current step of the player."""
        if self.active and step + self._ahead // 2 > self._allowed:
            self._allowed = allowed = step + self._ahead
            self._tell(lambda session: session.allow(allowed))

    def allow_all(self) -> None:
        """Let the program run to its end, or to a limit of the recording."""
        self.allow_beyond(_ANY_STEP)

    def send_line(self, text: str) -> None:
        """Send the program a line of standard input."""
        line = text.encode("utf-8", "surrogateescape") + b"\n"
        self._tell(lambda session: session.send_input(line))

    def answer(self, lines: tuple[str, ...]) -> None:
        """Add lines to send to the program, one each time it reads a line."""
        self._recorder.ask(self._recorder.answer, lines)

    def end_input(self) -> None:
        """Close the program's standard input."""
        self._tell(lambda session: session.close_input())

    def shut_down(self) -> None:
        """End the program and the thread; the object cannot be used afterwards."""
        self._next_number()
        self.active = False
        self._recorder.shut_down()

    def _tell(self, do: Callable[[Session], object]) -> None:
        self._recorder.ask(self._recorder.tell, do)

    def _next_number(self) -> None:
        self._number += 1
        self._recorder.wanted = self._number

    @Slot(int, str, object)
    def _pass_on(self, number: int, kind: str, arguments: tuple[object, ...]) -> None:
        if number == self._number:
            if kind in ("ended", "failed"):
                self.active = False
            getattr(self, kind).emit(*arguments)
