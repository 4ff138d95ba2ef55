"""The notification with the progress of a running recording."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Action, Notifications
from visualizer.shell.playback.player import Player
from visualizer.shell.program.workbench import Workbench

_PATIENCE = 500
"""Milliseconds until the notification appears: most programs end earlier."""


class RunningNotification(QObject):
    """Shows steps, time, and the reason why the program waits, with buttons to follow and stop it.

    It also says once that recordings are slow, and why. ``shown`` carries whether the notification
    is visible. While ``is_quiet`` it does not appear.
    """

    shown = Signal(bool)

    def __init__(
        self, notifications: Notifications, player: Player, workbench: Workbench, words: Words
    ) -> None:
        super().__init__(notifications)
        self._notifications, self._player = notifications, player
        self._workbench, self._words = workbench, words
        self.is_quiet = False
        self._slowed_by = ""
        """The last reason shown for slow recordings."""
        workbench.run.slowed.connect(self._report_slow)
        self._elapsed = QElapsedTimer()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.update)
        self._go_newest = Action(
            lambda: newest_step(player, words), player.last, symbol="arrow-right-to-line"
        )
        self._go_on = Action("notification.record_all", workbench.run.allow_all)
        self._stop = Action("notification.stop", workbench.run.stop, "danger", "circle-stop")

    def begin(self) -> None:
        """Start the clock for a new run."""
        self._elapsed.start()
        self._clock.start(_PATIENCE)

    def end(self) -> None:
        """Hide the notification after the end of the run."""
        self._clock.stop()
        self._notifications.recording.hide()
        self.shown.emit(False)

    def update(self) -> None:
        """Show the current progress of the run."""
        if not self._workbench.run.active:
            self.end()
        elif not self.is_quiet and self._elapsed.isValid() and self._elapsed.elapsed() >= _PATIENCE:
            progress = self._workbench.progress
            actions = [] if self._player.at_newest else [self._go_newest]
            if progress is not None and progress.waits_for_credit:
                actions.append(self._go_on)
            actions.append(self._stop)
            # A deadlock ends only when the user stops the program.
            self._notifications.recording.is_lasting = bool(progress and progress.deadlock)
            self._notifications.recording.show_words(self._progress, *actions, lasting=True)
            self.shown.emit(True)
            self._notifications.ended.hide()

    def _report_slow(self, reason: str) -> None:
        if reason != self._slowed_by:
            self._slowed_by, words = reason, self._words
            self._notifications.notice.show_words(
                lambda: (
                    words("notification.slow"),
                    words("notification.slow_why", reason=words.finished(reason)),
                )
            )

    def _progress(self) -> tuple[str, str]:
        words, progress = self._words, self._workbench.progress
        seconds = self._elapsed.elapsed() // 1000
        steps = progress.steps if progress else 0
        parts = [
            words("notification.steps_so_far", steps=f"{steps:,}"),
            f"{seconds // 60}:{seconds % 60:02}",
        ]
        if progress and progress.waits_for_input:
            parts.append(words("notification.waits_for_input"))
        elif progress and progress.waits_for_credit:
            parts.append(words("notification.waits_for_credit"))
        head = "notification.recording"
        if progress and (ring := progress.deadlock):
            head = "notification.in_deadlock"
            parts.append(words("notification.deadlock", threads=" → ".join((*ring, ring[0]))))
        elif progress and progress.unrecorded:
            head = "notification.unrecorded"
        return words(head), " · ".join(parts)


def newest_step(player: Player, words: Words) -> str:
    """Return the label of a button that goes to the newest step."""
    return words("notification.go_to_step", step=f"{player.steps:,}")
