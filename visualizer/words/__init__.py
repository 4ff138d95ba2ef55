"""The words of the application in each language, for every room; needs no Qt.

The files ``resources/words/*.ts`` have the format of Qt Linguist. ``words_*.ts`` maps keys to the
words of the window and its pictures, ``messages_*.ts`` maps English texts to errors and output of
the command line. Rooms with Qt read the same words, compiled, by QTranslator (``diagram.words``).
"""

from visualizer.words.filling import fill, particle
from visualizer.words.finished import SAID_BY_OTHERS, say_finished
from visualizer.words.table import LANGUAGES, SOURCE_LANGUAGE, Table, WrittenTable, written_table
from visualizer.words.telling import Spoken, say, say_message, say_words

__all__ = [
    "LANGUAGES",
    "SAID_BY_OTHERS",
    "SOURCE_LANGUAGE",
    "Spoken",
    "Table",
    "WrittenTable",
    "fill",
    "particle",
    "say",
    "say_finished",
    "say_message",
    "say_words",
    "written_table",
]
