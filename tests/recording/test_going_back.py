"""Going back step by step: few restarts, few decoded steps at a time, and correct states."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.recording.conftest import Open
from tests.recording.files import long_script, write
from visualizer.model import DamagedRecording, State
from visualizer.recording import Cursor
from visualizer.recording.read.chunk_reader import ChunkReader
from visualizer.recording.read.decoder import Decoder
from visualizer.recording.read.recording_file import RecordingFile

STEPS = 12_000


@pytest.fixture(scope="module")
def long_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[State]]:
    """A recording of many chunks, and its states."""
    path = tmp_path_factory.mktemp("long") / "long.memtrace"
    records, states = long_script(STEPS)
    write(path, *records)
    return path, states


class Counted:
    """Counts the calls of a method."""

    def __init__(self, patch: pytest.MonkeyPatch, cls: type, name: str) -> None:
        self.calls = 0
        method: Callable[..., object] = getattr(cls, name)

        def called(*arguments: object) -> object:
            self.calls += 1
            return method(*arguments)

        patch.setattr(cls, name, called)


def test_a_jump_reads_the_file_in_two_transactions(
    opened: Open, long_run: tuple[Path, list[State]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, states = long_run
    cursor = opened(path).cursor()
    cursor.seek(1)
    transactions = Counted(monkeypatch, RecordingFile, "_finish")
    for step in (STEPS // 2, STEPS - 1, STEPS // 3):
        before = transactions.calls
        assert cursor.seek(step) == states[step]
        assert transactions.calls - before <= 2


def test_a_long_way_back_begins_anew_a_few_times(
    opened: Open, long_run: tuple[Path, list[State]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, states = long_run
    cursor = opened(path).cursor()
    cursor.seek(STEPS)
    begun, decoded = (
        Counted(monkeypatch, ChunkReader, "_restart"),
        Counted(monkeypatch, Decoder, "delta"),
    )
    most = 0
    for step in range(STEPS - 1, -1, -1):
        before = decoded.calls
        assert cursor.seek(step) == states[step]
        most = max(most, decoded.calls - before)
    # A restart for each block would be 188.
    assert begun.calls <= 188 // 8
    assert decoded.calls <= STEPS
    assert most <= 16 * 48


def test_a_reader_that_turns_back_at_once_has_read_little_ahead(
    opened: Open, long_run: tuple[Path, list[State]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, states = long_run
    cursor = opened(path).cursor()
    decoded = Counted(monkeypatch, Decoder, "delta")
    for turn in range(9000, 3000, -1000):
        cursor.seek(turn)
        for step in (*range(turn, turn - 100, -1), *range(turn - 100, turn + 1)):
            assert cursor.seek(step) == states[step]
    assert decoded.calls <= 6 * (64 + 4 * 64 + 8 * 64 + 64)


def test_dropped_parts_are_read_again(
    opened: Open, long_run: tuple[Path, list[State]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.recording.read.blocks._KEPT", 60_000)
    path, states = long_run
    cursor = opened(path).cursor()
    for step in (*range(2000), *range(2000, 0, -1), *range(7000, 4000, -1), *range(4000, 4500)):
        assert cursor.seek(step) == states[step]


def test_damage_that_is_read_ahead_is_reported_at_its_step(
    opened: Open, long_run: tuple[Path, list[State]], tmp_path: Path
) -> None:
    path, states = long_run
    damaged = tmp_path / "damaged.memtrace"
    damaged.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(damaged)) as connection:
        connection.execute("DELETE FROM keyframe WHERE step > 9000 AND step < 11000")
        connection.execute("UPDATE chunk SET data=zeroblob(9) WHERE first < 8000 AND first > 7000")
        connection.commit()
        found = connection.execute("SELECT max(first + steps) FROM chunk WHERE first < 8000")
        (whole,) = found.fetchone()
        found = connection.execute("SELECT min(step) FROM keyframe WHERE step > 7900")
        (keyframe,) = found.fetchone()
    cursor = opened(damaged).cursor()
    # Between the damage and the next keyframe no step is readable.
    last = max(whole, keyframe + 1)
    for step in range(11_500, last, -1):
        assert cursor.seek(step) == states[step]
    with pytest.raises(DamagedRecording):
        _walk(cursor, range(last, 6900, -1))


def _walk(cursor: Cursor, steps: range) -> None:
    for step in steps:
        cursor.seek(step)
