"""Shows the recording of a run as soon as enough is recorded, at the former place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from visualizer.model import VisualizerError
from visualizer.shell.playback.player import Player

if TYPE_CHECKING:
    from visualizer.recording.mapping.step_mapping import StepMapping
    from visualizer.shell.run.program_run import Progress
    from visualizer.shell.sessions.folder import SessionFolder

_AT_ONCE, _AT_THE_END, _SLICE = 0.02, 0.3, 0.01
"""Seconds of reading: while the program runs, after its end, and in each slice between events."""


class Returning(QObject):
    """Finds the step of a new recording that corresponds to the former recording's current step.

    ``place`` returns that step. If it is still unknown, because the program runs on or made very
    many steps, the search continues in slices. A move by the user cancels the later jump.
    """

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._old: Path | None = None
        self._discard = False
        self._mapping: StepMapping | None = None
        self._follows = False
        self._wanted = 0
        self._shown = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_on)
        player.asked.connect(self._leave_be)
        player.recording_grew.connect(self._go_on)

    def begin(self, *, still: bool = False) -> None:
        """Prepare to record the program again; ``still`` keeps the picture unchanged."""
        self.finish()
        shown = self._player.recording
        self._old = shown.path if shown is not None else None
        if shown is None or not self._player.step:
            return
        from visualizer.recording import Recording
        from visualizer.recording.mapping.step_mapping import StepMapping

        try:
            self._mapping = StepMapping(Recording.open(shown.path), still=still)
        except VisualizerError:
            # The caller has reported the damage.
            return
        self._timer.start(0)

    def place(self, out: Path, *, last: bool) -> int | None:
        """Return the step to show of the recording at ``out``; None to wait for more of it.

        ``last``: do not wait. Raises ``VisualizerError`` if the file cannot be read.
        """
        mapping, step = self._mapping, self._player.step
        if mapping is None:
            return 1
        if not self._follows:
            from visualizer.recording import Recording

            mapping.follow(Recording.open(out))
            self._follows = True
        if step <= 1 and not mapping.still:
            # A user who has not stepped yet sees the first line of the new program.
            return 1
        mapping.read(_AT_THE_END if last else _AT_ONCE, step)
        if step <= 1:
            return 1
        found = mapping.step(step)
        return found or (mapping.nearest(step) if last else None)

    def shown(self, *, discard: bool) -> None:
        """Continue after the new recording is shown; ``discard``: then delete the former file."""
        self._discard, self._shown = discard, True
        if self._mapping is None:
            self.finish()
        else:
            self._go_on()

    def show(self, out: Path, step: int) -> None:
        """Show the new recording at ``step``, with the mapping. Raises ``VisualizerError``."""
        self._wanted = self._player.step if self._player.step > 1 else 0
        self._player.show(out, step, self._mapping)

    def _go_on(self) -> None:
        if self._mapping is not None and self._follows and not self._timer.isActive():
            self._timer.start(0)

    def _read_on(self) -> None:
        mapping = self._mapping
        if mapping is None:
            return
        is_read = mapping.read(_SLICE, self._wanted)
        if is_read:
            self._timer.stop()
        if not self._shown:
            return
        whole = is_read and self._player.end is not None
        if self._wanted:
            found = mapping.step(self._wanted)
            found = found or (mapping.nearest(self._wanted) if whole else None)
            if found is not None:
                self._wanted = 0
                self._player.return_to(found)
        if whole:
            self.finish()

    def _leave_be(self) -> None:
        self._wanted = 0

    def finish(self) -> None:
        """Accept the result so far as final; calling it again does nothing."""
        self._timer.stop()
        mapping, old = self._mapping, self._old
        self._mapping = self._old = None
        self._wanted = 0
        if mapping is not None:
            if self._shown:
                self._player.retraced.emit()
            mapping.close()
        if self._discard and old is not None:
            old.unlink(missing_ok=True)
        self._discard = self._shown = self._follows = False


_GRACE, _PATIENCE = 300, 1000
"""Milliseconds. Within the first time most programs end, so their picture is drawn complete; within
the second, the former recording stays visible until the new one reaches the same place.
"""


class RunResults(QObject):
    """Shows a run's recording in the player; ``folder`` contains the window's own recordings.

    ``are_awaited``: the player does not show the run yet; ``are_live``: live mode started it.
    ``shown`` precedes the first picture, ``waited_long`` says that the program did not end within
    the first time; ``failed`` carries an error.
    """

    shown = Signal()
    waited_long = Signal()
    failed = Signal(object)

    def __init__(self, player: Player, folder: SessionFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._player, self._folder = player, folder
        self.are_awaited = self.are_live = False
        self._out: Path | None = None
        self._stale: list[Path] = []
        self._returning = Returning(player, self)
        self._since = QElapsedTimer()
        self._steps = 0
        self._grace = QTimer(self, singleShot=True)
        self._grace.timeout.connect(self._grace_over)

    def begin(self, out: Path, *, live: bool) -> None:
        """Start a run that records to ``out``; ``live``: live mode started it."""
        self.finish()
        self._out, self._steps = out, 0
        self.are_awaited, self.are_live = True, live
        self._returning.begin(still=live)
        self._since.start()
        if not live:
            self._grace.start(_GRACE)

    def finish(self) -> None:
        """Never show a run that is still awaited, and stop the search for the former place.

        The run's file is deleted once its writer has ended.
        """
        if self.are_awaited and self._out is not None:
            self.are_awaited = False
            self._stale.append(self._out)
        self._returning.finish()

    def follow(self, progress: Progress) -> None:
        """Show the new progress if there is enough of it."""
        self._steps = progress.steps
        stands = progress.waits_for_input or progress.waits_for_credit
        due = stands or not (self._grace.isActive() or self.are_live)
        if not self.are_awaited or (progress.steps and due):
            self.read(last=stands)

    def fail(self, error: VisualizerError) -> None:
        """Report an error of a run that has nothing to show."""
        self.are_awaited = False
        self.failed.emit(error)

    def read(self, *, last: bool) -> None:
        """Show the new results; ``last`` says that no more will follow for now."""
        if not self.are_awaited:
            self._player.refresh()
            return
        if self._out is None:
            return
        # The thread has finished with these files by now.
        while self._stale:
            self._stale.pop().unlink(missing_ok=True)
        # The former recording stays visible until the new one reaches the same place.
        before = self._player.recording
        old = before.path if before else None
        try:
            step = self._returning.place(self._out, last=last or self._since.elapsed() > _PATIENCE)
            if step is None:
                return
            self.are_awaited = False
            self.shown.emit()
            self._returning.show(self._out, step)
        except VisualizerError as error:
            self.fail(error)
        self._returning.shown(discard=old is not None and self._folder.path in old.parents)

    def _grace_over(self) -> None:
        if self.are_awaited and self._steps:
            self.read(last=False)
            self.waited_long.emit()
