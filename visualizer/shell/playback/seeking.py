"""Runs a search through the recording: a short one at once, a long one in slices."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from visualizer.recording.mapping.together import Search
from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Notifications
from visualizer.shell.notifications.reported_slices import ReportedSlices
from visualizer.shell.playback.player import Player

_AT_ONCE, _SLICE = 0.15, 0.02
"""Maximum seconds of work: at once when a key is pressed, and in each later slice."""


class Seeking(ReportedSlices):
    """Runs one search at a time; a new search, a user's move or another recording ends it.

    ``missed`` carries the key of a text or of the failed command, to say why the step stayed.
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
        """Stop the search and stay at the current step."""
        self._player.follows = False
        self.stop()

    def progress_text(self) -> tuple[str, str]:
        """Return the step that the search has reached, and the number of steps."""
        words, steps = self._words, f"{self._player.steps:,}"
        return words("notification.seeking"), words(
            "notification.seeking_at", step=f"{self.reached:,}", steps=steps
        )
