"""The look of a sheet: theme, language, and the colour of each role."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from visualizer.diagram.themes import Theme
from visualizer.diagram.words import translate
from visualizer.layout.measure import Text


@dataclass(frozen=True, slots=True)
class Look:
    """The colours, and the language of words."""

    theme: Theme
    language: str = "en"

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme."""
        return self.theme.colour(name)

    def translate(self, text: Text) -> str:
        """Return a text in the language."""
        return text if isinstance(text, str) else translate(text, self.language)

    @property
    def edge(self) -> float:
        """The width of an outline."""
        return self.theme.outline
