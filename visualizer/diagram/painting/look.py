"""What everything on a sheet is painted by: theme, language, and which colour has which role."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from visualizer.diagram.themes import Theme
from visualizer.diagram.words import say
from visualizer.layout.blocks.block import Ink, Words
from visualizer.layout.measure import Text

INK_COLOUR: Mapping[Ink, str] = {
    Ink.NAME: "ink",
    Ink.VALUE: "ink",
    Ink.KEY: "ink",
    Ink.TITLE: "ink2",
    Ink.FUNCTION: "ink",
    Ink.NOTE: "ink3",
    Ink.INDEX: "ink3",
    Ink.COUNT: "ink",
    Ink.EVENT: "accent",
}
"""The colour of each kind of text; of values and keys that of their type goes first."""

TYPE_COLOUR: Mapping[str, str] = {
    "str": "str",
    "bytes": "str",
    "bytearray": "str",
    "int": "num",
    "float": "num",
    "complex": "num",
    "bool": "kw",
    "NoneType": "kw",
    "ellipsis": "kw",
}
"""Values are coloured as the code is that makes them."""

_TYPED = frozenset({Ink.VALUE, Ink.KEY})


@dataclass(frozen=True, slots=True)
class Look:
    """The colours, and the language of what is not code."""

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
        if words.ink in _TYPED and words.type in TYPE_COLOUR:
            return self.colour(TYPE_COLOUR[words.type])
        return self.colour(INK_COLOUR[words.ink])
