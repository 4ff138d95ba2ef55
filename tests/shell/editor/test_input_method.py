"""Korean is written through an input method: shown in place, then committed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.shell.windows import Desk


def compose(desk: Desk, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(desk.window.source.editor, event)


def before_cursor(desk: Desk) -> str:
    return desk.window.source.editor.textCursor().block().layout().preeditAreaText()


def test_composed_text_is_shown_in_place_and_is_not_part_of_the_program_yet(desk: Desk) -> None:
    source = desk.window.source
    desk.put_in("x = ''\n")
    cursor = source.editor.textCursor()
    cursor.setPosition(5)
    source.editor.setTextCursor(cursor)
    for preedit in ("ㅎ", "하", "한"):
        compose(desk, preedit)
        assert before_cursor(desk) == preedit
        assert source.editor.textCursor().block().layout().preeditAreaPosition() == 5
        assert source.text == "x = ''\n"
    compose(desk, "ㄱ", "한")
    assert source.text == "x = '한'\n"
    assert before_cursor(desk) == "ㄱ"
    compose(desk, "", "글")
    assert source.text == "x = '한글'\n"
    assert source.syntax.fault is None


def test_composed_text_can_be_given_up_and_undone(desk: Desk) -> None:
    source = desk.window.source
    source.editor.setFocus()
    QTest.keyClicks(source.editor, "a = 1")
    compose(desk, "가")
    compose(desk, "")
    assert source.text == "a = 1"
    compose(desk, "", "나")
    source.editor.undo()
    assert "나" not in source.text
    source.editor.redo()
    assert source.text == "a = 1나"


def test_composing_replaces_the_selection(desk: Desk) -> None:
    desk.put_in("name = 1\n")
    editor = desk.window.source.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    compose(desk, "이")
    compose(desk, "", "이름")
    assert desk.window.source.text == "이름 = 1\n"


def test_no_key_that_steps_is_taken_from_the_editor(desk: Desk) -> None:
    desk.put_in("x = 1\ny = 2\n")
    desk.record()
    editor = desk.window.source.editor
    editor.setFocus()
    compose(desk, "ㅜ")
    for key, text in ((Qt.Key.Key_N, "n"), (Qt.Key.Key_Space, " "), (Qt.Key.Key_W, "w")):
        asked = QKeyEvent(
            QKeyEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, text
        )
        asked.ignore()
        QApplication.sendEvent(editor, asked)
        assert asked.isAccepted(), "it is written, not a shortcut"
    assert desk.window.player.step == 1
    compose(desk, "", "우")
    assert desk.window.source.text.endswith("우")
