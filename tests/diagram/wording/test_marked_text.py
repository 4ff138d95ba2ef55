"""A sentence as rich text."""

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from visualizer.diagram.fonts import code_family
from visualizer.diagram.themes import theme
from visualizer.diagram.wording.marked_text import rich_text_of


@pytest.mark.parametrize("sentence", [r"str 'ann\n' is new", r"`a` refers to 'C:\\temp' & <b>"])
def test_a_backslash_is_drawn_in_the_font_of_code(sentence: str, qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setHtml(rich_text_of(sentence, theme("light"), code_family(), 14))
    drawn = "".join(document.toPlainText().split())
    assert drawn == "".join(sentence.replace("`", "").split())
    cursor = document.find("\\")
    families = []
    while not cursor.isNull():
        families.append(cursor.charFormat().fontFamilies()[0])
        cursor = document.find("\\", cursor)
    assert families == [code_family()] * sentence.count("\\")
