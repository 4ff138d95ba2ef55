"""Runs a search through the recording: at once while it is short, else piece by piece."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Notifications
from visualizer.shell.notifications.told_slices import ToldSlices
from visualizer.shell.playback.moves import Search
from visualizer.shell.playback.player import Player

_AT_ONCE, _SLICE = 0.15, 0.02
"""Seconds that may pass before the window answers again: in a key's own time, and then."""


class Seeking(ToldSlices):
    """One search at a time; another one, a move by hand or another recording ends it.

    ``missed`` says why one stayed, by a text's key or the key of the command that led nowhere.
    """

    missed = Signal(str)

    def __init__(self, player: Player, notifications: Notifications, words: Words) -> None:
        super().__init__(player, notifications.seeking, words, player.read)
        self._player = player
        player.asked.connect(self.stop)
        player.recording_changed.connect(self.stop)

    def run[T](self, search: Search[T], found: Callable[[T], object]) -> None:
        """Run a search and pass its result to ``found``; damage in the recording ends it."""
        self.begin(search, found, seconds=_SLICE, at_once=_AT_ONCE)

    def go(self, search: Search[int | None], missed: str) -> None:
        """Go to the step that a search finds; emit ``missed`` if there is none."""
        self.run(search, lambda found: self.arrive(found, missed))

    def arrive(self, found: int | None, missed: str) -> None:
        """Go to a step; emit ``missed`` if there is none."""
        if found is None:
            self.missed.emit(missed)
        else:
            self._player.go_to(found)

    def stop_by_hand(self) -> None:
        """Look no further, and stay."""
        self._player.follows = False
        self.stop()

    def progress_text(self) -> tuple[str, str]:
        """Return the step that the search has come to, and how many there are."""
        words, steps = self._words, f"{self._player.steps:,}"
        return words("notification.seeking"), words(
            "notification.seeking_at", step=f"{self.reached:,}", steps=steps
        )
