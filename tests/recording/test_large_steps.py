"""A very large step takes several records."""

import itertools
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.recording.conftest import Open
from tests.recording.files import FINISHED, write
from tests.recording.following import Following
from tests.recording.random_runs import random_run
from tests.recording.script import Script
from visualizer.model import End, EndReason, Sequence
from visualizer.recorder import wire
from visualizer.recording import Writer
from visualizer.recording.follow.follower import new_follower
from visualizer.recording.follow.plain.plain_follower import PlainFollower
from visualizer.recording.follow.plain.raw_objects import Fault
from visualizer.recording.write.record_log import MOST_BYTES

NUMBERS = itertools.count()
JUMPS = (30, 3, 17, 16, 15, 29, 1, 0, 22)
STEP = [wire.STEP, 1, 1, 0, 1, 0, 0, 0]


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make chunks and keyframes short, and keyframes frequent."""
    monkeypatch.setattr("visualizer.recording.follow.keyframe.MOST_NUMBERS", 40)
    monkeypatch.setattr("visualizer.recording.write.record_log.MOST_BYTES", 600)
    monkeypatch.setattr("visualizer.recording.write.record_log._OBJECT_WEIGHT", 1)
    monkeypatch.setattr("visualizer.recording.write.record_log._LEAST", 0)


@pytest.mark.usefixtures("tiny")
@given(st.integers(0, 2**32), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_any_step_is_found_where_chunks_end_within_steps(
    opened: Open, tmp_path: Path, seed: int, in_parts: bool
) -> None:
    run = random_run(seed, in_parts=in_parts)
    # Each example has its own name: on Windows no file replaces one that is still open.
    path = tmp_path / f"run{next(NUMBERS)}.memtrace"
    write(path, *run.records)
    recording = opened(path)
    recording.check()
    cursor = recording.cursor()
    for step in JUMPS:
        assert cursor.seek(step) == run.states[step]
        assert recording.cursor().seek(step) == run.states[step]


def test_a_step_that_is_not_whole_is_no_step(opened: Open, tmp_path: Path) -> None:
    script, path = Script(), tmp_path / "half.memtrace"
    whole = script.step()
    script.begin()
    script.new()
    write(path, whole, script.part(), end=End(EndReason.KILLED, "killed", -9))
    recording = opened(path)
    recording.check()
    assert recording.steps == 1


def test_a_step_that_was_given_up_leaves_nothing_behind(opened: Open, tmp_path: Path) -> None:
    script, path = Script(), tmp_path / "given-up.memtrace"
    script.begin()
    script.push(1, "<module>")
    old = script.new()
    script.set_locals(0, (("x", old.serial),))
    first = script.end()
    script.begin()
    lost = script.new(Sequence((old.serial, 99), 2))  # the missing object would have come next
    given_up = script.part()
    script.begin()
    script.send(wire.RESET)
    write(path, first, given_up, script.end())
    recording = opened(path)
    recording.check()
    cursor = recording.cursor()
    state = cursor.seek(2)
    assert (state.heap, state.stacks) == ({}, {})
    assert state.step is not None
    assert state.step.freed == (old.serial, lost.serial)
    assert list(cursor.seek(1).heap) == [old.serial]
    assert recording.lives.life(old.serial).died == 2


@pytest.mark.parametrize(
    ("records", "fault"),
    [
        ([[wire.ON, wire.COUNT, 1, 1]], "operation"),
        ([[*STEP, wire.VALUE, 5, wire.MORE], [wire.ON]], "not known"),
        ([[*STEP, wire.MORE, wire.MORE]], "behind its end"),
        ([[*STEP, wire.MORE], STEP], "not whole"),
        ([[*STEP, wire.MORE], [wire.COUNT, 1, 1]], "operation"),
    ],
)
def test_parts_that_do_not_follow_each_other_are_refused(
    records: list[list[int]], fault: str
) -> None:
    follower = Following()
    follower.follow(wire.pack([wire.TEXT, 1], [b"x"]))
    *before, last = [wire.pack(record, []) for record in records]
    for record in before:
        follower.follow(record)
    with pytest.raises(Fault, match=fault):
        follower.follow(last)


@pytest.mark.parametrize("make", [PlainFollower, new_follower])
def test_a_chunk_that_begins_within_a_step_knows_the_objects_that_the_step_has_made(
    make: type[PlainFollower],
) -> None:
    script, following = Script(), Following(make)
    script.begin()
    script.new()
    last = script.new().serial
    following.follow(script.part())
    following.follower.begin_chunk()
    script.new()
    following.follow(script.end())
    *_, highest = following.follower.chunk_facts()
    assert highest == last


def test_a_referred_object_that_never_came_is_a_fault() -> None:
    script = Script()
    script.begin()
    script.new(Sequence((7,), 1))
    follower = Following()
    follower.follow(script.part())
    with pytest.raises(Fault, match="object 7 is referred to but not known"):
        follower.follow(script.end())


def test_freed_objects_must_not_be_referred_to_when_the_step_is_whole() -> None:
    script = Script()
    script.begin()
    script.push(1, "<module>")
    old = script.new()
    script.set_locals(0, (("x", old.serial),))
    follower = Following()
    follower.follow(script.end())
    script.begin()
    script.free(old.serial)
    follower.follow(script.part())
    with pytest.raises(Fault, match="while something referred to it"):
        follower.follow(script.end())


def test_a_large_step_is_kept_in_chunks_of_bounded_length(opened: Open, tmp_path: Path) -> None:
    script, path = Script(), tmp_path / "large.memtrace"
    writer = Writer(path, "prog.py")
    script.begin()
    for _ in range(60):
        for _ in range(200):
            script.new()
        writer.add(script.part())
    writer.add(script.end())
    writer.add(script.step())
    writer.finish(FINISHED)
    recording = opened(path)
    recording.check()
    assert recording.steps == 2
    assert len(recording.cursor().seek(1).heap) == 12_000
    with closing(sqlite3.connect(path)) as connection:
        sizes = [size for (size,) in connection.execute("SELECT size FROM chunk")]
    assert max(sizes) < 2 * MOST_BYTES < sum(sizes)
