"""A recording damaged anywhere: the window shows the readable part and survives."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.shell.recordings import recorded
from tests.shell.windows import Desk

PROGRAM = """\
def f(n):
    print("line", n)
    return [n] * 3

found = []
for n in range(300):
    found.append(f(n))
raise KeyError(found[0])
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a recording with calls, output and an exception."""
    return recorded(tmp_path_factory.mktemp("whole"), PROGRAM).read_bytes()


@pytest.mark.share(2)
@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_recording_is_reported_and_nothing_breaks(
    desk: Desk, tmp_path: Path, whole: bytes, seed: int
) -> None:
    chance = random.Random(seed)
    damaged = bytearray(whole)
    for _ in range(chance.choice((1, 5, 200))):
        start = chance.randrange(100, len(damaged) - 50)
        damaged[start : start + chance.randrange(1, 50)] = chance.randbytes(8)
    if seed % 3 == 0:
        del damaged[chance.randrange(len(damaged) // 2, len(damaged)) :]
    path = tmp_path / "damaged.memtrace"
    path.write_bytes(damaged)
    desk.person.opens = path
    desk.press("open")
    window, player = desk.window, desk.window.player
    notification = window.diagram.notifications.problem
    said = notification.isVisible()
    for step in range(1, player.steps + 1, 37):
        player.go_to(step)
        said = said or notification.isVisible()
    for command in ("last", "back", "over", "out", "over_back", "first", "forward"):
        if window.commands[command].isEnabled():
            desk.press(command)
    window.grab()
    said = said or notification.isVisible()
    if player.recording is None:
        assert said
    elif said:
        assert str(path) in notification.accessibleName()


def test_a_recording_without_a_readable_step_does_not_count_as_empty(
    desk: Desk, tmp_path: Path, whole: bytes
) -> None:
    window = desk.window
    desk.record_again("x = 1\ny = 2\n")
    path = tmp_path / "empty.memtrace"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE chunk SET data = zeroblob(length(data))")
        file.execute("UPDATE keyframe SET data = zeroblob(length(data))")
        file.commit()
    desk.person.opens = path
    desk.press("open")
    assert window.player.recording is not None
    assert window.player.step == 0
    assert str(path) in window.diagram.notifications.problem.accessibleName()
    assert window.diagram.empty.text() == window.words("diagram.no_step", keys="(Ctrl+O)")
    assert window.dock.step_pane.accessibleDescription() == ""
    assert window.words("step.unreadable") in shown_words(window.dock.step_pane)
    desk.press("play")
    desk.until(lambda: not window.playback.playing)


@pytest.mark.parametrize("place", ["min", "max"])
def test_a_recording_damaged_at_one_end_shows_the_other(
    desk: Desk, tmp_path: Path, whole: bytes, place: str
) -> None:
    path = tmp_path / "damaged.memtrace"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as file:
        empty = "UPDATE chunk SET data = zeroblob(length(data))"
        file.execute(f"{empty} WHERE id = (SELECT {place}(id) FROM chunk)")
        file.commit()
    desk.person.opens = path
    desk.press("open")
    player = desk.window.player
    assert 0 < player.step <= player.steps
    assert (player.step == 1) is (place == "max")
    assert desk.window.diagram.view.isVisible()
    desk.press("last" if place == "max" else "first")
    assert str(path) in desk.window.diagram.notifications.problem.accessibleName()


@pytest.mark.parametrize("fault", ["its end is missing", "its middle is malformed"])
def test_a_damaged_recording_names_its_mend_in_korean(
    desk: Desk, tmp_path: Path, whole: bytes, fault: str
) -> None:
    path = tmp_path / "damaged.memtrace"
    page = 4096
    malformed = b"".join((whole[: 2 * page], bytes(len(whole) - 2 * page)))
    path.write_bytes(whole[:-page] if fault == "its end is missing" else malformed)
    desk.window.words.speak("ko")
    desk.person.opens = path
    desk.press("open")
    said = desk.window.diagram.notifications.problem.accessibleName()
    assert said.endswith("프로그램을 다시 기록하세요.")
    assert not any(word in said for word in ("missing", "malformed"))


def shown_words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
