"""Text is as wide in the layout as it is drawn."""

import pytest
from PySide6.QtWidgets import QApplication

from visualizer.diagram.fonts import QtMeasure, text_width
from visualizer.layout import TextStyle, phrase

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("style", [TextStyle.CODE, TextStyle.VALUE, TextStyle.ADDRESS])
def test_every_letter_of_code_is_as_wide_as_the_next(qapp: QApplication, style: TextStyle) -> None:
    measure = QtMeasure()
    four = measure.width("abcd", style)
    assert measure.width("    ", style) == pytest.approx(four)
    assert measure.width("ilW0", style) == pytest.approx(four)


def test_what_is_measured_is_what_is_drawn(qapp: QApplication) -> None:
    measure = QtMeasure()
    for style in TextStyle:
        for text in ("…3fc0 · 72 B", "'once upon a ti…'", "이름", ""):
            assert measure.width(text, style) == pytest.approx(text_width(text, style))


def test_a_phrase_takes_the_room_of_its_longest_language(qapp: QApplication) -> None:
    measure = QtMeasure()
    wide = measure.width(phrase("generator-suspended", line=17), TextStyle.CODE)
    assert wide >= text_width("paused at line 17", TextStyle.TITLE)
    assert wide >= text_width("17번 줄에서 멈춤", TextStyle.TITLE)
