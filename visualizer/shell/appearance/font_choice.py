"""Uses the chosen text and code fonts everywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from visualizer.shell.appearance.text_sizes import SIZES

if TYPE_CHECKING:
    from visualizer.shell.window.window import MainWindow


_MOST = 60
"""Characters shown of a font's name: a settings file may hold any text."""


class FontChoice(QObject):
    """Changes fonts, and tells the parts that keep a font or a text width to renew it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def choose(self, part: str, family: str) -> None:
        """Use ``family`` for ``word_family`` or ``code_family``; an empty name is the default."""
        self._window.appearance.choose_font(part, family)
        self.use()

    def use(self) -> None:
        """Use the fonts of the preferences everywhere."""
        window = self._window
        for part, (usual, limits) in SIZES.items():
            window.set_size(part, window.preferences.number(part, *limits, usual))
        window.diagram.measure_again()

    def say_missing(self) -> None:
        """Show a notification that names the chosen fonts that are not installed."""
        missing = ", ".join(name[:_MOST] for name in self._window.appearance.missing_fonts)
        if missing:
            words = self._window.words
            self._window.diagram.bands.notice.show_words(
                lambda: (words("band.font_missing", fonts=missing), words("band.font_usual"))
            )
