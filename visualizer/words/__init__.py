"""The words of the application in each language, for every room; needs no Qt.

The files ``resources/words/*.ts`` have the format of Qt Linguist. ``words_*.ts`` maps keys to the
words of the window and its pictures, ``messages_*.ts`` maps English texts to errors, output of the
command line, and comments of the labs' small programs. Rooms with Qt read the same words, compiled,
by QTranslator (``diagram.words``).
"""

from visualizer.words.filling import fill, particle
from visualizer.words.finished import EXTERNAL_MESSAGES, translate_finished
from visualizer.words.rendering import (
    Translatable,
    translate,
    translate_comments,
    translate_key,
    translate_message,
)
from visualizer.words.table import LANGUAGES, SOURCE_LANGUAGE, Table, WrittenTable, written_table

__all__ = [
    "EXTERNAL_MESSAGES",
    "LANGUAGES",
    "SOURCE_LANGUAGE",
    "Table",
    "Translatable",
    "WrittenTable",
    "fill",
    "particle",
    "translate",
    "translate_comments",
    "translate_finished",
    "translate_key",
    "translate_message",
    "written_table",
]
