"""The menu lists the recent files; missing files are grey and say so."""

import threading
from contextlib import nullcontext
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.shell.windows import PATIENCE, Desk, open_desk
from visualizer.lessons.examples import examples
from visualizer.shell.program.recent_files import MOST, RecentFiles
from visualizer.shell.settings.preferences import Preferences


def listed(desk: Desk) -> list[tuple[str, bool]]:
    """Return the names in the menu, and whether each is enabled, after the files were checked."""
    recent = desk.window.recent
    checked = desk.qtbot.waitSignal(recent.files.checked, timeout=PATIENCE)
    with checked if recent.files.paths else nullcontext():
        recent.fill()
    actions = [action for action in desk.window.recent.actions() if action.text()]
    return [(action.text().split("   ")[0], action.isEnabled()) for action in actions]


def test_files_are_listed_last_first_opened_again_and_forgotten(
    qtbot: QtBot, tmp_path: Path
) -> None:
    one, two = tmp_path / "one & more.py", tmp_path / "두 번째.py"
    for path in (one, two):
        path.write_text(f"name = '{path.stem}'\n", encoding="utf-8")
    with open_desk(qtbot, tmp_path) as desk:
        assert listed(desk) == [("No recent files", False)]
        desk.window.open_example(examples()[0].path)
        assert listed(desk) == [("No recent files", False)], "the example is no file of one's"
        desk.window.open_file(one)
        desk.window.open_file(two)
    with open_desk(qtbot, tmp_path) as desk:
        forget = ("Clear list", True)
        assert listed(desk) == [("두 번째.py", True), ("one && more.py", True), forget]
        desk.window.recent.actions()[1].trigger()
        assert desk.window.source.text == "name = 'one & more'\n"
        assert not desk.window.workbench.run.active
        two.unlink()
        assert listed(desk) == [("one && more.py", True), ("두 번째.py", False), forget]
        assert "(not found)" in desk.window.recent.actions()[1].text()
        desk.window.recent.actions()[-1].trigger()
        assert listed(desk) == [("No recent files", False)]


def test_a_drive_that_does_not_answer_leaves_the_menu_alone(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "far away.py"
    path.write_text("x = 1\n")
    desk.window.open_file(path)
    begun, answers = threading.Event(), threading.Event()
    exists = Path.exists

    def wait(one: Path, **more: bool) -> bool:
        if one == path and threading.current_thread() is not threading.main_thread():
            begun.set()
            answers.wait()
        return exists(one, **more)

    monkeypatch.setattr(Path, "exists", wait)
    recent = desk.window.recent
    with desk.qtbot.waitSignal(recent.files.checked, timeout=PATIENCE):
        recent.fill()
        desk.until(begun.is_set)
        assert recent.actions()[0].isEnabled()
        path.unlink()
        answers.set()
    assert not recent.actions()[0].isEnabled()


def test_saving_under_another_name_lists_that(desk: Desk, tmp_path: Path) -> None:
    desk.put_in("x = 1\n")
    desk.person.saves_as = tmp_path / "new.py"
    desk.press("save")
    assert listed(desk)[0] == ("new.py", True)


def test_the_list_is_bounded_and_nonsense_counts_as_none(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    for nonsense in ("{", "3", '[1, null, "x.py"]'):
        preferences.put("recent", nonsense)
        assert RecentFiles(preferences).paths in ([], [Path("x.py")])
    for number in range(2 * MOST):
        RecentFiles(preferences).note(tmp_path / f"{number}.py")
    assert len(RecentFiles(preferences).paths) == MOST
    assert RecentFiles(preferences).paths[0] == tmp_path / f"{2 * MOST - 1}.py"
