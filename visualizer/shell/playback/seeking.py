"""Runs a search through the recording: at once while it is short, else piece by piece."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Action, Notifications
from visualizer.shell.playback.moves import Search
from visualizer.shell.playback.player import Player
from visualizer.shell.slices import Slices

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
        self._slices = Slices(self, player.read)
        self._slices.changed.connect(self._show_change)
        self._slices.paused.connect(self._show_progress)
        self._stop = Action(
            lambda: words("notification.stop"), self._stop_here, "danger", "circle-stop"
        )
        player.asked.connect(self.stop)
        player.recording_changed.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._slices.busy

    def run[T](self, search: Search[T], found: Callable[[T], object]) -> None:
        """Run a search and pass its result to ``found``; damage in the recording ends it."""
        self._slices.begin(search, found, seconds=_SLICE, at_once=_AT_ONCE)

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
        self._slices.stop()

    def _stop_here(self) -> None:
        self._player.follows = False
        self.stop()

    def _show_change(self, busy: bool) -> None:
        if not busy:
            self._notification.hide()
        self.changed.emit(busy)

    def _show_progress(self, milliseconds: int) -> None:
        if milliseconds >= _PATIENCE:
            self._notification.show_words(self._progress_text, self._stop, lasting=True)

    def _progress_text(self) -> tuple[str, str]:
        words, steps = self._words, f"{self._player.steps:,}"
        return words("notification.seeking"), words(
            "notification.seeking_at", step=f"{self._slices.reached:,}", steps=steps
        )
