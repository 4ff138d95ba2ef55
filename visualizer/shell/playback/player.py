"""The only holder of the current recording and step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.model import DamagedRecording, Delta, End, State, Step
from visualizer.shell.asking import Wait, at_once

if TYPE_CHECKING:
    from visualizer.explain.sentence import Sentence
    from visualizer.recording import Cursor, Recording
    from visualizer.recording.mapping.step_mapping import StepMapping


_NUMBERS, _BLOCKS = 3, 4
"""The lowest level whose cards have numbers, and the level of sentences about blocks of memory."""
_TOGETHER = 64
"""The minimum number of steps that a recording stores, and may lose, together."""


class Player(QObject):
    """Moves through a recording, finished or still growing, and emits its moves.

    ``asked`` follows ``step_changed`` if the user or the playback moved, not if the player follows
    a growing recording. ``step`` counts from 1; without a step it is 0 and ``state`` is empty.
    ``state`` belongs to ``cursor``, which updates it: never store or change it.

    ``former`` maps steps and objects of the former recording to this one; it is None if that was of
    another program. ``retraced`` says that the mapping is complete.
    """

    recording_changed = Signal()
    step_changed = Signal(int)
    level_changed = Signal()
    recording_grew = Signal(int)
    recording_failed = Signal(object)
    asked = Signal(int)
    retraced = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recording: Recording | None = None
        self.step = 0
        self.read_for = 0.0
        """Seconds that reading and explaining the step took."""
        self.state = State()
        self.delta: Delta | None = None
        self.level = 4
        """The level of detail, from values alone to everything."""
        self.shows_blocks = False
        """Whether every level has the sentences about blocks of memory."""
        self._sentences: tuple[Sentence, ...] = ()
        self.follows = False
        self.former: StepMapping | None = None
        self.cursor: Cursor | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the level, and those about blocks while a picture shows blocks."""
        return tuple(
            one
            for one in self._sentences
            if one.level <= self.level or (self.shows_blocks and one.level == _BLOCKS)
        )

    def show_level(self, level: int) -> None:
        """Change the level of detail."""
        if level != self.level:
            were_numbered, self.level = self._are_numbered, level
            if were_numbered != self._are_numbered and self.step and self.recording and self.cursor:
                self.read(partial(self._go, self.recording, self.cursor, self.step), False)
            self.level_changed.emit()

    @property
    def _are_numbered(self) -> bool:
        """Whether the cards of the level have numbers, so that sentences may use them."""
        return self.level >= _NUMBERS

    def show_blocks(self, shown: bool) -> None:
        """Add the sentences about blocks of memory to every level, or only to their own."""
        if shown != self.shows_blocks:
            self.shows_blocks = shown
            self.level_changed.emit()

    @property
    def steps(self) -> int:
        """The number of steps so far."""
        return self.recording.steps if self.recording else 0

    @property
    def end(self) -> End | None:
        """How the program ended; None while it runs or without a recording."""
        return self.recording.end if self.recording else None

    @property
    def is_growing(self) -> bool:
        """Whether there is a recording that has not ended."""
        return self.recording is not None and self.recording.end is None

    @property
    def at_newest(self) -> bool:
        """Whether the player is at the newest known step."""
        return self.step == self.steps

    def show(
        self,
        path: Path,
        step: int = 1,
        former: StepMapping | None = None,
        *,
        wait: Wait = at_once,
    ) -> None:
        """Open the recording at ``path`` at ``step``, or at a later step if ``step`` is unreadable.

        Raises the errors of ``Recording.open`` and of ``wait``.
        """
        # Imported late, so that the window is painted first.
        from visualizer.recording import Recording

        # The window's thread reads the steps, so the drive delays none of them.
        recording = wait(lambda: Recording.open(path).hold(), path)
        self._replace(recording, former)
        if recording.steps:
            self._show_readable(max(1, min(step, recording.steps)))
        if self.step == 0:
            self.step_changed.emit(0)

    def _show_readable(self, step: int) -> None:
        """Show ``step``, or the nearest readable step, in growing leaps because damage may reach
        far.
        """
        ahead = 0
        while self.step == 0 and step + ahead < self.steps:
            self._show(step + ahead)
            ahead = 2 * ahead or _TOGETHER
        if self.step == 0:
            self._show(self.steps)

    def close(self) -> None:
        """Close the recording and show nothing."""
        if self.recording is not None:
            self._replace(None)
            self.step_changed.emit(0)

    def _replace(self, recording: Recording | None, former: StepMapping | None = None) -> None:
        before, self.recording = self.recording, recording
        self.former = former
        self.cursor = recording.cursor() if recording else None
        self.step, self.state, self.delta = 0, State(), None
        self._sentences, self.follows = (), False
        self.recording_changed.emit()
        if before is not None:
            # After the signal, nothing reads the old recording any more.
            before.close()

    def refresh(self) -> None:
        """Read the steps that the recorder has added."""
        if self.recording is None or not self.recording.refresh():
            return
        self.recording_grew.emit(self.steps)
        if self.follows and self.step:
            self._show(self.steps)
        elif self.steps and self.step == 0:
            self._show(self.steps if self.follows else 1)

    def go_to(self, step: int) -> None:
        """Show ``step``, or the nearest existing step."""
        self._show(max(1, min(step, self.steps)))
        if self.step:
            self.asked.emit(self.step)

    def return_to(self, step: int) -> None:
        """Show ``step`` to restore a former place, without emitting ``asked``."""
        self._show(max(1, min(step, self.steps)))

    def _show(self, step: int) -> None:
        if self.recording is None or self.cursor is None:
            return
        if self.steps == 0 or step == self.step:
            return
        began = perf_counter()
        is_read = self.read(partial(self._go, self.recording, self.cursor, step), False)
        self.read_for = perf_counter() - began
        if is_read:
            self.follows = self.follows and step == self.steps
            self.step_changed.emit(step)

    def _go(self, recording: Recording, cursor: Cursor, step: int) -> bool:
        from visualizer.explain.steps.step import explain_step
        from visualizer.explain.steps.streams import context_of

        # This order reads each record on the way only once.
        before = cursor.seek(step - 1)
        delta = cursor.delta(step)
        context = context_of(recording, cursor, delta)
        self._sentences = explain_step(
            before, delta, recording.sources, context, are_numbered=self._are_numbered
        )
        self.state = cursor.seek(step)
        self.step, self.delta = step, delta
        return True

    def read[T](self, look: Callable[[], T], otherwise: T) -> T:
        """Return the result of ``look``; on damage, report it and return ``otherwise``.

        All reads of a recording for the window use this method: any part of a file may be damaged.
        """
        try:
            return look()
        except DamagedRecording as error:
            self.recording_failed.emit(error)
            return otherwise

    def peek(self, step: int) -> Step | None:
        """Return ``step`` without moving there; None if it cannot be read."""
        cursor = self.cursor
        return self.read(lambda: cursor.delta(step).step, None) if cursor is not None else None

    def first(self) -> None:
        """Go to the first step."""
        self.go_to(1)

    def back(self) -> None:
        """Go back one step."""
        self.go_to(self.step - 1)

    def forward(self) -> None:
        """Go forward one step."""
        self.go_to(self.step + 1)

    def last(self) -> None:
        """Go to the newest step, and follow the recording while it grows."""
        self.follows = self.end is None
        self.go_to(self.steps)


SPEEDS = (0.5, 1, 2, 3, 5, 8, 12, 20, 40, 60)
"""The available speeds in steps per second."""


class Playback(QObject):
    """Plays a recording; waits at the newest step for more, and stops at the end."""

    changed = Signal(bool)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.speed: float = SPEEDS[2]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        player.recording_changed.connect(self.pause)

    @property
    def playing(self) -> bool:
        """Whether the playback is on."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Start or pause the playback."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Start playing; at the end of the recording, start again from its first step."""
        if self.playing or not self._player.steps:
            return
        if self._player.at_newest and self._player.end is not None:
            self._player.first()
        self._timer.start(round(1000 / self.speed))
        self.changed.emit(True)

    def pause(self) -> None:
        """Stop playing and stay at the current step."""
        if self.playing:
            self._timer.stop()
            self.changed.emit(False)

    def set_speed(self, steps_a_second: float) -> None:
        """Change the speed."""
        self.speed = steps_a_second
        self._timer.setInterval(round(1000 / steps_a_second))

    def _go_on(self) -> None:
        player, before = self._player, self._player.step
        player.forward()
        # In a damaged recording, no further step may be readable.
        if player.end is not None and (player.at_newest or player.step == before):
            self.pause()
