"""The cards of a lab: the words on and beside a marked line are whole, and titles are level."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk
from visualizer.shell.appearance.look import THEME, sized
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.code_card import CodeCard, CodeText
from visualizer.shell.labs.concurrency.page import ConcurrencyPage
from visualizer.shell.widgets.controls import Segments
from visualizer.shell.widgets.layouts import in_row

FAMILIES = ("Nanum Gothic Coding", "NanumGothicCoding", "DejaVu Sans Mono")


@pytest.mark.parametrize("size", [8, 14, 24])
def test_letters_of_a_marked_line_and_its_note_are_whole(qtbot: QtBot, size: int) -> None:
    text = CodeText()
    qtbot.addWidget(text)
    font = QFont(next(one for one in FAMILIES if one in QFontDatabase.families()))
    font.setPixelSize(size)
    text.setFont(font)
    text.setPlainText("def squares():\n    yield jpgq\n")
    text.marked, text.note = 2, "waits gjpqy"
    text.resize(600, 200)
    text.show()
    picture = text.viewport().grab().toImage()
    ground = THEME.colour("accentSoft")
    band = [y for y in range(picture.height()) if picture.pixelColor(2, y) == ground]
    assert band
    code, note = (
        rows_of_ink(picture, *part, band[0]) for part in ((4, 300), (300, picture.width()))
    )
    assert set(code) <= set(band)
    needed = sized(QApplication.font(), 12)
    assert len(note) >= QFontMetrics(needed).tightBoundingRect(text.note).height() - 1


def rows_of_ink(picture: QImage, left: int, right: int, top: int) -> list[int]:
    """Return the rows of letters in a part of a picture, from ``top`` on."""
    return [
        y
        for y in range(top, picture.height())
        if any(picture.pixelColor(x, y).lightnessF() < 0.6 for x in range(left, right))
    ]


def test_copying_code_says_so_and_leaves_the_remark_below_it(desk: Desk) -> None:
    desk.press("page_concurrency")
    page = desk.window.pages.page
    assert isinstance(page, ConcurrencyPage)
    page.code.remark.setText("a remark")
    page.code.copy.click()
    assert QApplication.clipboard().text() == page.code.text.toPlainText()
    assert page.code.remark.text() == "a remark"
    assert page.saving.notification.accessibleName() == "Copied to the clipboard."


def test_titles_of_neighbouring_cards_are_level_without_buttons_too(qtbot: QtBot) -> None:
    words = Words("en")
    cards = Card(words, "lab.bars"), Card(words, "lab.results")
    cards[1].add_to_head(Segments(2))
    for card in cards:
        card.column.addStretch()
    row = QWidget()
    in_row(row, *cards)
    qtbot.addWidget(row)
    row.show()
    tops = [card.title.mapTo(row, card.title.rect().center()).y() for card in cards]
    assert tops[0] == tops[1]


@pytest.mark.parametrize(
    ("lab", "hint"),
    [
        ("concurrency", "Opens a small program with two jobs of two steps each; it does not"),
        ("streaming", "Opens a small program of this style, and records it"),
        ("shared_memory", "Opens a small program; it does not run until you record it"),
    ],
)
def test_the_button_says_what_it_opens_and_whether_it_runs(desk: Desk, lab: str, hint: str) -> None:
    desk.press(f"page_{lab}")
    page = desk.window.pages.lab
    assert page is not None
    (card,) = page.findChildren(CodeCard)
    assert card.open.toolTip().startswith(hint)
