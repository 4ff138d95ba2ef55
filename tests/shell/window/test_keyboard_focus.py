"""The focus stays: a run that did not begin and a clicked button do not move it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.lessons.made import write_lesson
from tests.shell.windows import Desk
from visualizer.lessons.reading import read_lesson
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
    window.remembering.choose(RunOptions(folder=Path("nowhere")))
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


def test_the_field_for_input_gives_the_keys_to_the_program(desk: Desk, tmp_path: Path) -> None:
    window, row = desk.window, desk.window.output.input_row
    desk.put_in("input()\n")
    desk.press("record")
    desk.until(row.isVisible)
    row.field.setFocus()
    other = tmp_path / "other.py"
    other.write_text("a = 1\n", encoding="utf-8")
    dialog = QDialog(window)
    dialog.show()
    dialog.activateWindow()
    desk.until(dialog.isActiveWindow)
    window.files.open_path(other)
    assert not row.isVisible()
    dialog.close()
    window.activateWindow()
    desk.until(lambda: window.focusWidget() in (window.source.editor, window.diagram.view))


@pytest.mark.parametrize(
    "why", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason]
)
def test_tab_still_leaves_the_editor_after_a_look_elsewhere(
    desk: Desk, why: Qt.FocusReason
) -> None:
    editor = desk.window.source.editor
    desk.window.dock.area.setFocus()
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    QCoreApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut, why))
    QCoreApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusIn, why))
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == ""
    assert desk.window.focusWidget() is not editor


ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def test_alt_gr_types_the_sign_of_the_keyboard(desk: Desk) -> None:
    """Windows reports AltGr as Ctrl and Alt: a German keyboard types € with AltGr and E."""
    editor, asked = desk.window.source.editor, desk.person.asked
    for key, text in ((Qt.Key.Key_E, "€"), (Qt.Key.Key_0, "}"), (Qt.Key.Key_Z, "ż")):
        QTest.sendKeyEvent(QTest.KeyAction.Click, editor, key, text, ALT_GR)
    assert editor.toPlainText() == "€}ż"
    assert asked == []


def test_a_command_keeps_its_keys_where_they_type_nothing_else(desk: Desk) -> None:
    window = desk.window
    pressed: list[str] = []
    window.commands["text_usual"].triggered.connect(lambda: pressed.append("text_usual"))
    QTest.sendKeyEvent(QTest.KeyAction.Click, window.source.editor, Qt.Key.Key_0, "0", ALT_GR)
    assert pressed == ["text_usual"]


def test_a_sign_typed_with_shift_is_left_to_its_command(desk: Desk) -> None:
    """A keyboard types + with Shift: Ctrl+Alt++ is Ctrl, Alt, Shift and =."""
    shift = ALT_GR | Qt.KeyboardModifier.ShiftModifier
    for key, text, is_typed in ((Qt.Key.Key_Plus, "+", False), (Qt.Key.Key_Q, "Ω", True)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, shift, text)
        assert desk.window.shortcuts.eventFilter(desk.window.source.editor, event) is is_typed


def test_a_lesson_opened_behind_a_dialog_is_stepped_through_by_keys(
    desk: Desk, tmp_path: Path
) -> None:
    window = desk.window
    window.source.editor.setFocus()
    window.lessons.open(read_lesson(write_lesson(tmp_path)))
    assert not window.diagram.view.isVisible(), "there is no step to show yet"
    # The window becomes active again when the dialog has closed.
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    desk.until(window.diagram.view.isVisible)
    assert window.focusWidget() is window.diagram.view
