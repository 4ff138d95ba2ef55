"""Runs a search through the recording: at once while it is short, else piece by piece."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Action, Notifications
from visualizer.shell.playback.moves import Search
from visualizer.shell.playback.player import Player

_AT_ONCE, _SLICE = 0.15, 0.02
"""Seconds that may pass before the window answers again: in a key's own time, and then."""
_PATIENCE = 500
"""Milliseconds after which one wants to know, and may stop it."""


class Seeking(QObject):
    """One search at a time; another one, a move by hand or another recording ends it.

    ``changed`` says that one goes on beside the window's work, or does so no more. ``missed`` says
    why one stayed, by a text's key or the key of the command that led nowhere.
    """

    changed = Signal(bool)
    missed = Signal(str)

    def __init__(self, player: Player, notifications: Notifications, words: Words) -> None:
        super().__init__(player)
        self._player, self._notification, self._words = player, notifications.seeking, words
        self._search: Search[object] | None = None
        self._found: Callable[[object], object] = _nothing
        self._step = 0
        self._elapsed = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._stop = Action(
            lambda: words("notification.stop"), self._stop_here, "danger", "circle-stop"
        )
        player.asked.connect(self.stop)
        player.recording_changed.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._timer.isActive()

    def run[T](self, search: Search[T], found: Callable[[T], object]) -> None:
        """Run a search and pass its result to ``found``; damage in the recording ends it."""
        self.stop()
        self._search, self._found = search, found  # type: ignore[assignment]
        self._elapsed.start()
        if self._search_for(_AT_ONCE):
            self._timer.start(0)
            self.changed.emit(True)

    def go(self, search: Search[int | None], missed: str) -> None:
        """Go to the step that a search finds; emit ``missed`` if there is none."""
        self.run(search, lambda found: self.arrive(found, missed))

    def arrive(self, found: int | None, missed: str) -> None:
        """Go to a step; emit ``missed`` if there is none."""
        if found is None:
            self.missed.emit(missed)
        else:
            self._player.go_to(found)

    def stop(self) -> None:
        """Look no further, and stay."""
        if self._search is not None:
            self._search.close()
            self._search = None
        if self.busy:
            self._timer.stop()
            self._notification.hide()
            self.changed.emit(False)

    def _stop_here(self) -> None:
        self._player.follows = False
        self.stop()

    def _go_on(self) -> None:
        if self._search_for(_SLICE) and self._elapsed.elapsed() >= _PATIENCE:
            self._notification.show_words(self._progress_text, self._stop, lasting=True)

    def _search_for(self, seconds: float) -> bool:
        """Whether there is more to look at afterwards."""
        search = self._search
        if search is None:
            return False
        end = time.monotonic() + seconds
        try:
            return self._player.read(lambda: self._look(search, end), False) or self._give_up()
        except StopIteration as done:
            found = self._found
            self.stop()
            found(done.value)
            return False

    def _look(self, search: Search[object], end: float) -> bool:
        while time.monotonic() < end:
            self._step = next(search)
        return True

    def _give_up(self) -> bool:
        self.stop()
        return False

    def _progress_text(self) -> tuple[str, str]:
        words, steps = self._words, f"{self._player.steps:,}"
        return words("notification.seeking"), words(
            "notification.seeking_at", step=f"{self._step:,}", steps=steps
        )


def _nothing(_: object) -> None:
    """Nobody asked."""
