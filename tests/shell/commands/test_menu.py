"""The menu: its submenus are short, or have parts."""

from itertools import groupby

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tests.shell.windows import Desk
from visualizer.shell.commands.actions import COMMANDS, fill_menu

_MOST_IN_A_PART = 7
_MOST_IN_A_MENU = 24
"""A menu with more entries is higher than a window of 700 pixels."""


def parts(menu: QMenu) -> list[list[QAction]]:
    """Return the entries between the lines of a menu."""
    runs = groupby(menu.actions(), QAction.isSeparator)
    return [list(entries) for is_line, entries in runs if not is_line]


@pytest.fixture
def menus(desk: Desk) -> list[QMenu]:
    whole, inner = QMenu(desk.window), {"recent": QMenu(desk.window)}
    return [whole, *fill_menu(whole, desk.window.commands, desk.window.words, inner).values()]


def test_no_menu_has_many_entries_without_a_line_between_them(menus: list[QMenu]) -> None:
    for menu in menus:
        found = parts(menu)
        assert max(map(len, found)) <= _MOST_IN_A_PART, menu.title()
        assert sum(map(len, found)) <= _MOST_IN_A_MENU, menu.title()


def test_each_command_has_its_place_in_the_menu(desk: Desk, menus: list[QMenu]) -> None:
    entries = {id(action) for menu in menus for action in menu.actions()}
    assert entries >= {id(desk.window.commands[command.key]) for command in COMMANDS}


def test_commands_that_need_a_step_are_off_without_one(desk: Desk) -> None:
    commands = [
        desk.window.commands[key]
        for key in (
            *("bookmark", "bookmark_note", "copy_picture", "copy_markdown", "export_picture"),
            *("pen", "zoom_in", "zoom_out", "zoom_reset", "fit", "fit_change"),
        )
    ]
    assert not any(command.isEnabled() for command in commands)
    desk.record_again("a = 1\n")
    assert all(command.isEnabled() for command in commands)
    assert not desk.window.commands["next_thread"].isEnabled(), "there is one thread"
    lines = "import threading", "def f():", "    return 1", "t = threading.Thread(target=f)"
    desk.record_again("\n".join((*lines, "t.start()", "t.join()")))
    desk.press("last")
    assert desk.window.commands["next_thread"].isEnabled()


def test_bookmarks_are_looked_for_only_where_there_are_some(desk: Desk) -> None:
    desk.record_again("a = 1\n")
    moves = [desk.window.commands[f"{way}_bookmark"] for way in ("next", "previous")]
    assert not any(move.isEnabled() for move in moves)
    desk.press("bookmark")
    assert all(move.isEnabled() for move in moves)


def test_the_command_to_the_step_that_printed_says_if_nothing_was_printed(desk: Desk) -> None:
    desk.record_again("a = 1\nprint(a)\na = 2\nb = 3\n")
    desk.press("forward")
    desk.press("printed")
    assert desk.window.diagram.notifications.hint.isVisible()
    desk.press("last")
    desk.press("printed")
    assert desk.window.player.step == 3
