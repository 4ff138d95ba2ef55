"""The folder that dialogs suggest for a file made from a program."""

from pathlib import Path

import pytest

from tests.shell.windows import Desk

FILES = {"export_picture": "두 수-1.png", "keep_recording": "두 수.memtrace", "save_as": "두 수.py"}


@pytest.mark.parametrize("command", FILES)
def test_a_file_made_from_a_program_is_suggested_beside_it(
    desk: Desk, tmp_path: Path, command: str
) -> None:
    program = tmp_path / "두 수.py"
    program.write_text("a = 1\n", encoding="utf-8")
    desk.window.files.open_path(program)
    desk.record()
    desk.press(command)
    assert desk.person.suggested == tmp_path / FILES[command]


@pytest.mark.parametrize("command", FILES)
def test_a_file_made_from_a_recording_is_suggested_beside_that(
    desk: Desk, tmp_path: Path, command: str
) -> None:
    desk.put_in("a = 1\n")
    desk.record()
    desk.person.keeps_as = tmp_path / "kept" / "one.memtrace"
    desk.person.keeps_as.parent.mkdir()
    desk.press("keep_recording")
    assert desk.person.suggested.parent == Path.home()
    desk.window.files.open_path(desk.person.keeps_as)
    desk.press(command)
    assert desk.person.suggested.parent == tmp_path / "kept"
