"""Typing Python in the editor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.shell.windows import Desk, press
from visualizer.shell.editor.emphasis import Span, Stress, characters, units

TAB, BACK, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Return


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("if x:|", [ENTER], "if x:\n    |"),
        ("    y = 1|", [ENTER], "    y = 1\n    |"),
        ("if x:\n    return 1|", [ENTER], "if x:\n    return 1\n|"),
        ("if '😀':|", [ENTER], "if '😀':\n    |"),
        ("|", [TAB], "    |"),
        ("  |", [TAB], "    |"),
        ("        |x", [BACK], "    |x"),
        ("     |", [BACK], "    |"),
        ("ab|", [BACK], "a|"),
        ("    a\n|    b", [Qt.Key.Key_Backtab], "    a\n|b"),
        ("if x:\n\ta\n|", [TAB], "if x:\n\ta\n\t|"),
        ("if x:\n\ta = (1,\n\t     2)\n|", [TAB], "if x:\n\ta = (1,\n\t     2)\n\t|"),
        ("if x:\n\t\t|a", [Qt.Key.Key_Backtab], "if x:\n\t|a"),
        ("if x:\n\ta\nif y:|", [ENTER], "if x:\n\ta\nif y:\n\t|"),
    ],
)
def test_keys_indent_as_python_is_written(
    desk: Desk, before: str, keys: list[Qt.Key], after: str
) -> None:
    editor = desk.window.source.editor
    desk.put_in(before.replace("|", ""))
    cursor = editor.textCursor()
    cursor.setPosition(units(before, before.index("|")))
    editor.setTextCursor(cursor)
    for key in keys:
        QTest.keyClick(editor, key)
    text = desk.window.source.text
    position = characters(text, editor.textCursor().position())
    assert f"{text[:position]}|{text[position:]}" == after


def test_after_entering_by_tab_tab_leaves_until_a_key_writes(desk: Desk) -> None:
    editor, text = desk.window.source.editor, "a = 1\nb = 2\n"
    desk.put_in(text)
    for key in (TAB, Qt.Key.Key_Backtab):
        desk.window.source.record.setFocus()
        press(desk, TAB)
        assert editor.hasFocus()
        press(desk, key)
        assert not editor.hasFocus()
    assert desk.window.source.text == text
    desk.window.source.record.setFocus()
    press(desk, TAB)
    QTest.keyClicks(editor, "c")
    press(desk, TAB)
    assert desk.window.source.text == f"{text}c   "


def test_tab_indents_and_backtab_dedents_all_selected_lines(desk: Desk) -> None:
    editor = desk.window.source.editor
    desk.put_in("a\n\nb\n")
    editor.selectAll()
    QTest.keyClick(editor, TAB)
    assert desk.window.source.text == "    a\n\n    b\n"
    QTest.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.source.text == "a\n\nb\n"
    editor.undo()
    editor.undo()
    assert desk.window.source.text == "a\n\nb\n"


def test_selected_lines_indented_by_tabs_are_indented_by_tabs(desk: Desk) -> None:
    editor = desk.window.source.editor
    desk.put_in("if x:\n\ta\n")
    editor.selectAll()
    QTest.keyClick(editor, TAB)
    assert desk.window.source.text == "\tif x:\n\t\ta\n"


@pytest.mark.parametrize(
    ("key", "modifier", "after"),
    [
        (TAB, Qt.KeyboardModifier.NoModifier, "    a\nb\n"),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier, "# a\nb\n"),
    ],
)
def test_a_line_before_which_the_selection_ends_is_left_alone(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier, after: str
) -> None:
    editor = desk.window.source.editor
    desk.put_in("a\nb\n")
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, key, modifier)
    assert desk.window.source.text == after


@pytest.mark.parametrize(
    ("text", "commented"),
    [
        ("if x:\n    y\n\n    z", "# if x:\n#     y\n\n#     z"),
        ("    a\n        b", "    # a\n    #     b"),
        ("# a\nb", "# # a\n# b"),
        ("    '# 가 😀'", "    # '# 가 😀'"),
    ],
)
def test_lines_become_comments_and_text_again(desk: Desk, text: str, commented: str) -> None:
    editor = desk.window.source.editor
    desk.put_in(text)
    editor.selectAll()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(editor, Qt.Key.Key_Slash, control)
    assert desk.window.source.text == commented
    QTest.keyClick(editor, Qt.Key.Key_Slash, control)
    assert desk.window.source.text == text
    editor.undo()
    assert desk.window.source.text == commented


def test_pasted_text_is_unchanged(desk: Desk) -> None:
    odd = "x = 'a\u00a0b'  # 가 😀\n\tif 1:\n"
    desk.window.source.editor.insertPlainText(odd)
    assert desk.window.source.text == odd


def test_the_bracket_that_belongs_to_the_one_at_the_cursor_stands_out(desk: Desk) -> None:
    editor = desk.window.source.editor
    desk.put_in("'😀'(x)")
    cursor = editor.textCursor()
    for at, found in ((7, (Span(4, 5), Span(6, 7))), (3, ()), (4, (Span(4, 5), Span(6, 7)))):
        cursor.setPosition(at)
        editor.setTextCursor(cursor)
        assert editor.emphasis.spans(Stress.BRACKET) == found
    editor.selectAll()
    assert editor.emphasis.spans(Stress.BRACKET) == ()
