"""The run profile agrees with a walk over all steps."""

import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.recorder.runs import record, write_program
from tests.recording.conftest import Open
from tests.recording.files import FINISHED, long_script, write
from tests.recording.random_runs import random_run
from visualizer.model import DamagedRecording, State
from visualizer.recording import Recording, Writer


def told(recording: Recording) -> list[tuple[int, int]]:
    """Return the live objects and bytes of each step."""
    profile = recording.run_profile
    profile.refresh()
    at = [bisect_right(profile.steps, step) - 1 for step in range(1, recording.steps + 1)]
    return [(profile.live[place], profile.bytes[place]) for place in at]


def walked(states: Sequence[State]) -> list[tuple[int, int]]:
    return [(len(state.heap), sum(one.size for one in state.heap.values())) for state in states[1:]]


@pytest.mark.parametrize("seed", range(5))
def test_the_number_of_living_objects_is_that_of_every_step(
    seed: int, opened: Open, tmp_path: Path
) -> None:
    run = random_run(seed, 120)
    path = tmp_path / "x.memtrace"
    write(path, *run.records)
    assert told(opened(path)) == walked(run.states)


def test_it_is_read_on_while_the_recording_grows(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    records, states = long_script(1300)
    writer = Writer(path, "prog.py")
    recording = opened(path)
    assert told(recording) == []
    for number, one in enumerate(records, 1):
        writer.add(one)
        if number % 150 == 0:
            writer.flush()
            recording.refresh()
            assert told(recording) == walked(states[: number + 1])
    writer.finish(FINISHED)
    recording.refresh()
    assert told(recording) == walked(states)


def test_a_long_run_of_alike_steps_takes_one_entry_a_chunk(opened: Open, tmp_path: Path) -> None:
    program = write_program(tmp_path, "x = 1\nfor _ in (None,) * 3000:\n    x = 1\n")
    recording = opened(record(program).path)
    recording.run_profile.refresh()
    assert recording.steps > 6000
    assert len(recording.run_profile.steps) < recording.steps / 100


CALLS = """
def f(n):
    return n and f(n - 1)
def g():
    yield 1
f(1); f(0)
for _ in g():
    pass
"""


def test_every_call_is_listed_from_its_first_step_to_its_last(opened: Open, tmp_path: Path) -> None:
    run = record(write_program(tmp_path, CALLS))
    recording = opened(run.path)
    recording.run_profile.refresh()
    calls = recording.run_profile.calls
    assert [(call.function, call.depth) for call in calls] == [
        ("<module>", 1),
        *(("f", 2), ("f", 3), ("f", 2)),
        *(("g", 2), ("g", 2)),
    ]
    cursor = recording.cursor()
    for call in calls:
        first, last = cursor.delta(call.first).step, call.last or recording.steps
        assert first.function == call.function
        depths = {len(cursor.seek(step).frames) for step in range(call.first, last + 1)}
        assert min(depths) == call.depth
    assert [call.last for call in calls].count(None) == 1


def test_at_an_uncaught_end_only_the_module_is_left(opened: Open, tmp_path: Path) -> None:
    program = "def f():\n    1 / 0\ndef g():\n    f()\ng()\n"
    recording = opened(record(write_program(tmp_path, program)).path)
    recording.run_profile.refresh()
    calls = recording.run_profile.calls
    assert [(call.function, call.depth) for call in calls] == [("<module>", 1), ("g", 2), ("f", 3)]
    assert calls[0].last is None
    assert all(call.last is not None and call.last < recording.steps for call in calls[1:])


def test_each_thread_has_its_own_calls(opened: Open, tmp_path: Path) -> None:
    program = """
        from threading import Thread
        def work():
            a = 1
            return a
        t = Thread(target=work); t.start(); t.join()
        work()
    """
    recording = opened(record(write_program(tmp_path, program)).path)
    recording.run_profile.refresh()
    found = [(call.function, call.thread) for call in recording.run_profile.calls]
    assert sorted(found) == [("<module>", 1), ("work", 1), ("work", 2)]


def test_work_in_slices_has_the_same_result(opened: Open, tmp_path: Path) -> None:
    program = "def f(n):\n    return [n]\nfor i in range(800):\n    x = f(i)\n"
    path = record(write_program(tmp_path, program)).path
    whole, sliced = opened(path).run_profile, opened(path).run_profile
    assert whole.refresh()
    slices = 1
    while not sliced.refresh(0.0):
        slices += 1
    assert slices > 2
    assert list(sliced.calls) == list(whole.calls)
    for name in ("steps", "live", "bytes"):
        assert getattr(sliced, name) == getattr(whole, name)


@pytest.mark.parametrize(
    ("profile", "fault"),
    [("zeroblob(9)", "the checksum of chunk 1 is wrong"), ("x''", "the checksum")],
)
def test_a_damaged_run_profile_is_reported(
    profile: str, fault: str, opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "x.memtrace"
    write(path, *random_run(1, 12).records)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE chunk SET course={profile}")
        connection.commit()
    recording = opened(path)
    with pytest.raises(DamagedRecording, match=fault):
        recording.run_profile.refresh()
    with pytest.raises(DamagedRecording, match=fault):
        recording.check()
