"""The places of steps and objects in a recording of the edited program."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.shell.recordings import ADDING, recorded
from visualizer.recording import Recording
from visualizer.recording.mapping.line_map import LineMap
from visualizer.recording.mapping.step_mapping import StepMapping


def both(folder: Path) -> tuple[Recording, Recording]:
    old, new = (folder / name / "prog.memtrace" for name in ("before", "after"))
    return Recording.open(old), Recording.open(new)


@contextmanager
def retraced(folder: Path, before: str, after: str) -> Iterator[StepMapping]:
    for name, text in (("before", before), ("after", after)):
        folder.joinpath(name).mkdir()
        recorded(folder / name, text)
    old, new = both(folder)
    with closing(StepMapping(old)) as found:
        assert found.step(1) is None
        found.follow(new)
        assert found.read(60)
        yield found


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("a\nb\nc", "a\nb\nc", (1, 2, 3)),
        ("a\nb\nc", "a\nx\nb\nc", (1, 3, 4)),
        ("a\nb\nc", "a\nc", (1, None, 2)),
        ("a\nb\nc", "a\nB\nc", (1, 2, 3)),
        ("a\nb\nc", "a\nB\nB2\nc", (1, 2, 4)),
        ("a\nb\nb2\nc", "a\nB\nc", (1, 2, 2, 3)),
        ("a\na\na", "a\na", (1, 2, None)),
        ("a", "", (1,)),
        ("for n in 1, 2:\nx = n", "start = 0\nfor n in 1, 2, 3:\nx = n", (2, 3)),
        ("start = 0\nfor n in 1, 2, 3:\nx = n", "for n in 1, 2:\nx = n", (None, 1, 2)),
    ],
)
def test_lines_are_found_again(before: str, after: str, moved: tuple[int | None, ...]) -> None:
    lines = LineMap(before, after)
    assert tuple(lines.line(number + 1) for number in range(before.count("\n") + 1)) == moved


def test_an_edit_below_keeps_every_step_before_it(tmp_path: Path) -> None:
    with retraced(
        tmp_path, ADDING, ADDING.replace("print(last)", "print(last, last)\nx = 1")
    ) as at:
        steps = [at.step(step) for step in range(1, 24)]
        assert steps == list(range(1, 24))


def test_a_line_put_before_moves_the_steps(tmp_path: Path) -> None:
    with retraced(tmp_path, ADDING, f"import math\n{ADDING}") as at:
        assert [at.step(step) for step in (1, 2, 3, 10)] == [2, 3, 4, 11]


def test_the_same_time_that_a_line_is_come_to_is_found(tmp_path: Path) -> None:
    more = ADDING.replace("    items.append", "    m = n\n    items.append")
    with retraced(tmp_path, ADDING, more) as at:
        old, new = both(tmp_path)
        third = [n for n in range(1, old.steps + 1) if old.cursor().delta(n).step.line == 3][1]
        found = at.step(third)
        assert found is not None
        assert new.cursor().delta(found).step.line == 4
        assert found == third + 1
        old.close()
        new.close()


def test_a_step_that_is_gone_is_found_at_the_nearest(tmp_path: Path) -> None:
    fewer = ADDING.replace("range(3)", "range(1)").replace("found[2]", "found[0]")
    with retraced(tmp_path, ADDING, fewer) as at:
        whole = [at.step(step) for step in range(1, 30)]
        assert None in whole
        gone = whole.index(None) + 1
        assert 1 < at.nearest(gone) < gone
    short = tmp_path / "other"
    short.mkdir()
    with retraced(short, ADDING, ADDING.replace("last = found[2]\nprint(last)\n", "")) as at:
        old, new = both(short)
        assert at.nearest(old.steps) == new.steps, "whoever saw the end sees the end"
        assert at.step(old.steps - 1) is None
        assert at.nearest(old.steps - 1) < new.steps
        old.close()
        new.close()


def test_objects_are_the_same_if_the_same_step_made_them(tmp_path: Path) -> None:
    more = f"first = [[0], [1]]\n{ADDING}"
    with retraced(tmp_path, ADDING, more) as at:
        old, new = both(tmp_path)
        names = [dict(one.cursor().seek(one.steps).globals["prog.py"]) for one in (old, new)]
        for name in ("found", "last", "add"):
            assert at.serial(names[0][name]) == names[1][name]
        assert names[1]["first"] not in at.serials().values()
        assert at.serial(10_000) is None
        old.close()
        new.close()
