"""Uses the chosen text and code fonts everywhere in the window."""

from PySide6.QtCore import QObject, Signal

from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Notification

_MOST = 60
"""Characters shown of a font's name: a settings file may hold any text."""


class FontChoice(QObject):
    """Changes fonts; ``changed`` asks the parts that keep a font or a text width to renew it."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def choose(self, part: str, family: str) -> None:
        """Use ``family`` for ``word_family`` or ``code_family``; an empty name is the default."""
        self._appearance.choose_font(part, family)
        self.changed.emit()

    def use(self) -> None:
        """Use the fonts of the preferences everywhere."""
        self._appearance.use_fonts()
        self.changed.emit()

    def say_missing(self, notification: Notification, words: Words) -> None:
        """Show a notification that names the chosen fonts that are not installed."""
        missing = ", ".join(name[:_MOST] for name in self._appearance.missing_fonts)
        if missing:
            notification.show_words(
                lambda: (
                    words("notification.font_missing", fonts=missing),
                    words("notification.font_usual"),
                )
            )
