"""Real programs, recorded in the window and stepped to the end and back by its own buttons."""

from pathlib import Path

import pytest

from tests.shell.windows import Desk, copied
from visualizer.model import Event

PROGRAMS = sorted(Path(__file__).parent.parent.joinpath("programs").glob("*.py"))


@pytest.mark.share(3)
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_is_the_same_forwards_and_back_at_every_step(desk: Desk, program: Path) -> None:
    window, player = desk.window, desk.window.player
    window.open_file(program)
    assert player.recording is None, "opening a program must not run it"
    desk.press("record")
    window.output.input_row.appeared.connect(window.output.input_row.input_ended)
    desk.until_ended()
    assert player.step == 1
    seen = [copied(player.state)]
    while player.step < player.steps:
        desk.press("forward")
        seen.append(copied(player.state))
    assert len(seen) == player.steps > 1
    assert [state.step.number for state in seen if state.step] == [*range(1, player.steps + 1)]
    last = seen[-1].step
    assert last is not None
    assert last.event in (Event.FINISH, Event.UNCAUGHT)
    output = desk.output
    for state in reversed(seen[:-1]):
        desk.press("back")
        assert player.state == state
    desk.press("last")
    assert player.state == seen[-1]
    assert desk.output == output
