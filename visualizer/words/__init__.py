"""The words of the application in each language, for every room, without Qt.

``resources/words/*.ts`` hold them, in the format of Qt Linguist: in ``words_*.ts`` by key what the
window and its pictures say, in ``messages_*.ts`` by their English text errors and what the command
line says. Rooms with Qt read the same, compiled, by QTranslator (``diagram.words``).
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
