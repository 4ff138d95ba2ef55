"""What everything on a sheet is painted by: theme, language, and which colour has which role."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from visualizer.diagram.themes import Theme
from visualizer.diagram.words import say
from visualizer.layout.blocks.block import Words
from visualizer.layout.blocks.ink import colour_name
from visualizer.layout.measure import Text


@dataclass(frozen=True, slots=True)
class Look:
    """The colours, and the language of words."""

    theme: Theme
    language: str = "en"

    def colour(self, name: str) -> QColor:
        """A colour of the theme."""
        return self.theme.colour(name)

    def say(self, text: Text) -> str:
        """A text in the language."""
        return text if isinstance(text, str) else say(text, self.language)

    @property
    def edge(self) -> float:
        """How wide an outline is."""
        return self.theme.outline

    @property
    def strong_edge(self) -> float:
        """How wide the outline is of what runs, is new, or is marked."""
        return self.theme.outline + 1

    def colour_of(self, words: Words) -> QColor:
        """The colour that a text is written in."""
        return self.colour(colour_name(words))
