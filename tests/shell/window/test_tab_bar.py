"""The tabs of a narrow window, and what a screen reader calls them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.shell.windows import Desk
from visualizer.shell.window.header import Mark


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_smallest_window_shows_the_whole_word_program(desk: Desk, language: str) -> None:
    window = desk.window
    window.words.speak(language)
    window.resize(640, 400)
    QApplication.processEvents()
    tab = window.header.tabs.tabs["program"]
    assert tab.isChecked()
    assert tab.word == tab.text()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_mark_is_there_if_the_tabs_leave_room_for_it_also_in_another_language(
    desk: Desk, language: str
) -> None:
    window = desk.window
    window.words.speak("ko" if language == "en" else "en")
    for width in range(680, 780, 20):
        for page in ("program", "shared_memory"):
            window.resize(width, 400)
            QApplication.processEvents()
            window.pages.show(page)
            window.words.speak(language)
            QApplication.processEvents()
            shown = marks(desk)
            window.resize(width + 1, 400)
            window.resize(width, 400)
            QApplication.processEvents()
            assert marks(desk) == shown
            window.words.speak("ko" if language == "en" else "en")


def marks(desk: Desk) -> int:
    """Return the number of visible marks of the application."""
    return sum(one.isVisible() for one in desk.window.header.findChildren(Mark))


def test_a_word_without_room_ends_in_three_dots(desk: Desk) -> None:
    tab = desk.window.header.tabs.tabs["shared_memory"]
    tab.setChecked(True)
    tab.resize(tab.sizeHint())
    assert tab.word == tab.text()
    tab.resize(tab.width() - 30, tab.height())
    assert tab.word.endswith("\u2026")


def test_a_screen_reader_calls_tabs_and_languages_radio_buttons(desk: Desk) -> None:
    header = desk.window.header
    for button in (*header.tabs.tabs.values(), *header.languages.buttons):
        role = QAccessible.queryAccessibleInterface(button).role()
        assert role is QAccessible.Role.RadioButton


def test_tab_leads_to_the_chosen_button_of_a_group(desk: Desk) -> None:
    window = desk.window
    desk.press("page_streaming")
    groups = (window.header.tabs.tabs.values(), window.header.languages.buttons)
    for chosen, *others in (
        sorted(one, key=lambda button: not button.isChecked()) for one in groups
    ):
        assert chosen.isChecked()
        assert chosen.focusPolicy() == Qt.FocusPolicy.TabFocus
        assert {one.focusPolicy() for one in others} == {Qt.FocusPolicy.NoFocus}


def test_arrow_keys_lead_to_another_button_of_a_group(desk: Desk) -> None:
    korean, english = desk.window.header.languages.buttons
    english.setFocus()
    QTest.keyClick(english, Qt.Key.Key_Left)
    assert korean.hasFocus()
    QTest.keyClick(korean, Qt.Key.Key_Space)
    assert korean.isChecked()
    assert korean.focusPolicy() == Qt.FocusPolicy.TabFocus
