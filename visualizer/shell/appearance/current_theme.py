"""The current theme, one per process, which all painting code reads."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from visualizer.diagram.themes import THEMES, Theme, theme


class CurrentTheme(QObject):
    """``changed`` is for widgets that store colours, icons or fonts; it carries ``colour``.

    A widget that only paints needs no signal: a new style sheet makes every widget paint again. It
    also gives every widget its first font again, so ``changed`` follows each style sheet. Connect
    only methods of Qt's objects: the connection keeps any other object alive for ever.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = THEMES[0]

    @property
    def now(self) -> Theme:
        """The colours, and the thickness of outlines."""
        return theme(self.name)

    def colour(self, name: str) -> QColor:
        """Return a colour of the current theme."""
        return theme(self.name).colour(name)


THEME = CurrentTheme()
