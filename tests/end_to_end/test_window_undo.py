"""Discarded things come back: by a button in a band, and by a key."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk, press
from visualizer.shell.settings.preferences_window import PreferencesWindow

KEY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "prog.py"
    path.write_text("a = 1\nb = 2\nc = 3\n")
    return path


@pytest.fixture
def opened(desk: Desk, program: Path) -> Desk:
    desk.window.open_file(program)
    desk.record()
    desk.focus_diagram()
    return desk


def offered(desk: Desk) -> str:
    notification = desk.window.diagram.notifications.undo
    return notification.accessibleName() if notification.isVisible() else ""


def test_breakpoints_that_were_removed_all_come_back_with_their_conditions(opened: Desk) -> None:
    source = opened.window.source
    source.breakpoints.put("prog.py", 1, "")
    source.breakpoints.put("prog.py", 3, "a == 1")
    opened.press("clear_breakpoints")
    assert source.breakpoints.all == {}
    assert "breakpoints" in offered(opened)
    opened.window.diagram.notifications.undo.buttons[0].click()
    assert source.breakpoints.all == {"prog.py": {1: "", 3: "a == 1"}}
    assert not offered(opened)
    assert not opened.window.commands["undo"].isEnabled()


def test_a_bookmark_comes_back_with_its_note_by_the_key(opened: Desk) -> None:
    bookmarks = opened.window.bookmarks
    bookmarks.put(2, "look here")
    bookmarks.remove(2)
    assert bookmarks.steps == ()
    assert "bookmark" in offered(opened)
    press(opened, Qt.Key.Key_Z, KEY)
    assert bookmarks.note(2) == "look here"
    bookmarks.remove(2)
    opened.press("forward")
    assert not offered(opened), "the band goes with the next step"
    press(opened, Qt.Key.Key_Z, KEY)
    assert bookmarks.note(2) == "look here"
    bookmarks.remove(2)
    opened.record()
    assert not opened.window.commands["undo"].isEnabled(), "that was another recording"


def test_the_list_of_recent_files_comes_back(opened: Desk, program: Path) -> None:
    menu = opened.window.recent
    menu.fill()
    cleared = next(one for one in menu.actions() if one.text() == "Clear list")
    cleared.trigger()
    menu.fill()
    assert [one.text() for one in menu.actions()] == ["No recent files"]
    assert offered(opened)
    opened.press("undo")
    menu.fill()
    assert menu.actions()[0].toolTip() == str(program)


def test_preferences_that_were_reset_come_back_whole(desk: Desk) -> None:
    window = desk.window
    window.words.speak("ko")
    window.appearance.choose("dark")
    window.view.set_size("code_size", 22)
    window.view.show_level(2)
    window.preferences.put("steps", 777)
    window.shortcuts.choose("forward", [])
    desk.press("preferences")
    (dialog,) = window.findChildren(PreferencesWindow)
    dialog.reset.click()
    assert (window.words.language, window.appearance.choice) == ("en", "system")
    assert window.source.editor.font().pixelSize() != 22
    assert window.shortcuts.of("forward")
    assert dialog.undo.isVisible()
    dialog.undo.click()
    assert (window.words.language, window.appearance.choice) == ("ko", "dark")
    assert window.source.editor.font().pixelSize() == 22
    assert window.diagram.level == 2
    assert window.workbench.settings.steps == 777
    assert window.shortcuts.of("forward") == ()
    assert not dialog.undo.isVisible()


def test_unsaved_text_that_was_thrown_away_is_offered_again(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "state" / "sessions" / "window-gone"
    folder.mkdir(parents=True)
    draft = {"version": 1, "path": None, "example": False, "text": "precious = 1\n"}
    folder.joinpath("draft.json").write_text(json.dumps(draft))
    with open_desk(qtbot, tmp_path) as desk:
        notification = desk.window.diagram.notifications.offer
        assert notification.isVisible()
        QTest.mouseClick(notification.buttons[1], Qt.MouseButton.LeftButton)
        assert not notification.isVisible()
        assert not folder.joinpath("draft.json").exists()
        desk.press("undo")
        assert notification.isVisible()
        notification.buttons[0].click()
        assert desk.window.source.text == "precious = 1\n"
