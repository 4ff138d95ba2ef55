"""The style and the colour of each role of text, for measuring and painting."""

from collections.abc import Mapping

from visualizer.layout.blocks.block import Ink, Words
from visualizer.layout.measure import TextStyle

STYLE_OF: Mapping[Ink, TextStyle] = {
    Ink.NAME: TextStyle.NAME,
    Ink.VALUE: TextStyle.PLAIN_VALUE,
    Ink.KEY: TextStyle.NAME,
    Ink.TITLE: TextStyle.HEADING,
    Ink.FUNCTION: TextStyle.PLAIN_VALUE,
    Ink.NOTE: TextStyle.NOTE,
    Ink.INDEX: TextStyle.INDEX,
    Ink.COUNT: TextStyle.INDEX,
    Ink.EVENT: TextStyle.HEADING,
}

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
"""The colour of each kind of text; values and keys take the colour of their type first."""

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
"""Values have the colour of the code that makes them."""

_TYPED = frozenset({Ink.VALUE, Ink.KEY})


def colour_name(words: Words) -> str:
    """Return the theme's name of the colour in which a text is written."""
    if words.ink in _TYPED and words.type in TYPE_COLOUR:
        return TYPE_COLOUR[words.type]
    return INK_COLOUR[words.ink]
