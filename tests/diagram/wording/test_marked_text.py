"""A sentence as rich text."""

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from visualizer.diagram.fonts import code_family
from visualizer.diagram.themes import theme
from visualizer.diagram.wording.marked_text import breakable, rich_text_of


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


def test_stars_are_of_the_program_not_markup(qtbot: QtBot) -> None:
    document = QTextDocument()
    sentence = "`c = a**2 + b**2` ran. Name `c` refers to str '**'"
    document.setHtml(rich_text_of(sentence, theme("light"), code_family(), 14))
    drawn = " ".join(document.toPlainText().split())
    assert drawn == "c = a**2 + b**2 ran. Name c refers to str '**'"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("made = make_milkshake(chocolate, milk)", "made = make_|milkshake(|chocolate, milk)"),
        ("self.warehouse.capacity.remaining", "self.|warehouse.|capacity.|remaining"),
        ("a" * 30, f"{'a' * 12}|{'a' * 12}|{'a' * 6}"),
        ("short_name(with_parts)", "short_name(with_parts)"),
    ],
)
def test_a_long_run_may_break_after_its_signs_before_it_breaks_a_name(
    text: str, pieces: str
) -> None:
    assert breakable(text) == pieces.replace("|", "\u200b")
