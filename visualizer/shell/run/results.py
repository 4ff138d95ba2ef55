"""Shows the recording of a run as soon as enough is recorded, at the former place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from visualizer.model import VisualizerError
from visualizer.shell.run.returning import Returning

if TYPE_CHECKING:
    from pathlib import Path

    from visualizer.shell.playback.player import Player
    from visualizer.shell.run.program_run import Progress
    from visualizer.shell.sessions.folder import SessionFolder

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
        self._out, self._steps = out, 0
        self.are_awaited, self.are_live = True, live
        self._returning.begin(still=live)
        self._since.start()
        if not live:
            self._grace.start(_GRACE)

    def drop(self) -> None:
        """Never show the run, and delete its file once its writer has ended."""
        self.are_awaited = False
        if self._out is not None:
            self._stale.append(self._out)

    def finish(self) -> None:
        """Stop the search for the former place."""
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
