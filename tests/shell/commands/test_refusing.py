"""A command that cannot be given now says why: in the menu, and when its keys are pressed."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.shell.recordings import recorded
from tests.shell.windows import Desk

_CTRL = Qt.KeyboardModifier.ControlModifier


def hint(desk: Desk) -> str:
    return " ".join(
        one.text() for one in desk.window.diagram.notifications.hint.findChildren(QLabel)
    )


@pytest.mark.parametrize(
    ("language", "reason"), [("en", "save it under a name"), ("ko", "다른 이름으로 저장하세요")]
)
def test_the_keys_that_record_say_why_a_shown_recording_cannot_be_recorded(
    desk: Desk, tmp_path: Path, language: str, reason: str
) -> None:
    made = recorded(tmp_path, "a = 1\n")
    tmp_path.joinpath("prog.py").unlink()
    desk.window.files.open_path(made)
    desk.window.words.speak(language)
    QTest.keyClick(desk.window, Qt.Key.Key_R, _CTRL)
    assert reason in hint(desk)
    assert reason in desk.window.commands["record"].toolTip()


def test_the_keys_of_a_refused_command_do_what_they_do_once_it_is_allowed(desk: Desk) -> None:
    window = desk.window
    action = window.commands["compare"]
    QTest.keyClick(window, Qt.Key.Key_D, _CTRL)
    assert hint(desk) == "Nothing is recorded yet."
    desk.record_again("a = 1\n")
    assert action.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_D, _CTRL)
    assert window.comparing.page is not None


def test_the_keys_of_a_refused_command_are_those_that_the_user_has_chosen(desk: Desk) -> None:
    desk.window.shortcuts.choose("stop", [QKeySequence("Ctrl+Alt+S")])
    QTest.keyClick(desk.window, Qt.Key.Key_S, _CTRL | Qt.KeyboardModifier.AltModifier)
    assert hint(desk) == "Nothing is running."


def test_the_keys_of_a_command_that_a_lab_hides_belong_to_the_lab(
    desk: Desk, tmp_path: Path
) -> None:
    desk.window.files.open_path(recorded(tmp_path, "a = 1\n"))
    desk.press("page_concurrency")
    page = desk.window.pages.lab
    assert page is not None
    pressed = list[str]()
    for action in page.actions():
        action.triggered.disconnect()
        action.triggered.connect(partial(pressed.append, action.text()))
    QTest.keyClick(page, Qt.Key.Key_R, _CTRL)
    QTest.keyClick(page, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert pressed == ["Run", "Cancel"]
    assert hint(desk) == ""


def test_the_keys_of_commands_that_a_comparison_hides_do_nothing(desk: Desk) -> None:
    desk.record_again("a = 1\n")
    desk.press("compare")
    desk.until(lambda: desk.window.comparing.page is not None)
    for key in (Qt.Key.Key_R, Qt.Key.Key_P):
        QTest.keyClick(desk.window, key, _CTRL)
    QTest.keyClick(desk.window, Qt.Key.Key_T)
    assert hint(desk) == ""


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("next_thread", "The program has only one thread at this step."),
        ("record_same", "The recorded program has read no input."),
    ],
)
def test_the_reason_is_about_the_recording_only_if_there_is_one(
    desk: Desk, command: str, reason: str
) -> None:
    action = desk.window.commands[command]
    assert action.toolTip() == "Nothing is recorded yet."
    desk.record_again("a = 1\n")
    assert action.toolTip() == reason
