"""The fonts of words and of code, as they were chosen, everywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from visualizer.shell.appearance.text_sizes import SIZES

if TYPE_CHECKING:
    from visualizer.shell.window.window import MainWindow


_MOST = 60
"""Letters of a name that are shown: nobody knows what stands in a file of settings."""


class FontChoice(QObject):
    """What keeps a font or a width asks for it anew when another is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def choose(self, part: str, family: str) -> None:
        """Use a font for ``word_family`` or ``code_family``; an empty name is the usual one."""
        self._window.appearance.choose_font(part, family)
        self.use()

    def use(self) -> None:
        """Show everything in the fonts of the preferences."""
        window = self._window
        for part, (usual, limits) in SIZES.items():
            window.set_size(part, window.preferences.number(part, *limits, usual))
        window.diagram.measure_again()

    def say_missing(self) -> None:
        """Say that a font which was chosen is not there."""
        missing = ", ".join(name[:_MOST] for name in self._window.appearance.missing_fonts)
        if missing:
            words = self._window.words
            self._window.diagram.bands.notice.show_words(
                lambda: (words("band.font_missing", fonts=missing), words("band.font_usual"))
            )
