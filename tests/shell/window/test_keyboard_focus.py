"""Keys stay where one works: a run that did not begin and a clicked button leave them there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.shell.windows import Desk
from visualizer.shell.notifications.notification import Action
from visualizer.shell.run.options import RunOptions
from visualizer.shell.widgets.controls import Button


@pytest.mark.parametrize("command", ["record", "record_inside"])
def test_a_syntax_error_takes_the_keys_to_its_line(desk: Desk, command: str) -> None:
    window, editor = desk.window, desk.window.source.editor
    desk.put_in("a = 1\nfor i in range(3)\n    print(i)\n")
    editor.setFocus()
    desk.press(command)
    desk.until(lambda: not window.workbench.run.active)
    desk.until(lambda: window.focusWidget() is editor)
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClicks(editor, ":")
    assert window.source.text == "a = 1\nfor i in range(3):\n    print(i)\n"


def test_a_run_that_may_not_begin_leaves_the_keys_in_the_editor(desk: Desk) -> None:
    window = desk.window
    desk.put_in("a = 1\n")
    window.run_memory.choose(RunOptions(folder=Path("nowhere")))
    window.source.editor.setFocus()
    desk.press("record")
    assert window.focusWidget() is window.source.editor


def test_a_run_gives_the_keys_to_the_diagram(desk: Desk) -> None:
    desk.window.source.editor.setFocus()
    desk.record_again("a = 1\n")
    assert desk.window.focusWidget() is desk.window.diagram.view


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_click_on_a_button_leaves_the_keys_in_the_editor(desk: Desk) -> None:
    window = desk.window
    editor, notifications = window.source.editor, window.diagram.notifications
    desk.record_again("print(a)\n")
    desk.until(notifications.ended.isVisible)
    editor.setFocus()
    for button in (
        next(one for one in window.header.findChildren(Button) if one.text() == "EN"),
        window.diagram.bar.levels.buttons[1],
        window.source.live,
        notifications.ended.buttons[0],
    ):
        click(button)
        assert window.focusWidget() is editor
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, "the keyboard leads to it"


def test_a_click_on_a_button_that_steps_lets_the_keys_step(desk: Desk) -> None:
    window, forward = desk.window, desk.window.transport.buttons["forward"]
    desk.record_again("a = 1\nb = 2\n")
    window.source.editor.setFocus()
    click(forward)
    assert window.focusWidget() is forward
    click(forward)
    assert not forward.isEnabled()
    assert window.focusWidget() is window.diagram.view


def test_a_button_that_vanishes_gives_the_keys_to_the_program(desk: Desk) -> None:
    window = desk.window
    notification = window.diagram.notifications.notice
    for part in (window.source.editor, window.diagram.view):
        notification.show_words(
            lambda: ("Gone soon.", ""), Action(lambda: "Hide", notification.hide)
        )
        notification.buttons[0].setFocus()
        QTest.keyClick(notification.buttons[0], Qt.Key.Key_Return)
        assert window.focusWidget() is part
        desk.record_again("a = 1\n")
