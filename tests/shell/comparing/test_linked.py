"""Two players stepped together: one leads, the other follows; linked or independent."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.shell.recordings import playing
from visualizer.recording.mapping.together import Pace, Why
from visualizer.shell.comparing.linked import Linked

SHORT = """\
for n in range(2):
    print(n)
end = 1
"""
LONG = """\
start = 0
for n in range(4):
    print(n)
end = 1
"""


@pytest.fixture
def linked(qtbot: QtBot, tmp_path: Path) -> Iterator[Linked]:
    """The short program is the left side, the long one the right; the left one leads."""
    players = []
    for name, text in (("short", SHORT), ("long", LONG)):
        tmp_path.joinpath(name).mkdir()
        players.append(playing(tmp_path / name, text))
    found = Linked((players[0], players[1]))
    found.take_command(0)
    found.anchor()
    yield found
    found.stop()
    for player in players:
        player.close()


def steps(linked: Linked) -> tuple[int, int]:
    return linked.sides[0].step, linked.sides[1].step


def lines(linked: Linked) -> list[int]:
    found = [player.state.step for player in linked.sides]
    return [step.line for step in found if step is not None]


def test_both_go_step_by_step(linked: Linked) -> None:
    linked.step(1)
    linked.step(1)
    assert steps(linked) == (3, 3)
    linked.step(-1)
    assert steps(linked) == (2, 2)


def test_the_distance_at_which_they_were_linked_is_kept(linked: Linked) -> None:
    linked.link(False)
    linked.go_to(0, 3)
    assert steps(linked) == (3, 1)
    linked.link(True)
    linked.step(1)
    assert steps(linked) == (4, 2)
    linked.go_to(1, 5)
    assert steps(linked) == (7, 5)


def test_the_ended_side_stays_reports_it_and_waits_for_the_other(linked: Linked) -> None:
    last, further = (player.steps for player in linked.sides)
    linked.go_to(0, last)
    linked.step(1)
    linked.step(1)
    assert steps(linked) == (last, last + 2)
    assert linked.why == [Why.ENDED, None]
    linked.step(-1)
    assert steps(linked) == (last, last + 1)
    linked.step(-1)
    linked.step(-1)
    assert steps(linked) == (last - 1, last - 1)
    assert linked.why == [None, None]
    assert further > last


def test_both_have_a_first_and_a_last_step(linked: Linked) -> None:
    linked.last()
    assert steps(linked) == tuple(player.steps for player in linked.sides)
    linked.step(1)
    assert steps(linked) == tuple(player.steps for player in linked.sides)
    linked.first()
    assert steps(linked) == (1, 1)


def test_by_line_the_other_goes_to_the_matching_line(linked: Linked) -> None:
    linked.choose_pace(Pace.LINE)
    linked.step(1)
    assert lines(linked) == [2, 3]
    linked.step(1)
    assert lines(linked) == [1, 2]
    linked.step(-1)
    assert lines(linked) == [2, 3]


def test_by_line_the_other_stays_where_it_has_no_such_line(linked: Linked) -> None:
    linked.choose_pace(Pace.LINE)
    linked.take_command(1)
    linked.go_to(1, 2)
    linked.go_to(1, 1)
    assert linked.why[0] is Why.NO_LINE


def test_by_output_both_print_next(linked: Linked) -> None:
    linked.choose_pace(Pace.OUTPUT)
    for _ in range(2):
        linked.step(1)
    written = [player.state.step for player in linked.sides]
    printed = len(f"0{os.linesep}1{os.linesep}")
    assert [step.stdout_end for step in written if step is not None] == [printed, printed]
    linked.take_command(1)
    linked.step(1)
    assert linked.why == [Why.ENDED, None]


def test_free_sides_move_each_by_itself(linked: Linked) -> None:
    linked.link(False)
    linked.step(1)
    linked.take_command(1)
    linked.step(1)
    linked.step(1)
    assert steps(linked) == (2, 3)


def test_the_other_side_meets_at_the_same_visit_of_the_line(linked: Linked) -> None:
    linked.link(False)
    linked.go_to(0, 4)
    linked.meet(0)
    assert lines(linked) == [2, 3]
    assert steps(linked) == (4, 5)
