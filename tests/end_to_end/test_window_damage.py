"""A recording damaged anywhere: what can be read is shown, and the window stands."""

import random
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_recording_is_said_to_be_and_nothing_breaks(
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
    band = window.diagram.bands.problem
    said = band.isVisible()
    for step in range(1, player.steps + 1, 37):
        player.go_to(step)
        said = said or band.isVisible()
    for command in ("last", "back", "over", "out", "over_back", "first", "forward"):
        if window.commands[command].isEnabled():
            desk.press(command)
    window.grab()
    said = said or band.isVisible()
    if player.recording is None:
        assert said
    elif said:
        assert str(path) in band.accessibleName()
