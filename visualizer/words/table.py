"""Looks up the words of one language."""

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Protocol

from visualizer.resources import resource
from visualizer.words.linguist import Translation, read

LANGUAGES = ("ko", "en")
SOURCE_LANGUAGE = "en"
"""The language in which messages are written in the code."""


class Table(Protocol):
    """The words of one language with open gaps; ``n`` chooses among plural forms."""

    def words(self, key: str, n: int | None = None) -> str:
        """Return the words under ``key``; raises KeyError if there are none."""
        ...

    def message(self, english: str, n: int | None = None) -> str:
        """Return the translation of a message, or the English text if there is none."""
        ...


class WrittenTable:
    """A table that parses the ``.ts`` files on first use: 1 ms for messages, 9 ms for words."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise KeyError(language)
        self.language = language

    @cached_property
    def by_key(self) -> Mapping[str, Translation]:
        """All words of the window and its pictures."""
        return read(resource(f"words/words_{self.language}.ts"))

    @cached_property
    def by_english(self) -> Mapping[str, Translation]:
        """All messages; for English only those with plural forms."""
        return read(resource(f"words/messages_{self.language}.ts"))

    def words(self, key: str, n: int | None = None) -> str:
        """Return the words under ``key``; raises KeyError if there are none."""
        return self._form(self.by_key[key], n)

    def message(self, english: str, n: int | None = None) -> str:
        """Return the translation of a message, or the English text if there is none."""
        if self.language == SOURCE_LANGUAGE and n is None:
            return english
        return self._form(self.by_english.get(english, english), n)

    def _form(self, found: Translation, n: int | None) -> str:
        """Return the plural form for ``n`` by Qt's rules for English and Korean."""
        if isinstance(found, str):
            return found
        return found[0 if self.language == "ko" or n == 1 else 1]


@cache
def written_table(language: str) -> WrittenTable:
    """Return the table of a language; raises KeyError for an unknown language."""
    return WrittenTable(language)
