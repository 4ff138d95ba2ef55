"""The letters that choose the entries of the menu."""

import re

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tests.shell.windows import Desk
from visualizer.shell.commands.actions import GROUPS
from visualizer.shell.commands.mnemonics import letters_of
from visualizer.shell.widgets.controls import name_of


@pytest.fixture
def menu(desk: Desk) -> QMenu:
    """Return the whole menu of the window."""
    whole = desk.window.recent.parentWidget()
    assert isinstance(whole, QMenu)
    return whole


def entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def submenus(menu: QMenu) -> list[QMenu]:
    return [one for action in entries(menu) if isinstance(one := action.menu(), QMenu)]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_each_entry_of_a_menu_has_a_letter_of_its_own(
    desk: Desk, menu: QMenu, language: str
) -> None:
    desk.window.words.speak(language)
    menus = [menu, *submenus(menu)]
    assert len(menus) == 1 + len(GROUPS)
    for one in menus:
        texts = [action.text() for action in entries(one)]
        letters = ["".join(re.findall("&(.)", text)).lower() for text in texts]
        assert all(len(letter) == 1 for letter in letters), texts
        assert len({*letters}) == len(letters), texts


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_command_has_its_name_without_the_letter_outside_the_menu(
    desk: Desk, language: str
) -> None:
    desk.window.words.speak(language)
    for key, action in desk.window.commands.items():
        assert name_of(action) == desk.window.words(f"command.{key}").rstrip("…")


def test_an_entry_gives_its_letter_to_one_that_has_no_other() -> None:
    keys = [f"command.{key}" for key in ("out_back", "into_back", "over_back", "to_cursor", "out")]
    letters = letters_of(keys)
    assert letters.keys() == {*keys}
    assert len({*letters.values()}) == len(keys)
