"""Arguments, working folder, environment and a file as input, set for Run."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, cut_off, open_desk
from tests.systems import needs_devices
from visualizer.shell.run.options_window import RunOptionsWindow

ROOT = Path("/").absolute()
ABSENT = ROOT / "is" / "not" / "there"
PROGRAM = """\
import os, sys
print(sys.argv[1:], os.getcwd(), os.environ.get('WHO'), os.environ.get('PYTHONPATH'))
print(input(), sys.stdin.read().split())
import beside
"""


def options_of(desk: Desk) -> RunOptionsWindow:
    desk.press("run_options")
    (found,) = desk.window.findChildren(RunOptionsWindow)
    desk.until(found.isVisible)
    return found


def test_they_hold_for_the_next_run_are_shown_and_remembered_for_the_file(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program, folder, data = tmp_path / "prog.py", tmp_path / "a folder", tmp_path / "data.txt"
    folder.mkdir()
    program.write_text(PROGRAM)
    program.with_name("beside.py").write_text("x = 1\n")
    data.write_text("first 가\nsecond\nthird\n", encoding="utf-8")
    with open_desk(qtbot, tmp_path / "own") as desk:
        window = desk.window
        window.open_file(program)
        assert window.source.run_strip.isHidden()
        shown = options_of(desk)
        assert not shown.isModal()
        shown.arguments.setText("one 'two three' 넷")
        shown.variables.setPlainText("WHO=Mina = me\n\nPYTHONPATH=/nowhere")
        desk.person.opens = folder
        shown.folder.browse.click()
        desk.person.opens = data
        shown.input.browse.click()
        assert desk.person.asked[-2:] == ["folder", "input"]
        assert shown.said.text() == ""
        said = window.source.run_strip.text
        for part in ("one 'two three' 넷", "data.txt", "a folder", "WHO, PYTHONPATH"):
            assert part in said
        assert "Mina" not in said, "what a variable holds is not for everybody to see"
        desk.record()
        desk.press("last")
        assert desk.errors == ""
        assert desk.output == (
            f"['one', 'two three', '넷'] {folder} Mina = me /nowhere\n"
            "first 가 ['second', 'third']\n"
        )
    with open_desk(qtbot, tmp_path / "own") as desk:
        desk.window.open_file(program)
        assert "two three" in desk.window.source.run_strip.text
        assert desk.window.player.recording is not None, "the last recording, shown as it was"
        assert not desk.window.workbench.run.active
        shown = options_of(desk)
        assert shown.arguments.text() == "one 'two three' 넷"
        assert shown.folder.field.text() == str(folder)
        desk.press("new")
        assert desk.window.source.run_strip.isHidden()
        assert shown.arguments.text() == ""
        desk.window.open_file(program)
        for language in ("ko", "en"):
            desk.window.words.speak(language)
            desk.until(lambda: cut_off(shown) == [])
        shown.clear.click()
        assert desk.window.source.run_strip.isHidden()
        assert shown.variables.toPlainText() == ""


@pytest.mark.parametrize(
    ("field", "written", "said"),
    [
        ("arguments", "'never closed", "an unclosed quote; close it"),
        ("variables", "nothing", "nothing: not a variable; write NAME=value"),
        ("folder", str(ABSENT), f"{ABSENT}: no such directory; choose another"),
        ("input", str(ABSENT), f"{ABSENT}: no such file; check the path"),
        ("input", str(ROOT), f"{ROOT}: is a directory; choose a file"),
        pytest.param("input", "/dev/zero", "not a regular file", marks=needs_devices),
    ],
)
def test_an_unsuitable_option_is_reported_with_its_mend_at_once_and_at_the_recording(
    desk: Desk, field: str, written: str, said: str
) -> None:
    desk.put_in("x = 1\n")
    shown = options_of(desk)
    where = getattr(shown, field)
    where = getattr(where, "field", where)
    where.setPlainText(written) if field == "variables" else where.setText(written)
    desk.until(lambda: said in shown.said.text())
    desk.press("record")
    assert not desk.window.workbench.run.active
    assert said in desk.window.diagram.notifications.problem.accessibleName()
    shown.clear.click()
    desk.until(lambda: shown.said.text() == "")
    desk.record()
    assert desk.window.player.steps == 2
