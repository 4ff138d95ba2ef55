"""A run's recording is shown, or deleted if another program has replaced it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.shell.recordings import recorded
from visualizer.shell.playback.player import Player
from visualizer.shell.run.program_run import Progress
from visualizer.shell.run.results import RunResults
from visualizer.shell.sessions.folder import SessionFolder


def test_a_run_that_another_program_overtakes_is_never_shown(qtbot: QtBot, tmp_path: Path) -> None:
    player = Player()
    results = RunResults(player, SessionFolder(tmp_path / "windows"), player)
    out = recorded(tmp_path, "x = 1\n")
    results.begin(out, live=False)
    results.follow(Progress(2, waits_for_input=False, waits_for_credit=False))
    assert player.recording is None, "most programs end soon, so the window waits a moment"
    results.finish()
    results.read(last=True)
    assert player.recording is None


def test_a_run_that_another_one_overtakes_leaves_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    player = Player()
    results = RunResults(player, SessionFolder(tmp_path / "windows"), player)
    first, second = (tmp_path / name for name in ("first", "second"))
    first.mkdir()
    second.mkdir()
    overtaken, shown = recorded(first, "x = 1\n"), recorded(second, "y = 2\n")
    results.begin(overtaken, live=False)
    results.begin(shown, live=False)
    results.read(last=True)
    assert player.recording is not None
    assert player.recording.path == shown
    assert not overtaken.exists()
    player.close()
