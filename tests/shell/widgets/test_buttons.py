"""Buttons keep their own keys while they have the focus, and cost no Python code otherwise."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk
from visualizer.shell.app import make_application
from visualizer.shell.widgets.controls import Button, add_shortcut

COUNT = 20


def window_with(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    make_application()
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@contextmanager
def calls_of_ours() -> Iterator[list[str]]:
    """List the functions of the application that are called."""
    found: list[str] = []

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_globals.get("__name__", "").startswith("visualizer."):
            found.append(frame.f_code.co_qualname)

    sys.setprofile(note)
    try:
        yield found
    finally:
        sys.setprofile(None)


def test_a_style_sheet_is_applied_to_buttons_without_a_call_of_python(qtbot: QtBot) -> None:
    field = QLineEdit()
    window = window_with(qtbot, field, *(Button("plain", "play") for _ in range(COUNT)))
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    with calls_of_ours() as calls:
        window.setStyleSheet("QPushButton { padding: 1px; }")
    assert calls == []


def test_a_shortcut_of_a_part_works_only_there(qtbot: QtBot) -> None:
    inside, outside, part = QLineEdit(), QLineEdit(), QWidget()
    QVBoxLayout(part).addWidget(inside)
    window = window_with(qtbot, part, outside)
    pressed: list[QWidget] = []
    for field in (inside, outside):
        made = add_shortcut("Alt+C", part, partial(pressed.append, field))
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
        made.setEnabled(False)
    assert window.isVisible()
    assert pressed == [inside]


def test_a_button_in_focus_is_pressed_by_keys_that_the_window_has_too(qtbot: QtBot) -> None:
    button, other = Button("plain"), QLineEdit()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window = window_with(qtbot, button, other)
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Space), window)
    pressed, by_window = list[bool](), list[bool]()
    button.clicked.connect(lambda: pressed.append(True))
    shortcut.activated.connect(lambda: by_window.append(True))
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (pressed, by_window) == ([True], [])
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (pressed, by_window) == ([True, True], [])
    button.clearFocus()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert (pressed, by_window) == ([True, True], [True])


def test_the_empty_editor_says_the_keys_after_the_word_and_keeps_its_lines(desk: Desk) -> None:
    window = desk.window

    def said() -> str:
        return window.source.editor.placeholderText()

    assert "\n\nPress Record (Ctrl+R) to run it." in said()
    assert "\n    print(name)\n" in said()
    window.words.speak("ko")
    assert "기록(Ctrl+R)을" in said()
    window.commands["record"].setShortcut("")
    assert "기록을" in said()
    window.words.speak("en")
    assert "Press Record to run it." in said()


def test_the_gap_beside_an_icon_is_no_part_of_the_name_that_a_screen_reader_says(
    qtbot: QtBot,
) -> None:
    make_application()
    button = Button("plain", "copy")
    qtbot.addWidget(button)
    for text in ("Copy", "복사"):
        button.set_words(text)
        assert (button.accessibleName(), button.text()) == (text, f" {text}")
    button.setAccessibleName("Methods")
    button.set_words("9 / 12")
    assert button.accessibleName() == "Methods"
