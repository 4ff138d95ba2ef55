"""A recording from another person, whose program is not on this machine."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.shell.recordings import recorded
from tests.shell.windows import Desk, open_desk
from visualizer.shell.window.window import MainWindow

TEXT = "import other\na = other.b\nprint(a)\n"


@pytest.fixture
def recording(desk: Desk, tmp_path: Path) -> Path:
    """The recording, which the window shows."""
    folder = tmp_path / "sent"
    folder.mkdir()
    made = recorded(folder, TEXT, other="b = 1\n")
    folder.joinpath("prog.py").unlink()
    desk.window.files.open_path(made)
    return made


def test_the_tip_of_the_disabled_button_says_why_and_what_to_do(
    desk: Desk, recording: Path
) -> None:
    window = desk.window
    assert not window.source.record.isEnabled()
    assert "save it under a name (Ctrl+Shift+S)" in window.source.record.toolTip()
    window.files.new()
    assert "save it" not in window.source.record.toolTip()


@pytest.mark.parametrize(
    "command", ["record", "record_same", "record_inside", "live", "run_options"]
)
def test_a_command_gives_the_reason_only_while_it_is_disabled(
    desk: Desk, recording: Path, command: str
) -> None:
    action = desk.window.commands[command]
    assert "save it under a name" in action.statusTip()
    desk.person.saves_as = recording.with_name("own.py")
    desk.press("save")
    other = "The recorded program has read no input." if command == "record_same" else ""
    assert action.statusTip() == other


@pytest.mark.parametrize(("file", "advice"), [("prog.py", "save it"), ("other.py", "open it")])
def test_typing_says_how_to_edit_the_file(
    desk: Desk, recording: Path, monkeypatch: pytest.MonkeyPatch, file: str, advice: str
) -> None:
    said, source = list[str](), desk.window.source
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _editor: said.append(text))
    source.show_file(file)
    QTest.keyClick(source.editor, Qt.Key.Key_X)
    assert [advice in one for one in said] == [True]


@pytest.mark.parametrize("command", ["save", "save_as"])
def test_saving_makes_it_a_program_to_edit_and_record(
    desk: Desk, recording: Path, command: str
) -> None:
    window, saved = desk.window, recording.with_name("own.py")
    desk.person.saves_as = saved
    window.player.last()
    step = window.player.step
    window.source.toggle_breakpoint(3)
    before = recording.read_bytes()
    desk.press(command)
    assert saved.read_text(encoding="utf-8") == TEXT
    assert window.player.step == step > 1
    assert window.source.breakpoints.all == {"prog.py": {3: ""}}
    assert window.source.record.isEnabled()
    QTest.keyClick(window.source.editor, Qt.Key.Key_Space)
    assert window.files.unsaved
    desk.record_again(f"{TEXT}print(2)\n")
    assert desk.output == "1\n2\n"
    assert recording.read_bytes() == before
    window.source.show_file("other.py")
    assert window.source.editor.isReadOnly()


def test_the_recording_of_a_saved_program_is_visible_again(qtbot: QtBot, tmp_path: Path) -> None:
    """The user saved the program of a recording, which stays the user's own file."""
    sent, saved, home = tmp_path / "sent", tmp_path / "own.py", tmp_path / "home"
    for folder in (sent, home):
        folder.mkdir()
    recording = recorded(sent, "a = 1\nb = 2\nprint(b)\n")
    with open_desk(qtbot, home) as desk:
        window = desk.window
        window.open_file(recording)
        desk.person.saves_as = saved
        desk.press("save")
        assert window.workbench.unsaved_recording is None
        window.player.last()
        step = window.player.step
    content = recording.read_bytes()
    with open_desk(qtbot, home, MainWindow.open_last) as desk:
        window = desk.window
        assert window.workbench.document.path == saved
        assert window.player.step == step > 1
        assert not window.source.editor.isReadOnly()
        assert window.workbench.unsaved_recording is None
    assert recording.read_bytes() == content
    recording.unlink()
    with open_desk(qtbot, home, MainWindow.open_last) as desk:
        assert desk.window.workbench.document.path == saved
        assert desk.window.player.recording is None
