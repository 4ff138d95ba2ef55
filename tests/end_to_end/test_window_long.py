"""A long recording in the window: what needs all of it comes later, and nothing waits for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.recording.files import FINISHED, long_script
from tests.shell.windows import Desk
from visualizer.recording import Recording, Writer


@pytest.fixture
def hurried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A recording that nobody has followed, and a window that never takes its time at once."""
    monkeypatch.setattr("visualizer.recording.writer._AT_END", 0)
    monkeypatch.setattr("visualizer.recording.tape.MOST_STEPS", 7)
    monkeypatch.setattr("visualizer.recording.chunks.MOST_STEPS", 7)
    monkeypatch.setattr("visualizer.shell.seeking._AT_ONCE", 0)
    monkeypatch.setattr("visualizer.shell.course_feed._SLICE", 0)
    writer = Writer(tmp_path / "x.memtrace", "prog.py")
    for record in long_script(900)[0]:
        writer.add(record)
    writer.finish(FINISHED)
    return tmp_path / "x.memtrace"


def test_to_a_step_that_nobody_has_followed_one_is_led_piece_by_piece(
    desk: Desk, hurried: Path
) -> None:
    player = desk.window.player
    player.show(hurried)
    player.go_to(850)
    assert player.step == 1, "the window answers first"
    desk.until(lambda: player.step == 850)
    player.go_to(3)
    player.go_to(849)
    assert player.step == 849, "it is known now"
    recording = Recording.open(hurried)
    assert player.state == recording.cursor().seek(849)
    recording.close()


def test_a_move_by_hand_ends_that(desk: Desk, hurried: Path) -> None:
    player = desk.window.player
    player.show(hurried)
    player.go_to(850)
    player.go_to(2)
    desk.until(lambda: player.recording is not None and player.recording.lead_to(900, 0))
    assert player.step == 2


@pytest.fixture
def growing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Writer]]:
    """A recording that nobody has followed yet, and who writes it."""
    monkeypatch.setattr("visualizer.recording.chunk_reader._AT_ONCE", 50)
    monkeypatch.setattr("visualizer.shell.seeking._AT_ONCE", 0)
    monkeypatch.setattr("visualizer.shell.moves._SHORT", 1e-9)
    path = tmp_path / "growing.memtrace"
    writer = Writer(path, "prog.py")
    for record in long_script(900)[0]:
        writer.add(record)
    writer.flush()
    yield path, writer
    writer.finish(FINISHED)


def test_while_it_is_recorded_a_far_step_is_come_to_piece_by_piece(
    desk: Desk, growing: tuple[Path, Writer]
) -> None:
    player = desk.window.player
    player.show(growing[0])
    player.go_to(850)
    assert player.step == 1, "the window answers first"
    desk.until(lambda: player.step == 850)
    assert not player.follows


def test_who_follows_what_is_recorded_is_led_to_the_newest_step(
    desk: Desk, growing: tuple[Path, Writer]
) -> None:
    player, (path, writer) = desk.window.player, growing
    player.show(path)
    player.last()
    assert player.step == 1
    for record in long_script(1200)[0][900:]:
        writer.add(record)
    writer.flush()
    player.refresh()
    desk.until(lambda: player.step == 1200)
    assert player.follows
    player.first()
    player.refresh()
    assert player.step == 1
