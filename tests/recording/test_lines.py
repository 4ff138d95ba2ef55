"""The index of lines says at which steps a line is about to run, as a walk over all steps does."""

from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from tests.recording.files import FINISHED, long_script, write
from tests.recording.random_runs import random_run
from tests.shell.recordings import recorded
from visualizer.model import Event
from visualizer.recording import Recording, Writer
from visualizer.recording.lines import Place


def walked(recording: Recording) -> dict[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = {}
    cursor = recording.cursor()
    for number in range(1, recording.steps + 1):
        step = cursor.delta(number).step
        if step.event is Event.LINE:
            found.setdefault((step.file, step.line), []).append(number)
    return found


def told(recording: Recording, place: Place, step: int = 0, direction: int = 1) -> list[int]:
    stretches = recording.lines.stretches((place,), step, direction)
    return [number for _, found in stretches for number, _ in found]


def compare(recording: Recording) -> None:
    expected = walked(recording)
    assert expected
    middle = recording.steps // 2
    for place, steps in expected.items():
        assert told(recording, place) == steps
        assert told(recording, place, middle) == [step for step in steps if step > middle]
        before = [step for step in steps if step < middle]
        assert told(recording, place, middle, -1) == before[::-1]
    both = [*recording.lines.stretches(expected, 0, 1)]
    assert [step for _, found in both for step, _ in found] == sorted(chain(*expected.values()))
    assert both[-1][0] == recording.steps
    assert told(recording, ("no such file", 1)) == []
    assert told(recording, (next(iter(expected))[0], 99_999)) == []


@pytest.mark.parametrize("seed", range(5))
def test_it_is_that_of_a_walk_over_all_steps(tmp_path: Path, seed: int) -> None:
    run = random_run(seed, 60)
    write(tmp_path / "run.memtrace", *run.records)
    with closing(Recording.open(tmp_path / "run.memtrace")) as recording:
        compare(recording)


def test_a_growing_recording_is_read_on_from_where_the_last_look_ended(tmp_path: Path) -> None:
    path = tmp_path / "growing.memtrace"
    records, _ = long_script(900)
    writer = Writer(path, "prog.py")
    with closing(Recording.open(path)) as recording:
        for record in records[: len(records) // 2]:
            writer.add(record)
        writer.follow()
        writer.flush()
        recording.refresh()
        compare(recording)
        for record in records[len(records) // 2 :]:
            writer.add(record)
        writer.finish(FINISHED)
        recording.refresh()
        compare(recording)


def test_a_step_that_brings_a_module_counts_as_any_other(tmp_path: Path) -> None:
    path = recorded(
        tmp_path,
        "import beside\nx = beside.two()\n",
        beside="def two():\n    y = 2\n    return y\n",
    )
    with closing(Recording.open(path)) as recording:
        compare(recording)
