"""Work in slices whose progress a notification shows if it takes long."""

from PySide6.QtCore import QObject

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Action, Notification
from visualizer.shell.slices import Read, Slices

_PATIENCE = 500
"""Milliseconds after which the notification appears."""


class ReportedSlices(Slices):
    """Shows ``progress_text`` in ``notification`` after a while, with a button to stop."""

    def __init__(
        self, parent: QObject, notification: Notification, words: Words, read: Read | None = None
    ) -> None:
        super().__init__(parent, read)
        self._notification, self._words = notification, words
        self._stop = Action("notification.stop", self.stop_by_hand, "danger", "circle-stop")
        self.changed.connect(notification.hide)
        self.paused.connect(self._show_progress)

    def progress_text(self) -> tuple[str, str]:
        """Return what the work does, and its progress."""
        raise NotImplementedError

    def stop_by_hand(self) -> None:
        """Stop because the user pressed the button."""
        self.stop()

    def _show_progress(self, milliseconds: int) -> None:
        if milliseconds >= _PATIENCE:
            self._notification.show_words(self.progress_text, self._stop, lasting=True)
