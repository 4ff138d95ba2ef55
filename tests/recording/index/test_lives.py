"""The index of lives agrees with a walk over all steps for each object."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from tests.recording.conftest import Open
from tests.recording.files import FINISHED, long_script, write
from tests.recording.random_runs import random_run
from tests.recording.script import Script
from visualizer.model import State
from visualizer.recording import Recording, Writer


def walked(states: Sequence[State]) -> dict[int, tuple[int, int, int | None]]:
    """Map each serial to its address, the first step that shows it, and the first that does not."""
    found: dict[int, tuple[int, int, int | None]] = {}
    alive: set[int] = set()
    for step, state in enumerate(states[1:], 1):
        for serial, one in state.heap.items():
            found.setdefault(serial, (one.address, step, None))
        for serial in alive - state.heap.keys():
            found[serial] = (*found[serial][:2], step)
        alive = set(state.heap)
    return found


def compare(recording: Recording, states: Sequence[State]) -> None:
    """Every life in the index is that of the walk, and the addresses' histories fit together."""
    expected = walked(states)
    at: dict[int, list[int]] = {}
    for serial, (address, born, died) in sorted(expected.items()):
        life = recording.lives.life(serial)
        assert (life.address, life.born, life.died) == (address, born, died)
        at.setdefault(address, []).append(serial)
        last = states[(died or len(states)) - 1].heap[serial]
        assert (life.unreachable is not None) == last.unreachable
    for serials in at.values():
        assert recording.lives.life(serials[0]).earlier is None
        assert recording.lives.life(serials[-1]).later is None
        for earlier, later in pairwise(serials):
            assert recording.lives.life(earlier).later == later
            assert recording.lives.life(later).earlier == earlier


@pytest.mark.parametrize("seed", range(5))
def test_births_deaths_and_addresses_are_those_of_a_walk_over_all_steps(
    tmp_path: Path, seed: int
) -> None:
    run = random_run(seed, 60)
    write(tmp_path / "run.memtrace", *run.records)
    with closing(Recording.open(tmp_path / "run.memtrace")) as recording:
        compare(recording, run.states)


def test_a_growing_recording_is_read_on_from_where_the_pass_stood(tmp_path: Path) -> None:
    path = tmp_path / "growing.memtrace"
    records, states = long_script(900)
    writer = Writer(path, "prog.py")
    recording = None
    for start in range(0, len(records), 150):
        for record in records[start : start + 150]:
            writer.add(record)
        writer.flush()
        recording = recording or Recording.open(path)
        recording.refresh()
        compare(recording, states[: recording.steps + 1])
    writer.finish(FINISHED)
    assert recording is not None
    recording.refresh()
    compare(recording, states)
    recording.close()


def test_a_serial_that_no_object_has_is_refused(tmp_path: Path) -> None:
    records, _ = long_script(3)
    write(tmp_path / "run.memtrace", *records)
    with closing(Recording.open(tmp_path / "run.memtrace")) as recording:
        for serial in (-1, 0, 10_000):
            with pytest.raises(ValueError, match="is not known"):
                recording.lives.life(serial)


def test_the_part_before_a_fault_is_known(tmp_path: Path) -> None:
    records, _ = long_script(20)
    path = tmp_path / "run.memtrace"
    write(path, *records)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE chunk SET data = x'00'")
    connection.commit()
    connection.close()
    with closing(Recording.open(path)) as recording, pytest.raises(ValueError, match="not known"):
        recording.lives.life(1)


def test_a_serial_far_beyond_all_others_does_not_fill_the_memory(
    opened: Open, tmp_path: Path
) -> None:
    script, path = Script(), tmp_path / "far.memtrace"
    script.begin()
    one = script.new().serial
    first = script.end()
    script.begin()
    script.new(serial=1 << 40)
    write(path, first, script.end())
    lives = opened(path).lives
    assert lives.life(one).born == 1
    with pytest.raises(ValueError, match="is not known"):
        lives.life(1 << 40)
