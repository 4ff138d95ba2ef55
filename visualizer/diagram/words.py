"""The words of pictures and sentences in each language, compiled by Qt Linguist."""

from functools import cache, lru_cache

from PySide6.QtCore import QTranslator

from visualizer.resources import compiled_words
from visualizer.words import LANGUAGES, Table, Translatable, written_table
from visualizer.words import translate as translate_by

__all__ = ["LANGUAGES", "CompiledTable", "table", "translate"]


class CompiledTable:
    """A word table that QTranslator reads from a ``.qm`` file, mapped into memory."""

    def __init__(self, translator: QTranslator) -> None:
        self._translator = translator
        # Cached, because every drawn text needs its words.
        self.words = lru_cache(maxsize=4096)(self._words)

    def _words(self, key: str, n: int | None = None) -> str:
        """Return the words under ``key``; raises KeyError if there are none."""
        found = self._ask("", key, n)
        if not found:
            raise KeyError(key)
        return found

    def message(self, english: str, n: int | None = None) -> str:
        """Return a message; in English if it has no translation."""
        return self._ask("messages", english, n) or english

    def _ask(self, context: str, source: str, n: int | None) -> str:
        # Qt returns an empty text for a plural form that does not exist.
        found = self._translator.translate(context, source, "", n) if n is not None else ""
        return found or self._translator.translate(context, source) or ""


@cache
def table(language: str) -> Table:
    """Return the words of a language, from the source if no current compiled ones exist."""
    compiled = compiled_words(language)
    translator = QTranslator()
    if compiled is None or not translator.load(str(compiled)):
        return written_table(language)
    return CompiledTable(translator)


def translate(spoken: Translatable | str, language: str) -> str:
    """Return a sentence or phrase in words, with code in back ticks; plain text stays as it is."""
    return translate_by(spoken, table(language))
