"""Preferences apply at once, persist from window to window, and can be reset."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, cut_off, open_desk
from visualizer.model import EndReason
from visualizer.shell.appearance.look import percent
from visualizer.shell.settings.preferences_window import PAGES, PreferencesWindow


def preferences_of(desk: Desk) -> PreferencesWindow:
    desk.press("preferences")
    (found,) = desk.window.findChildren(PreferencesWindow)
    desk.until(found.isVisible)
    return found


def test_choices_hold_at_once_and_in_the_next_window(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        window, shown = desk.window, preferences_of(desk)
        assert not shown.isModal()
        window.view.set_size("code_size", 20)
        window.appearance.choose("dark")
        window.view.show_level(2)
        window.words.speak("ko")
        shown.show_values()
        assert window.source.editor.font().pixelSize() == 20
        assert shown.windowTitle() == "환경설정"
        for page in range(len(PAGES)):
            shown.show_page(page)
            assert cut_off(shown) == []
        boxes = shown.findChildren(QSpinBox)
        assert boxes
        assert all(box.lineEdit().textMargins().left() >= 6 for box in boxes), "off the outline"
    with open_desk(qtbot, tmp_path) as desk:
        window = desk.window
        assert window.source.editor.font().pixelSize() == 20
        assert (window.appearance.name, window.words.language) == ("dark", "ko")
        assert window.diagram.level == 2
        preferences_of(desk).reset.click()
        assert window.source.editor.font().pixelSize() == 16
        assert (window.appearance.choice, window.words.language) == ("system", "en")
        assert window.diagram.level == 1
        desk.press("level_1")


def test_changes_made_elsewhere_are_shown_at_once(desk: Desk) -> None:
    shown = preferences_of(desk)
    boxes = {box.accessibleName(): box for box in shown.findChildren(QComboBox)}
    words, window = desk.window.words, desk.window
    language, level = boxes[words("menu.language")], boxes[words("preferences.level")]
    window.words.speak("ko")
    assert language.currentData() == "ko"
    desk.press("level_1")
    assert level.currentData() == "1"


def test_ctrl_tab_turns_the_pages(desk: Desk) -> None:
    shown = preferences_of(desk)
    desk.until(shown.isActiveWindow)
    forward = Qt.KeyboardModifier.ControlModifier
    back = forward | Qt.KeyboardModifier.ShiftModifier
    turned = []
    for key, held in (*((Qt.Key.Key_Tab, forward),) * 3, (Qt.Key.Key_Backtab, back)):
        QTest.keyClick(shown.windowHandle(), key, held)
        turned.append([button.isChecked() for button in shown.pages.buttons].index(True))
    assert turned == [1, 2, 0, 2]


def test_the_size_of_all_text_is_chosen_there_too(desk: Desk) -> None:
    shown, words = preferences_of(desk), desk.window.words
    boxes = {box.accessibleName(): box for box in shown.findChildren(QComboBox)}
    size = boxes[words("preferences.text_size")]
    assert size.currentText() == "100%"
    size.activated.emit(size.findText("150%"))
    assert percent() == 150
    desk.press("text_smaller")
    assert size.currentText() == "130%"
    size.activated.emit(0)
    assert percent() == 100


def test_a_limit_ends_the_next_run(desk: Desk) -> None:
    shown = preferences_of(desk)
    field = next(box for box in shown.findChildren(QSpinBox) if box.value() == 10_000_000)
    field.setValue(5)
    desk.put_in("while True:\n    x = 1\n")
    desk.record()
    end = desk.window.player.end
    assert end is not None
    assert (end.reason, desk.window.player.steps) == (EndReason.STEP_LIMIT, 5)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {"python": "made in Python", "core": "made in C"}),
        ("ko", {"python": "파이썬으로 만들었", "core": "C로 만들었"}),
    ],
)
def test_the_chosen_recorder_records_and_is_named(
    desk: Desk, language: str, said: dict[str, str]
) -> None:
    window = desk.window
    window.words.speak(language)
    desk.put_in("total = 0\nfor i in range(40):\n    total += i\n")
    window.commands["preferences"].trigger()
    preferences = desk.window.findChild(PreferencesWindow)
    assert preferences is not None
    assert preferences.made.text() == ""
    for recorder in ("python", "core"):
        box = preferences.recorder
        box.setCurrentIndex(box.findData(recorder))
        box.activated.emit(box.currentIndex())
        desk.record()
        recording = window.player.recording
        assert recording is not None
        assert recording.header.recorder == recorder
        preferences.show_values()
        assert said[recorder] in preferences.made.text()


def test_programs_run_with_the_interpreter_of_a_virtual_environment(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "내 환경"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    if not any(folder.glob("*/python*")):
        pytest.skip("this Python makes virtual environments without an interpreter")
    row = preferences_of(desk).python
    row.field.setText(str(folder))
    row.check()
    desk.until(lambda: desk.window.workbench.settings.python is not None)
    desk.put_in("import sys\nprint(sys.prefix)\n")
    desk.record()
    desk.press("last")
    assert desk.output.strip() == str(folder)
    desk.put_in("x = (")
    editor = desk.window.source.editor
    desk.until(lambda: editor.annotations.note is not None)
    said = editor.annotations.note.text if editor.annotations.note else ""
    assert "was never closed — checked with Python 3" in said
    assert str(folder) in said
    row.field.clear()
    row.check()
    assert desk.window.workbench.settings.python is None
    assert editor.annotations.note is not None
    assert editor.annotations.note.text == "'(' was never closed"


@pytest.mark.parametrize("name", ["missing", "no interpreter"])
def test_an_unsuitable_interpreter_gives_its_reason_and_is_not_used(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    tmp_path.joinpath("no interpreter").write_text("#!/bin/sh\necho hello\n")
    tmp_path.joinpath("no interpreter").chmod(0o755)
    row = preferences_of(desk).python
    desk.person.opens = tmp_path / name
    row.browse.click()
    desk.until(lambda: str(tmp_path / name) in row.said.text())
    assert desk.window.words("preferences.python") in row.said.text()
    assert "--python" not in row.said.text(), "there is no command line here"
    assert desk.window.workbench.settings.python is None
    desk.put_in("x = 1\n")
    desk.record()
    assert desk.window.player.steps == 2


def test_keys_are_reassigned_conflicts_reported_and_all_can_be_reset(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        table = preferences_of(desk).keys
        table.pick("record")
        table.keys.setKeySequence(QKeySequence("Alt+M"))
        assert not table.give.isEnabled()
        table.keys.setKeySequence(QKeySequence("F10"))
        assert "Step over" in table.message.text()
        table.give.click()
        keys = {key: action.shortcut().toString() for key, action in desk.window.commands.items()}
        assert (keys["record"], keys["over"]) == ("F10", "")
        assert desk.window.diagram.empty.text().endswith("Record (F10).")
        desk.window.shortcuts.choose("record", [])
        assert desk.window.diagram.empty.text().endswith("press Record.")
        desk.window.shortcuts.choose("record", [QKeySequence("F10")])
        desk.window.shortcuts.choose("watch", [QKeySequence("F8")])
        assert desk.window.trace.empty.text().endswith("select an object and watch it (F8).")
    with open_desk(qtbot, tmp_path) as desk:
        table, commands = preferences_of(desk).keys, desk.window.commands
        assert commands["record"].shortcut().toString() == "F10"
        table.pick("over")
        table.usual.click()
        assert commands["over"].shortcut().toString() == "F10"
        assert commands["record"].shortcut().isEmpty()
        desk.window.shortcuts.reset_all()
        assert commands["record"].shortcut().toString() == "Ctrl+R"
        table.list.search.setText("f10")
        assert 0 < len(table.list.shown) < 6


def test_the_list_of_keys_stays_where_it_is_and_a_title_of_a_group_is_no_command(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        shown = preferences_of(desk)
        shown.show_page(2)
        table, tree = shown.keys, shown.keys.list.tree
        table.pick("watch")
        place = tree.verticalScrollBar().value()
        assert place
        tree.verticalScrollBar().setValue(place + 1)
        desk.window.shortcuts.choose("watch", [QKeySequence("F8")])
        assert (table.list.command, tree.verticalScrollBar().value()) == ("watch", place + 1)
        tree.scrollToTop()
        title = tree.visualRect(tree.model().index(0, 0)).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=title)
        table.keys.setKeySequence(QKeySequence("Alt+J"))
        assert not any(one.isEnabled() for one in (table.give, table.none, table.usual))
        table.pick("record")
        assert all(one.isEnabled() for one in (table.none, table.usual))
