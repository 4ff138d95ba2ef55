"""Text has the same width in the layout and in the drawing."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication

from tests.layout.addresses.test_address_sheets import recorded, sheets
from visualizer.diagram.fonts import (
    QtMeasure,
    choose_families,
    families_to_choose,
    runs,
    style_font,
    text_width,
)
from visualizer.layout.measure import TextStyle, phrase

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("style", [TextStyle.NAME, TextStyle.PLAIN_VALUE])
def test_every_letter_of_code_is_as_wide_as_the_next(qapp: QApplication, style: TextStyle) -> None:
    measure = QtMeasure()
    four = measure.width("abcd", style)
    assert measure.width("    ", style) == pytest.approx(four)
    assert measure.width("ilW0", style) == pytest.approx(four)


def test_a_text_is_drawn_as_wide_as_it_is_measured(qapp: QApplication) -> None:
    measure = QtMeasure()
    for style in TextStyle:
        for text in ("…3fc0 · 72 B", "'once upon a ti…'", "이름", ""):
            assert measure.width(text, style) == pytest.approx(text_width(text, style))


@pytest.mark.parametrize("style", TextStyle)
def test_small_letters_have_their_whole_tails(style: TextStyle) -> None:
    base, size = 20, 30
    image = QImage(size, size, QImage.Format.Format_Grayscale8)
    image.fill(255)
    with QPainter(image) as painter:
        painter.setFont(style_font(style))
        painter.drawText(5, base, "q")
    assert any(image.pixelColor(x, base + 2).red() < 255 for x in range(size))


REUSED = "a = [1, 2, 3]\na.append(4)\nb = [a]\nb = None\nb = [5]\nd = {'x': 1.5}\n"


@pytest.mark.needs_core
def test_the_font_of_words_has_each_sign_in_the_names_of_blocks(
    qapp: QApplication, tmp_path: Path
) -> None:
    """If no other font is installed, a missing letter would be an empty box."""
    font = QRawFont.fromFont(style_font(TextStyle.HEADING))
    names = set[str]()
    for found in recorded(tmp_path, REUSED):
        names |= {str(tag.label.text) for sheet in sheets(found) for tag in sheet.tags}
    assert {"a", "a[0…2]", "a[0…3]", "b[0]", "d"} <= names
    assert all(font.supportsCharacter(ord(sign)) for name in names for sign in name)


def test_a_phrase_takes_the_room_of_its_longest_language(qapp: QApplication) -> None:
    measure = QtMeasure()
    wide = measure.width(phrase("generator-suspended", line=17), TextStyle.NAME)
    assert wide >= text_width("paused at line 17", TextStyle.NOTE)
    assert wide >= text_width("17번 줄에서 멈춤", TextStyle.NOTE)


@pytest.mark.parametrize("text", ["Привет", "αβγδεζ", "“°±²×”"])
def test_letters_of_ambiguous_width_are_not_as_wide_as_korean_ones(
    qapp: QApplication, text: str
) -> None:
    wide = text_width("가" * len(text), TextStyle.NAME)
    assert text_width(text, TextStyle.NAME) < 0.75 * wide


def test_an_accent_stays_with_its_letter(qapp: QApplication) -> None:
    written = [part for *_, part in runs("cafe\u0301 \u0438\u0306", TextStyle.NAME)]
    assert written == ["cafe\u0301 ", "\u0438\u0306"]


def test_letters_stay_in_a_font_of_code_that_has_them_in_their_usual_width(
    qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: choose_families("", ""))
    known = families_to_choose("code")
    narrow = ("DejaVu Sans Mono", "Consolas", "Menlo")
    choose_families("", next(one for one in narrow if one in known))
    for text in ("Привет", "αβγ", "über"):
        assert [part for *_, part in runs(text, TextStyle.NAME)] == [text]
