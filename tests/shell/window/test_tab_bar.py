"""The tabs of a narrow window."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.shell.windows import Desk


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_smallest_window_shows_the_whole_word_program(desk: Desk, language: str) -> None:
    window = desk.window
    window.words.speak(language)
    window.resize(640, 400)
    QApplication.processEvents()
    tab = window.header.tabs.tabs["program"]
    assert tab.isChecked()
    assert tab.word == tab.text()


def test_a_word_without_room_ends_in_three_dots(desk: Desk) -> None:
    tab = desk.window.header.tabs.tabs["shared_memory"]
    tab.setChecked(True)
    tab.resize(tab.sizeHint())
    assert tab.word == tab.text()
    tab.resize(tab.width() - 30, tab.height())
    assert tab.word.endswith("\u2026")
