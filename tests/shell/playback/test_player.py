"""The only holder of the current step."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.shell.recordings import playing, recorded
from visualizer.model import CannotRun, DamagedRecording, Event
from visualizer.shell.notifications.exceptions import step_that_raised
from visualizer.shell.playback.player import Player

PROGRAM = "x = 1\ny = [x]\ny.append(y)\n"


def test_it_moves_within_the_recording_and_gives_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, PROGRAM)
    seen: list[int] = []
    player.step_changed.connect(seen.append)
    player.forward()
    player.last()
    player.forward()
    player.back()
    player.go_to(-3)
    player.first()
    assert seen == [2, 4, 3, 1], "a move that leads nowhere says nothing"
    assert player.delta is not None
    assert player.delta.before is None
    assert [sentence.key for sentence in player.sentences]
    player.close()
    assert (player.step, player.steps, player.recording) == (0, 0, None)
    player.forward()
    assert player.step == 0


def test_counts_and_objects_that_come_and_go_are_described_at_levels_that_show_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    player = playing(tmp_path, "x = [1.5]\ny = x\nx = y = None\n")

    def keys() -> set[str]:
        return {one.key.partition("-")[0] for one in player.sentences}

    player.go_to(3)
    told = []
    for level in (1, 2, 3):
        with qtbot.waitSignal(player.level_changed):
            player.show_level(level)
        told.append(keys())
    assert "count" in told[2] - told[1]
    assert told[0] <= told[1] <= told[2]
    player.last()
    assert "freed" in keys()
    player.show_level(1)
    assert "freed" not in keys()
    player.close()


def test_objects_have_numbers_where_cards_have_them(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, "class A: pass\na = A()\nb = a\n")
    player.show_level(2)
    player.last()

    def told() -> set[object]:
        return {dict(one.arguments)["new"] for one in player.sentences if one.key[:8] == "name-new"}

    assert told() == {"A `a`"}
    player.show_level(3)
    (numbered,) = told()
    assert str(numbered).startswith("A #")
    assert player.state.step is not None
    assert player.state.step.number == player.step
    player.show_level(1)
    assert told() == {"A `a`"}
    player.close()


def test_another_recording_takes_the_place_of_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    tmp_path.joinpath("other").mkdir()
    player = playing(tmp_path, PROGRAM)
    player.last()
    with qtbot.waitSignal(player.recording_changed):
        player.show(recorded(tmp_path / "other", "z = 1\n"))
    assert (player.step, player.steps) == (1, 2)
    player.close()


def test_a_file_that_is_no_recording_leaves_the_present_one(qtbot: QtBot, tmp_path: Path) -> None:
    player = playing(tmp_path, PROGRAM)
    foreign = tmp_path / "foreign.memtrace"
    foreign.write_text("nothing")
    with pytest.raises(DamagedRecording):
        player.show(foreign)
    with pytest.raises(CannotRun):
        player.show(tmp_path / "missing.memtrace")
    assert (player.step, player.steps) == (1, 4)
    player.close()


def test_a_part_that_cannot_be_read_is_reported_and_the_step_stays(
    qtbot: QtBot, tmp_path: Path
) -> None:
    out = recorded(tmp_path, "n = 0\nwhile n < 20000:\n    n += 1\n")
    data = bytearray(out.read_bytes())
    for at in range(len(data) // 2, len(data) // 2 + 20_000):
        data[at] ^= 0xFF
    out.write_bytes(data)
    player = Player()
    said: list[DamagedRecording] = []
    player.recording_failed.connect(said.append)
    player.show(out)
    for step in range(1, player.steps, 500):
        player.go_to(step)
    damage = player.recording.damage if player.recording else None
    assert said or damage
    assert all(str(out) in str(error) for error in said)
    assert player.state.step is None or player.state.step.number == player.step
    player.close()


def test_the_step_that_raised_is_found_among_caught_exceptions(
    qtbot: QtBot, tmp_path: Path
) -> None:
    player = playing(
        tmp_path,
        """\
        def f(n):
            return 1 / n

        try:
            f(0)
        except ZeroDivisionError:
            pass
        f(0)
        """,
    )
    recording = player.recording
    assert recording is not None
    raised = step_that_raised(recording)
    assert raised is not None
    player.go_to(raised)
    step = player.state.step
    assert step is not None
    assert (step.event, step.line) == (Event.EXCEPTION, 2)
    assert player.state.frames[0].line == 8
    player.close()
