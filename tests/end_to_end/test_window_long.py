"""A long recording in the window: it shows any step at once, also of a growing recording."""

from pathlib import Path

from tests.recording.files import FINISHED, long_script
from tests.shell.windows import Desk
from visualizer.recording import Writer

STEPS = 9000


def test_a_far_step_is_shown_at_once(desk: Desk, tmp_path: Path) -> None:
    path, player = tmp_path / "x.memtrace", desk.window.player
    records, states = long_script(STEPS)
    writer = Writer(path, "prog.py")
    writer.add(b"".join(records))
    writer.finish(FINISHED)
    player.show(path)
    for step in (STEPS - 50, 3, STEPS // 2, STEPS):
        player.go_to(step)
        assert player.step == step
        assert player.state == states[step]


def test_a_growing_recording_shows_its_newest_step_to_a_follower(
    desk: Desk, tmp_path: Path
) -> None:
    path, player = tmp_path / "growing.memtrace", desk.window.player
    records, states = long_script(STEPS)
    writer = Writer(path, "prog.py")
    writer.add(b"".join(records[: STEPS // 2]))
    writer.flush()
    player.show(path)
    player.go_to(STEPS // 2 - 100)
    assert player.state == states[STEPS // 2 - 100]
    follows = player.follows
    assert not follows
    player.last()
    assert player.step == STEPS // 2
    assert player.follows
    writer.add(b"".join(records[STEPS // 2 :]))
    writer.flush()
    player.refresh()
    assert player.step == STEPS
    assert player.state == states[STEPS]
    player.first()
    player.refresh()
    assert player.step == 1
    writer.finish(FINISHED)
