"""The words of pictures and sentences in each language, as Qt Linguist compiled them."""

from functools import cache, lru_cache

from PySide6.QtCore import QTranslator

from visualizer.resources import compiled_words
from visualizer.words import LANGUAGES, Table, Translatable, written_table
from visualizer.words import translate as say_by

__all__ = ["LANGUAGES", "CompiledTable", "say", "table"]


class CompiledTable:
    """Read by QTranslator from a ``.qm``, which it maps into memory."""

    def __init__(self, translator: QTranslator) -> None:
        self._translator = translator
        # Asked anew for every text that is drawn.
        self.words = lru_cache(maxsize=4096)(self._words)

    def _words(self, key: str, n: int | None = None) -> str:
        """The words under ``key``; KeyError where there are none."""
        found = self._ask("", key, n)
        if not found:
            raise KeyError(key)
        return found

    def message(self, english: str, n: int | None = None) -> str:
        """A message; in English where nobody has put it in other words."""
        return self._ask("messages", english, n) or english

    def _ask(self, context: str, source: str, n: int | None) -> str:
        # Qt returns nothing for a plural form that does not exist.
        found = self._translator.translate(context, source, "", n) if n is not None else ""
        return found or self._translator.translate(context, source) or ""


@cache
def table(language: str) -> Table:
    """The words of a language; not compiled, or changed since, as they are written."""
    compiled = compiled_words(language)
    translator = QTranslator()
    if compiled is None or not translator.load(str(compiled)):
        return written_table(language)
    return CompiledTable(translator)


def say(spoken: Translatable | str, language: str) -> str:
    """A sentence or a phrase in words, code in back ticks; plain text stays as it is."""
    return say_by(spoken, table(language))
