"""Where the words of one language are looked up."""

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Protocol

from visualizer.resources import resource
from visualizer.words.linguist import Translation, read

LANGUAGES = ("ko", "en")
SOURCE_LANGUAGE = "en"
"""What messages are written in."""


class Table(Protocol):
    """The words of one language, with their gaps open; ``n`` chooses among plural forms."""

    def words(self, key: str, n: int | None = None) -> str:
        """The words under ``key``; KeyError where there are none."""
        ...

    def message(self, english: str, n: int | None = None) -> str:
        """A message; in English where nobody has put it in other words."""
        ...


class WrittenTable:
    """Read from the ``.ts`` themselves, when first asked: 1 ms the messages, 9 the words."""

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
        """All messages; in English those alone that have plural forms."""
        return read(resource(f"words/messages_{self.language}.ts"))

    def words(self, key: str, n: int | None = None) -> str:
        """The words under ``key``; KeyError where there are none."""
        return self._form(self.by_key[key], n)

    def message(self, english: str, n: int | None = None) -> str:
        """A message; in English where nobody has put it in other words."""
        if self.language == SOURCE_LANGUAGE and n is None:
            return english
        return self._form(self.by_english.get(english, english), n)

    def _form(self, found: Translation, n: int | None) -> str:
        """Of plural forms the one for ``n``, by Qt's rules for the languages that there are."""
        if isinstance(found, str):
            return found
        return found[0 if self.language == "ko" or n == 1 else 1]


@cache
def written_table(language: str) -> WrittenTable:
    """The table of one language. Raises KeyError for a language there is none of."""
    return WrittenTable(language)
