"""Records a program on a thread of its own, so that the window stays responsive."""

import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from visualizer.model import End, NotKept, VisualizerError
from visualizer.recording import Writer
from visualizer.session import Options, Session

AHEAD = 20_000
"""Steps that the program may run ahead of the viewer."""

_BUSY, _IDLE = 0, 10
_TELL_EVERY = 0.05
"""Milliseconds between two looks while something comes and while not; seconds between reports."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: ``waits_for_input`` and ``waits_for_credit`` say why it stands still."""

    steps: int
    seconds: float
    waits_for_input: bool
    waits_for_credit: bool


class _Recorder(QObject):
    """Lives on the thread: one session at a time, looked after by a timer."""

    began = Signal(object)
    progress = Signal(object)
    ended = Signal(object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._writer: Writer | None = None
        self._timer: QTimer | None = None
        self._started = self._told_at = 0.0
        self._told: tuple[int, bool, bool] | None = None

    @Slot(object, object)
    def start(self, options: Options, out: Path) -> None:
        self.abandon()
        self._started, self._told_at, self._told = time.monotonic(), 0.0, None
        try:
            self._writer = Writer(out, options.program.name)
            self._session = Session(options, self._writer)
            self._session.start()
            self._writer.flush()
        except VisualizerError as error:
            self._session = self._writer = None
            self.failed.emit(str(error))
            return
        if self._timer is None:
            self._timer = QTimer(self)
            self._timer.timeout.connect(self._look)
        self.began.emit(out)
        self._timer.start(_BUSY)

    @Slot()
    def _look(self) -> None:
        session, writer = self._session, self._writer
        if session is None or writer is None or self._timer is None:
            return
        before = session.steps
        try:
            goes_on = session.poll()
            if goes_on:
                self._tell(session, writer)
        except VisualizerError as error:
            self._finish()
            self.failed.emit(str(error))
            return
        if not goes_on:
            end = session.end
            self._finish()
            self.ended.emit(end)
            return
        self._timer.setInterval(_BUSY if session.steps > before else _IDLE)

    def _tell(self, session: Session, writer: Writer) -> None:
        now = (session.steps, session.waits_for_input, session.waits_for_credit)
        # A commit costs a disk write: several steps share one, unless the program stands still.
        due = time.monotonic() - self._told_at >= _TELL_EVERY
        if now == self._told or not (due or now[1] or now[2]):
            return
        try:
            writer.flush()
        except NotKept:
            # The session meets the same fault at its own next commit and ends the program for it.
            return
        self._told_at, self._told = time.monotonic(), now
        self.progress.emit(Progress(now[0], time.monotonic() - self._started, now[1], now[2]))

    def _finish(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._session = self._writer = None

    @Slot()
    def stop(self) -> None:
        if self._session is not None:
            self._session.stop()

    @Slot(int)
    def allow(self, step: int) -> None:
        if self._session is not None:
            self._session.allow(step)

    @Slot(bytes)
    def send_input(self, data: bytes) -> None:
        if self._session is not None:
            self._session.send_input(data)

    @Slot()
    def close_input(self) -> None:
        if self._session is not None:
            self._session.close_input()

    def abandon(self) -> None:
        """End a program that still runs and wait until it is gone."""
        session = self._session
        if session is None:
            return
        session.close()
        self._finish()

    @Slot()
    def leave(self) -> None:
        """The last thing done on this thread."""
        self.abandon()
        self.thread().quit()


class ProgramRun(QObject):
    """The window's side of it: start, stop, feed; signals arrive on the window's thread."""

    began = Signal(object)
    progress = Signal(object)
    ended = Signal(object)
    failed = Signal(str)

    _start = Signal(object, object)
    _stop = Signal()
    _allow = Signal(int)
    _send = Signal(bytes)
    _close_input = Signal()
    _leave = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.active = False
        self._allowed = 0
        self._thread = QThread()
        self._thread.setObjectName("recorder")
        self._recorder = recorder = _Recorder()
        recorder.moveToThread(self._thread)
        self._start.connect(recorder.start)
        self._stop.connect(recorder.stop)
        self._allow.connect(recorder.allow)
        self._send.connect(recorder.send_input)
        self._close_input.connect(recorder.close_input)
        self._leave.connect(recorder.leave)
        recorder.began.connect(self._on_began)
        recorder.progress.connect(self.progress)
        recorder.ended.connect(self._on_ended)
        recorder.failed.connect(self._on_failed)

    def start(self, options: Options, out: Path) -> None:
        """Record into ``out``; a run that still goes on is ended first."""
        if not self._thread.isRunning():
            self._thread.start()
        self.active, self._allowed = True, options.credit
        self._start.emit(options, out)

    def stop(self) -> None:
        """End the program; ``ended`` follows."""
        self._stop.emit()

    def allow_beyond(self, step: int) -> None:
        """Let the program run ahead of ``step``, which is being looked at."""
        if self.active and step + AHEAD // 2 > self._allowed:
            self._allowed = step + AHEAD
            self._allow.emit(self._allowed)

    def send_line(self, text: str) -> None:
        """Give the program a line of standard input."""
        self._send.emit(text.encode("utf-8", "surrogateescape") + b"\n")

    def end_input(self) -> None:
        """Let the program find the end of its standard input."""
        self._close_input.emit()

    def shut_down(self) -> None:
        """End the program and the thread; the object is of no use afterwards."""
        if self._thread.isRunning():
            self._leave.emit()
            self._thread.wait()
        self.active = False

    def _on_began(self, out: Path) -> None:
        self.began.emit(out)

    def _on_ended(self, end: End) -> None:
        self.active = False
        self.ended.emit(end)

    def _on_failed(self, message: str) -> None:
        self.active = False
        self.failed.emit(message)
