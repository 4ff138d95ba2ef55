"""Reads the course of the player's recording for the timeline: at once where it is short, else a
slice at a time, and again as it grows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.model import code_name
from visualizer.shell.player import Player
from visualizer.shell.thread_rows import signed_calls

if TYPE_CHECKING:
    from visualizer.model import Step
    from visualizer.recording import Recording
    from visualizer.recording.course import Call

_EVERY = 400
"""Milliseconds between two looks at a recording that grows."""
_SLICE = 0.02
"""Seconds that may go by with a long recording until the window answers again."""
_ALL = 100
"""Percent."""


class CourseFeed(QObject):
    """``looked``: there may be other events; ``came``: calls and amounts are known so far.

    ``reading`` tells how much of a long recording has been read, in percent.
    """

    looked = Signal()
    came = Signal()
    reading = Signal(int)

    def __init__(self, player: Player, parent: QObject) -> None:
        super().__init__(parent)
        self._player = player
        self.calls: Sequence[Call] = ()
        self._files: dict[int, str] = {}
        self._wanted = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._go_on)
        player.recording_grew.connect(self._grow)

    def start(self) -> None:
        """From now on read not the events alone."""
        self._wanted = True
        self._look()

    def stop(self) -> None:
        """Show what has been read so far, and read no more of it."""
        self._due.stop()
        if self._player.recording is not None and self._wanted:
            self._show(self._player.recording)
        self.reading.emit(_ALL)

    def begin(self) -> None:
        """Read another recording."""
        self._files.clear()
        self._look()

    def _grow(self) -> None:
        if self._player.end is not None:
            self._look()
        elif not self._due.isActive():
            self._due.start(_EVERY)

    def _look(self) -> None:
        recording = self._player.recording
        self.looked.emit()
        if recording is None:
            self.calls = ()
            self.came.emit()
            self.reading.emit(_ALL)
        else:
            self._read(recording)

    def _go_on(self) -> None:
        """Of a recording that is complete the events are known, only the course is read on."""
        recording = self._player.recording
        if recording is None or self._player.end is None:
            self._look()
        else:
            self._read(recording)

    def _read(self, recording: Recording) -> None:
        """One slice."""
        if not self._wanted:
            return
        whole = self._player.read(lambda: recording.course.refresh(_SLICE), True)
        if whole:
            self._show(recording)
            # The next to open it need not read it through.
            self._player.read(recording.keep_index, False)
        else:
            self._due.start(0)
        if self._player.end is not None or whole:
            self.reading.emit(_ALL if whole else int(_ALL * recording.course.part))

    def _show(self, recording: Recording) -> None:
        self.calls = recording.course.calls
        self.came.emit()

    # ---- what calls are called ----

    def name(self, number: int) -> str:
        """What the function or module of a call is called."""
        calls = self.calls
        call = calls[number]
        return code_name(call.function, self._file(number), self._file(0) or None)

    def place(self, step: Step) -> str:
        """What the function or module is called that a step is in."""
        return code_name(step.function, step.file, self._file(0) if self.calls else None)

    def signed_names(self) -> Callable[[int], str]:
        """What stands in the bars of calls."""
        recording = self._player.recording
        return self.name if recording is None else signed_calls(recording.course.calls, self.name)

    def _file(self, number: int) -> str:
        """Where the code of a call stands: its first step tells."""
        if number not in self._files:
            step = self._player.peek(self.calls[number].first)
            self._files[number] = step.file if step is not None else ""
        return self._files[number]
