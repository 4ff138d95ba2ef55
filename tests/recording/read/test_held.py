"""A recording in memory: later readings do not need its drive."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.recording.files import long_script, write
from visualizer.recording import Recording
from visualizer.recording.read import recording_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A recording of more than 3,000 steps."""
    path = tmp_path / "long.memtrace"
    write(path, *long_script(3000)[0])
    return path


def steps_of(recording: Recording) -> list[object]:
    cursor = recording.cursor()
    return [cursor.seek(step).step for step in range(1, recording.steps + 1, 7)]


def test_a_held_recording_is_read_without_its_file(path: Path) -> None:
    with closing(Recording.open(path)) as recording:
        expected = steps_of(recording)
    with closing(Recording.open(path).hold()) as recording:
        path.write_bytes(b"")
        assert steps_of(recording) == expected


def test_a_file_that_asks_for_a_log_is_held_too(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    with closing(Recording.open(path).hold()) as recording:
        path.write_bytes(b"")
        assert recording.cursor().seek(2000).step is not None


def test_its_bookmarks_are_written_to_the_file(path: Path) -> None:
    with closing(Recording.open(path).hold()) as recording:
        recording.set_bookmark(2, "here")
        moved = path.rename(path.with_name("moved.memtrace"))
        assert recording.cursor().seek(2000).step is not None
    with closing(Recording.open(moved)) as recording:
        assert recording.bookmarks == ((2, "here"),)


def test_a_large_file_stays_where_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording_file, "_MOST_HELD", 1000)
    with closing(Recording.open(path).hold()) as recording:
        assert recording.cursor().seek(2000).step is not None
        recording.set_bookmark(2, "here")
        assert recording.cursor().seek(2000).step is not None
