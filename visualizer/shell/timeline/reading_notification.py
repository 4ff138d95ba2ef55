"""Shows how much of a long recording the timeline has read, with a button to stop."""

from PySide6.QtCore import QObject, QTimer

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Action, Notifications
from visualizer.shell.timeline.profile_feed import ProfileFeed

_PATIENCE = 500
"""Milliseconds until the notification appears."""
_ALL = 100


class ReadingNotification(QObject):
    """Appears while ``feed`` reads for longer than that."""

    def __init__(self, notifications: Notifications, feed: ProfileFeed, words: Words) -> None:
        super().__init__(notifications)
        self._notification, self._words, self._part = notifications.reading, words, _ALL
        self._stop = Action("notification.reading_stop", feed.stop, symbol="square")
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(self._show)
        feed.reading.connect(self._follow)

    def _follow(self, part: int) -> None:
        before, self._part = self._part, part
        if part >= _ALL:
            self._late.stop()
            self._notification.hide()
        elif before >= _ALL:
            self._late.start()
        elif part != before and self._notification.is_wanted:
            self._notification.speak()

    def _show(self) -> None:
        words = self._words
        self._notification.show_words(
            lambda: (
                words("notification.reading"),
                words("notification.reading_part", part=self._part),
            ),
            self._stop,
            lasting=True,
        )
