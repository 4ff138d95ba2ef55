"""The index of lines says at which steps a line is about to run, as a walk over all steps does."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.recording.files import FINISHED, long_script, write
from tests.recording.random_runs import random_run
from tests.shell.recordings import recorded
from visualizer.model import Event
from visualizer.recording import Recording, Writer


def walked(recording: Recording) -> dict[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = {}
    cursor = recording.cursor()
    for number in range(1, recording.steps + 1):
        step = cursor.delta(number).step
        if step.event is Event.LINE:
            found.setdefault((step.file, step.line), []).append(number)
    return found


def read(recording: Recording) -> None:
    while not recording.lines.is_complete:
        before = recording.lines.known
        recording.lines.read_on()
        assert recording.lines.known > before


def compare(recording: Recording) -> None:
    read(recording)
    expected = walked(recording)
    assert expected
    for place, steps in expected.items():
        assert list(recording.lines.steps_at(*place)) == steps
    assert list(recording.lines.steps_at("no such file", 1)) == []
    assert list(recording.lines.steps_at(next(iter(expected))[0], 99_999)) == []


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
        assert not recording.lines.is_complete
        compare(recording)


def test_a_step_that_brings_a_module_counts_as_any_other(tmp_path: Path) -> None:
    path = recorded(
        tmp_path,
        "import beside\nx = beside.two()\n",
        beside="def two():\n    y = 2\n    return y\n",
    )
    with closing(Recording.open(path)) as recording:
        compare(recording)
        assert recording.lines.known == recording.steps
