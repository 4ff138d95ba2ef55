"""The index of changes includes every step at which an object changes, and few others."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.recording.conftest import Open
from tests.recording.files import FINISHED, long_script, write
from tests.recording.random_runs import random_run
from visualizer.model import DamagedRecording
from visualizer.recording import Recording, Writer


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make chunks short."""
    monkeypatch.setattr("visualizer.recording.write.record_log.MOST_STEPS", 7)


def changes(recording: Recording) -> dict[int, list[int]]:
    """Return the steps that change each object, by a walk over all."""
    cursor, found = recording.cursor(), dict[int, list[int]]()
    for step in range(1, recording.steps + 1):
        for change in cursor.delta(step).objects:
            found.setdefault(change.serial, []).append(step)
    return found


def stretches(recording: Recording, serial: int, step: int, direction: int) -> list[int]:
    found = recording.change_index.stretches(serial, step, direction)
    return [one for stretch in found if stretch is not None for one in stretch]


@pytest.mark.parametrize("seed", range(6))
def test_no_change_is_left_out(seed: int, opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    write(path, *random_run(seed, 90, in_parts=seed % 2 == 0).records)
    recording = opened(path)
    for serial, steps in changes(recording).items():
        for step in (0, 1, 40, recording.steps):
            forward = stretches(recording, serial, step, 1)
            assert forward == sorted(forward)
            assert {one for one in steps if one > step} <= set(forward)
            back = stretches(recording, serial, step, -1)
            assert back == sorted(back, reverse=True)
            assert {one for one in steps if one < step} <= set(back)
    recording.check()


def test_chunks_that_do_not_touch_an_object_are_passed_over(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    records, _ = long_script(700)
    write(path, *records)
    recording = opened(path)
    # The list that stays is made in the first step and never touched again.
    assert len(stretches(recording, 51, 0, 1)) <= 7
    looked = list(recording.change_index.stretches(51, 0, 1))
    assert len(looked) == 100
    assert looked.count(None) == 99


def test_a_recording_that_grows_is_looked_at_to_its_end(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    records, _ = long_script(60)
    writer = Writer(path, "prog.py")
    recording = opened(path)
    for number, record in enumerate(records):
        writer.add(record)
        if number % 4 == 0:
            writer.flush()
            recording.refresh()
            for serial, steps in changes(recording).items():
                assert set(steps) <= set(stretches(recording, serial, 0, 1))
    writer.finish(FINISHED)


def test_the_first_recordings_had_no_such_index(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    records, states = long_script(30)
    write(path, *records)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE touched")
        connection.commit()
    recording = opened(path)
    recording.check()
    assert recording.cursor().seek(30) == states[30]
    assert stretches(recording, 51, 0, 1) == [*range(1, 31)]


@pytest.mark.parametrize(
    "change",
    ["UPDATE touched SET data=x'00'", "UPDATE touched SET chunk=chunk+1000 WHERE chunk=1"],
)
def test_a_damaged_index_is_reported_or_not_needed(
    change: str, opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "x.memtrace"
    write(path, *long_script(30)[0])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
        connection.commit()
    recording = opened(path)
    if "chunk=1" in change:
        assert stretches(recording, 51, 0, 1)[0] == 1
    else:
        with pytest.raises(DamagedRecording, match="the checksum of touched 1 is wrong"):
            stretches(recording, 51, 0, 1)
        with pytest.raises(DamagedRecording, match="the checksum of touched 1 is wrong"):
            recording.check()
