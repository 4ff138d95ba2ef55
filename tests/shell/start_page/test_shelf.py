"""The shelves of the start page are turned by keys, which are no command's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.shell.windows import Desk
from visualizer.shell.commands.command_list import HelpWindow
from visualizer.shell.commands.shortcuts import RESERVED
from visualizer.shell.start_page.shelf import SHELVES, Shelf

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("shelf", "key", "modifiers"),
    [(1, Qt.Key.Key_Tab, CTRL), (0, Qt.Key.Key_Backtab, CTRL | SHIFT)],
)
def test_the_focus_stays_on_the_start_page_when_its_card_is_hidden(
    desk: Desk, shelf: int, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    desk.press("page_start")
    desk.window.activateWindow()
    page = desk.window.findChildren(Shelf)[0]
    page.show_shelf(shelf)
    card = page.visible_cards[1]
    card.setFocus()
    desk.until(card.hasFocus)
    QTest.keyClick(card, key, modifiers)
    assert SHELVES[page.shelf] == "programs"
    assert not card.isVisible()
    assert QApplication.focusWidget() is page.shelves.buttons[page.shelf]


def test_the_keys_are_reserved_and_in_the_list_of_keys(desk: Desk) -> None:
    assert {"Ctrl+Tab", "Ctrl+Shift+Tab"} <= {*RESERVED}
    window = HelpWindow(desk.window.words, desk.window.commands, desk.window)
    window.list.search.setText("Ctrl+Tab")
    assert len(window.list.shown) == 1
