"""Two recordings stepped together: by step, by line, by event."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.shell.recordings import recorded
from visualizer.recording import Recording
from visualizer.recording.mapping.together import Arrival, Pace, Search, Together, Why

SHORT = """\
def work(n):
    return n + 1
for n in range(2):
    print(work(n))
print("end")
"""
LONG = """\
# The same with a comment,
def work(n):
    return n + 1
# and more to do.
for n in range(4):
    print(work(n))
print("end")
print("really")
"""


def ended[T](search: Search[T]) -> T:
    while True:
        try:
            next(search)
        except StopIteration as end:
            found: T = end.value
            return found


class Pair:
    """Two recordings, and the object that steps them."""

    def __init__(self, folder: Path) -> None:
        paths = []
        for name, text in (("short", SHORT), ("long", LONG)):
            folder.joinpath(name).mkdir()
            paths.append(recorded(folder / name, text))
        self.short, self.long = (Recording.open(path) for path in paths)
        self.together = Together((self.short, self.long))

    def line(self, side: int, step: int) -> int:
        return (self.short, self.long)[side].cursor().delta(step).step.line

    def at_line(self, side: int, line: int) -> list[int]:
        recording = (self.short, self.long)[side]
        place = recording.header.program, line
        found = recording.lines.stretches((place,), 0, 1)
        return [number for _, some in found for number, _ in some]

    def follow(self, pace: Pace, side: int, before: int, after: int, *others: int) -> Arrival:
        given = others[0], others[1] if len(others) > 1 else 0
        return ended(self.together.follow(pace, side, (before, after), given))


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    found = Pair(tmp_path_factory.mktemp("pair"))
    with closing(found.short), closing(found.long):
        yield found


def test_by_step_the_distance_is_kept(pair: Pair) -> None:
    assert pair.follow(Pace.STEP, 0, 3, 4, 8, 5) == Arrival(9)
    assert pair.follow(Pace.STEP, 0, 4, 3, 9, 5) == Arrival(8)


def test_by_step_the_side_that_has_ended_stays_and_comes_back_in_time(pair: Pair) -> None:
    last = pair.short.steps
    assert pair.follow(Pace.STEP, 1, last, last + 1, last, 0) == Arrival(last, Why.ENDED)
    assert pair.follow(Pace.STEP, 1, last + 2, last + 1, last, 0) == Arrival(last, Why.ENDED)
    assert pair.follow(Pace.STEP, 1, last + 1, last, last, 0) == Arrival(last)


def test_by_line_the_other_goes_to_the_next_visit_of_the_matching_line(pair: Pair) -> None:
    printing, further = pair.at_line(0, 4), pair.at_line(1, 6)
    assert pair.follow(Pace.LINE, 0, 1, printing[0], 1) == Arrival(further[0])
    assert pair.follow(Pace.LINE, 0, printing[0], printing[1], further[0]) == Arrival(further[1])
    assert pair.follow(Pace.LINE, 0, printing[1], printing[0], further[1]) == Arrival(further[0])


def test_by_line_a_jump_over_many_visits_takes_as_many(pair: Pair) -> None:
    far, near = pair.at_line(1, 3), pair.at_line(0, 2)
    assert pair.follow(Pace.LINE, 1, far[0], far[1], near[0]) == Arrival(near[1])
    assert pair.follow(Pace.LINE, 0, 1, near[1], 1) == Arrival(far[1])


def test_by_line_a_side_without_further_visits_stays_and_reports_it(pair: Pair) -> None:
    far, near = pair.at_line(1, 3), pair.at_line(0, 2)
    assert pair.follow(Pace.LINE, 1, far[1], far[2], near[1]) == Arrival(near[1], Why.ENDED)


def test_by_line_a_missing_line_is_reported(pair: Pair) -> None:
    (really,) = pair.at_line(1, 8)
    assert pair.follow(Pace.LINE, 1, really - 1, really, 5) == Arrival(5, Why.NO_LINE)


def test_by_line_the_end_is_the_end(pair: Pair) -> None:
    found = pair.follow(Pace.LINE, 0, 5, pair.short.steps, 7)
    assert found == Arrival(pair.long.steps)


@pytest.mark.parametrize("pace", [Pace.OUTPUT, Pace.CALL, Pace.RETURN])
def test_by_event_both_go_to_their_next_one(pair: Pair, pace: Pace) -> None:
    together, here, there = pair.together, 1, 1
    for _ in range(2):
        after = together.next_step(pace, 0, here, 1)
        beyond = together.next_step(pace, 1, there, 1)
        assert after is not None
        assert beyond is not None
        assert pair.follow(pace, 0, here, after, there) == Arrival(beyond)
        here, there = after, beyond
    before = together.next_step(pace, 0, here, -1)
    assert before is not None
    assert pair.follow(pace, 0, here, before, there).step < there


def test_by_event_a_side_without_one_stays_at_its_last(pair: Pair) -> None:
    outputs = pair.long.index.with_output()
    mine = pair.short.index.with_output()
    found = pair.follow(Pace.OUTPUT, 1, outputs[2], outputs[3], mine[2])
    assert found == Arrival(mine[2], Why.ENDED)
    assert pair.together.next_step(Pace.OUTPUT, 0, mine[-1], 1) is None


def test_lines_are_stepped_without_calls_and_returns(pair: Pair) -> None:
    step, lines = 0, []
    while (found := pair.together.next_step(Pace.LINE, 0, step, 1)) is not None:
        lines.append(pair.line(0, found))
        step = found
    assert lines[:6] == [1, 3, 4, 2, 3, 4]


def test_the_counterpart_is_the_same_visit_of_the_matching_line(pair: Pair) -> None:
    near, far = pair.at_line(0, 2), pair.at_line(1, 3)
    assert ended(pair.together.counterpart(0, near[1])) == far[1]
    assert ended(pair.together.counterpart(0, pair.short.steps)) == pair.long.steps
    (really,) = pair.at_line(1, 8)
    assert ended(pair.together.counterpart(1, really)) is None
