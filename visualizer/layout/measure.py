"""The text measure, which is all that layout needs from the painting side."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from unicodedata import east_asian_width


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text in words, not code: a key of the word table and the values of its gaps."""

    key: str
    arguments: tuple[tuple[str, str | int], ...] = ()

    def __str__(self) -> str:
        return " ".join((self.key, *(f"{name}={value}" for name, value in self.arguments)))


def phrase(key: str, **arguments: str | int) -> Phrase:
    """Return the phrase ``key`` with its gaps filled."""
    return Phrase(key, tuple(arguments.items()))


type Text = str | Phrase

_ELLIPSIS = "…"
TOLERANCE = 0.5
"""A text may be this much wider than its place: measured and painted widths differ."""


def last_kept(text: str) -> str:
    """Return the end that a shortened text keeps: a quote or a bracket, no part of a number."""
    end = text[-1]
    return "" if end.isalnum() or end == _ELLIPSIS else end


def columns_of(text: str) -> int:
    """Return the width of a text in columns: a Korean letter takes two (Unicode's annex 11)."""
    if text.isascii():
        return len(text)
    # No letter before the Korean ones is wide.
    wide = [one for one in text if one >= "\u1100" and east_asian_width(one) in "FW"]
    return len(text) + len(wide)


class TextStyle(StrEnum):
    """The text styles of the diagram; sizes in device-independent pixels at 100 %."""

    NAME = "name"
    """Names and keys in a block."""
    PLAIN_VALUE = "plain value"
    """Values in a block, and names of functions."""
    HEADING = "heading"
    """Types above a block, and names in tags."""
    NOTE = "note"
    INDEX = "index"


SIZE_OF = {
    TextStyle.NAME: 14,
    TextStyle.PLAIN_VALUE: 14,
    TextStyle.HEADING: 12,
    TextStyle.NOTE: 12,
    TextStyle.INDEX: 11,
}
"""The font size, in pixels at 100 %."""

_WORDS_INSTEAD = {TextStyle.NAME: TextStyle.NOTE}
"""The style of words in place of code.

Words are as prominent as the code that they replace: a frame's name is words or a function's name.
"""


def written_in(text: Text, style: TextStyle) -> TextStyle:
    """Return the style of a text in a block; among names a phrase has another style."""
    return style if isinstance(text, str) else _WORDS_INSTEAD.get(style, style)


class TextMeasure(Protocol):
    """Measures the width of a text when drawn."""

    def width(self, text: Text, style: TextStyle) -> float:
        """Return the width in pixels; for a phrase, the maximum over all languages."""
        ...


def shortened(said: str, room: float, width: Callable[[str], float]) -> str:
    """Return as much of a text as fits into the room, with an ellipsis if some is left out."""
    if width(said) <= room:
        return said

    def start(length: int) -> str:
        return said[:length].rstrip() + _ELLIPSIS

    too_long = bisect_left(range(len(said)), True, key=lambda length: width(start(length)) > room)
    return start(too_long - 1) if too_long else ""
