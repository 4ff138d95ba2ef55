"""A program with a paragraph separator in a string, which the editor would turn into a line end."""

from pathlib import Path

import pytest

from tests.shell.recordings import recorded
from tests.shell.windows import Desk
from visualizer.shell.source.signs import LineMark, Sign

TEXT = 'a = "x\u2029y"\nprint(len(a))\n'


@pytest.mark.parametrize("command", ["save", "save_as"])
def test_a_recording_saves_its_own_text_and_stays_read_only(
    desk: Desk, tmp_path: Path, command: str
) -> None:
    window, saved = desk.window, tmp_path / "own.py"
    window.files.open_path(recorded(tmp_path, TEXT))
    desk.person.saves_as = saved
    desk.press(command)
    assert saved.read_text(encoding="utf-8") == TEXT
    assert window.source.editor.isReadOnly()
    assert window.diagram.notifications.problem.isVisible()
    assert not window.files.unsaved


def test_a_program_is_recorded_and_saved_as_it_is(desk: Desk, tmp_path: Path) -> None:
    window, path, saved = desk.window, tmp_path / "own.py", tmp_path / "other.py"
    path.write_text(TEXT, encoding="utf-8")
    window.files.open_path(path)
    assert not window.files.unsaved
    desk.record()
    desk.press("last")
    assert desk.output == "3\n"
    assert not window.lines.differ
    assert window.lines.now((LineMark("own.py", 2, Sign.JUST_RAN),))[0].line == 3
    desk.person.saves_as = saved
    desk.press("save_as")
    assert path.read_text(encoding="utf-8") == saved.read_text(encoding="utf-8") == TEXT
    assert window.source.editor.isReadOnly()


def test_a_text_of_another_program_that_the_editor_can_show_is_editable(
    desk: Desk, tmp_path: Path
) -> None:
    window, path = desk.window, tmp_path / "own.py"
    path.write_text(TEXT, encoding="utf-8")
    window.files.open_path(path)
    assert window.diagram.notifications.problem.isVisible()
    path.write_text("a = 1\n", encoding="utf-8")
    desk.press("save")
    assert window.source.text == path.read_text(encoding="utf-8") == "a = 1\n"
    assert not window.source.editor.isReadOnly()
    assert not window.diagram.notifications.problem.isVisible()


@pytest.mark.parametrize("text", ["a = 1\n", TEXT])
def test_a_text_of_another_program_that_the_editor_cannot_show_is_kept(
    desk: Desk, tmp_path: Path, text: str
) -> None:
    window, path = desk.window, tmp_path / "own.py"
    path.write_text(text, encoding="utf-8")
    window.files.open_path(path)
    other = TEXT.replace("y", "z")
    path.write_text(other, encoding="utf-8")
    desk.press("save")
    assert window.source.text == path.read_text(encoding="utf-8") == other
    assert window.source.editor.isReadOnly()
    assert window.diagram.notifications.problem.isVisible()
    assert not window.files.unsaved
