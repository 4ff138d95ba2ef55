"""The Edit menu lists the key commands of text fields."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.shell.windows import Desk, press
from visualizer.shell.widgets.controls import name_of

CTRL = Qt.KeyboardModifier.ControlModifier


def edit_menu(desk: Desk) -> QMenu:
    for menu in desk.window.findChildren(QMenu):
        if desk.window.commands["paste"] in menu.actions():
            return menu
    raise AssertionError("there is no menu Edit")


def test_edit_is_a_part_of_the_menu_with_all_that_is_looked_for_there(desk: Desk) -> None:
    menu = edit_menu(desk)
    assert name_of(menu.menuAction()) == "Edit"
    shown = [name_of(action) for action in menu.actions() if not action.isSeparator()]
    for name in ("Undo", "Redo", "Cut", "Copy", "Paste", "Find", "Toggle comment"):
        assert name in shown


def test_the_commands_edit_the_program(desk: Desk) -> None:
    editor = desk.window.source.editor
    QTest.keyClicks(editor, "x = 1")
    desk.press("comment")
    assert desk.window.source.text == "# x = 1"
    desk.press("undo_edit")
    assert desk.window.source.text == "x = 1"
    desk.press("redo_edit")
    assert desk.window.source.text == "# x = 1"
    desk.press("select_all")
    desk.press("cut")
    assert desk.window.source.text == ""
    assert QGuiApplication.clipboard().text() == "# x = 1"
    desk.press("paste")
    assert desk.window.source.text == "# x = 1"
    assert editor.hasFocus()


def test_they_mean_the_field_that_has_the_focus(desk: Desk) -> None:
    desk.record_again("x = 1\ny = 2\n")
    field = desk.window.transport.step_field
    field.setFocus()
    field.selectAll()
    desk.press("copy")
    assert QGuiApplication.clipboard().text() == "1"
    assert desk.window.source.text == "x = 1\ny = 2\n"


def test_their_keys_edit_nothing_while_one_looks_at_the_diagram(desk: Desk) -> None:
    desk.record_again("x = 1\n")
    desk.put_in("x = 2\n")
    desk.focus_diagram()
    QGuiApplication.clipboard().setText("never")
    for key in (Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Slash):
        press(desk, key, CTRL)
    assert desk.window.source.text == "x = 2\n"


def test_actions_that_are_impossible_now_are_grey_while_the_menu_is_open(desk: Desk) -> None:
    menu, commands = edit_menu(desk), desk.window.commands
    menu.aboutToShow.emit()
    assert not commands["undo_edit"].isEnabled()
    assert not commands["cut"].isEnabled()
    menu.aboutToHide.emit()
    assert commands["undo_edit"].isEnabled()
