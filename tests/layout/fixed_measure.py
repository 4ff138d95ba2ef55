"""A measure of text that needs no fonts."""

import unicodedata

from visualizer.layout.measure import Phrase, Text, TextStyle

_ADVANCE = {
    TextStyle.NAME: 7.0,
    TextStyle.PLAIN_VALUE: 7.0,
    TextStyle.HEADING: 6.6,
    TextStyle.NOTE: 6.2,
    TextStyle.INDEX: 5.8,
}


class FixedMeasure:
    """A measure without fonts: all letters have one width, East Asian ones twice that."""

    def width(self, text: Text, style: TextStyle) -> float:
        """Return the width in pixels."""
        if isinstance(text, Phrase):
            text = text.key + "".join(str(value) for _, value in text.arguments)
        cells = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
        return cells * _ADVANCE[style]
