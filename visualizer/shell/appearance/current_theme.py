"""The theme of the window, of which a process has one: whatever paints asks for it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from visualizer.diagram.themes import THEMES, Theme, theme


class CurrentTheme(QObject):
    """``changed`` is for widgets that keep colours, icons or fonts; it carries ``colour``.

    A widget that only paints needs no signal: a new style sheet makes every widget paint again. It
    also gives every widget back its first font, so ``changed`` comes with each. Connect methods of
    Qt's objects alone: the connection would keep anything else for ever.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = THEMES[0]

    @property
    def now(self) -> Theme:
        """The colours, and how thick outlines are."""
        return theme(self.name)

    def colour(self, name: str) -> QColor:
        """Return a colour of the current theme."""
        return theme(self.name).colour(name)


THEME = CurrentTheme()
