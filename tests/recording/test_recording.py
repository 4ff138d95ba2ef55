"""Reading: any step, forwards and backwards, finished or still growing."""

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.recording.conftest import Open
from tests.recording.files import FINISHED, everything, long_script, write
from tests.recording.hardship import without_permission
from tests.recording.script import Script
from tests.systems import needs_devices
from visualizer.model import CannotRun, DamagedRecording, Event, NotKept, State, apply, revert
from visualizer.recorder import wire
from visualizer.recording import Recording, Writer, is_growing
from visualizer.recording.storage import connect
from visualizer.recording.write import written_file

LONG = 3500


@pytest.fixture(scope="module")
def long_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[State]]:
    """A recording of several chunks and keyframes, and its states."""
    path = tmp_path_factory.mktemp("long") / "long.memtrace"
    records, states = long_script(LONG)
    write(path, *records)
    connection = sqlite3.connect(path)
    (chunks,) = connection.execute("SELECT count(*) FROM chunk").fetchone()
    (keyframes,) = connection.execute("SELECT count(*) FROM keyframe").fetchone()
    connection.close()
    assert chunks >= 4
    assert 1 <= keyframes < chunks
    return path, states


@given(st.lists(st.integers(0, LONG), min_size=1, max_size=8))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_step_can_be_gone_to(
    opened: Open, long_run: tuple[Path, list[State]], steps: list[int]
) -> None:
    path, states = long_run
    recording = opened(path)
    cursor = recording.cursor()
    for step in steps:
        assert cursor.seek(step) == states[step]
        assert cursor.step == step


def test_it_can_be_walked_to_the_end_and_back(
    opened: Open, long_run: tuple[Path, list[State]]
) -> None:
    path, states = long_run
    recording = opened(path)
    cursor = recording.cursor()
    state = cursor.state
    for step in (*range(LONG + 1), *range(LONG, -1, -1)):
        assert cursor.seek(step) == states[step]
    # The cursor changes its state object in place.
    assert state is cursor.state


def test_a_delta_has_the_changes_of_its_step(
    opened: Open, long_run: tuple[Path, list[State]]
) -> None:
    path, states = long_run
    recording = opened(path)
    cursor = recording.cursor()
    other = recording.cursor()
    cursor.seek(10)
    for step in random.Random(1).sample(range(1, LONG + 1), 12):
        delta = cursor.delta(step)
        assert cursor.step == 10
        state = other.seek(step - 1)
        apply(state, delta)
        assert state == states[step]
        revert(state, delta)
        assert state == states[step - 1]


@pytest.mark.parametrize("step", [-1, LONG + 1])
def test_there_are_no_other_steps(
    opened: Open, long_run: tuple[Path, list[State]], step: int
) -> None:
    recording = opened(long_run[0])
    with pytest.raises(ValueError, match="is not within"):
        recording.cursor().seek(step)
    with pytest.raises(ValueError, match="is not within"):
        recording.cursor().delta(step)
    with pytest.raises(ValueError, match="is not within"):
        recording.cursor().delta(0)


def test_without_its_keyframes_a_recording_is_only_slower(
    opened: Open, long_run: tuple[Path, list[State]], tmp_path: Path
) -> None:
    path = tmp_path / "x.memtrace"
    shutil.copyfile(long_run[0], path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE keyframe SET data=x'00'")
    connection.commit()
    connection.close()
    recording = opened(path)
    assert recording.cursor().seek(LONG) == long_run[1][LONG]
    with pytest.raises(DamagedRecording, match="checksum of keyframe"):
        recording.check()


def test_events_are_found_without_decoding(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    script = Script()
    events = [Event.LINE, Event.CALL, Event.LINE, Event.EXCEPTION, Event.RETURN, Event.CALL]
    records = [script.step(event, out=step // 3) for step, event in enumerate(events)]
    script.begin(Event.FINISH)
    script.send(wire.COLLECTION, 2, 0)
    write(path, *records, script.end())
    recording = opened(path)
    assert recording.steps_with(Event.CALL) == [2, 6]
    assert recording.steps_with(Event.RETURN, Event.EXCEPTION) == [4, 5]
    assert recording.steps_with(Event.YIELD) == []
    assert recording.steps_with() == []
    assert recording.index.with_output() == [4]
    assert recording.index.with_collections() == [7]


def test_a_reader_follows_a_recording_that_grows(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    records, states = long_script(1400)
    writer = Writer(path, "prog.py")
    writer.source("prog.py", "x = 1\n")
    recording = opened(path)
    cursor = recording.cursor()
    assert (recording.steps, recording.end, recording.damage) == (0, None, None)
    assert not recording.refresh()
    for number, record in enumerate(records, 1):
        writer.add(record)
        if number % 200 == 0:
            assert not recording.refresh()
            writer.output("stdout", b"more")
            writer.flush()
            assert recording.refresh()
            assert recording.steps == number
            assert cursor.seek(number) == states[number]
            assert cursor.delta(number).step.number == number
            recording.check()
    assert cursor.seek(5) == states[5]
    writer.finish(FINISHED)
    assert recording.refresh()
    assert recording.end == FINISHED
    assert recording.steps == len(records)
    assert recording.steps_with(Event.LINE) == list(range(1, 1401))
    assert cursor.seek(1400) == states[1400]
    assert recording.output("stdout") == b"more" * 7
    assert not recording.refresh()
    recording.check()
    # The reader has not stopped the writer from removing its log.
    assert [file.name for file in tmp_path.iterdir()] == ["x.memtrace"]


FOLLOWER = """
import sys
from pathlib import Path
from visualizer.recording import Recording

recording = Recording.open(Path(sys.argv[1]))
cursor = recording.cursor()
print("open", flush=True)
while recording.end is None:
    recording.refresh()
    cursor.seek(recording.steps)
print(recording.steps, recording.end.reason.value, recording.damage)
"""


def test_a_reader_in_another_process_follows_it_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    records, _ = long_script(2000)
    writer = Writer(path, "prog.py")
    with subprocess.Popen(
        [sys.executable, "-c", FOLLOWER, str(path)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as follower:
        assert follower.stdout is not None
        assert follower.stdout.readline() == "open\n"
        for number, record in enumerate(records):
            writer.add(record)
            if number % 50 == 0:
                writer.flush()
        writer.finish(FINISHED)
        assert follower.stdout.read() == "2000 finished None\n"
    assert [file.name for file in tmp_path.iterdir()] == ["x.memtrace"]


def test_a_log_that_a_reader_began_as_the_last_one_went_goes_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "x.memtrace"

    class Met:
        """The writer's connection, with a reader that appears when the writer leaves log mode."""

        def __init__(self, real: sqlite3.Connection) -> None:
            self._real, self.is_met = real, False

        def __getattr__(self, name: str) -> object:
            return getattr(self._real, name)

        def execute(self, statement: str, values: tuple[Any, ...] = ()) -> sqlite3.Cursor:
            found = self._real.execute(statement, values)
            if statement == "PRAGMA journal_mode=DELETE" and not self.is_met:
                self.is_met = True
                path.with_name("x.memtrace-wal").touch()
                path.with_name("x.memtrace-shm").write_bytes(bytes(32768))
            return found

    monkeypatch.setattr(written_file, "connect", lambda *asked: Met(connect(*asked)))
    records, states = long_script(10)
    write(path, *records)
    assert [file.name for file in tmp_path.iterdir()] == ["x.memtrace"]
    with closing(Recording.open(path)) as recording:
        assert recording.cursor().seek(10) == states[10]


RECORDER = """
import sys
from pathlib import Path
from tests.recording.hardship import without_permission
from tests.recording.script import Script
from visualizer.recording import Writer

writer = Writer(Path(sys.argv[1]), "prog.py")
writer.add(Script().step())
writer.flush()
print("open", flush=True)
sys.stdin.read()
"""


def test_a_recording_that_another_process_writes_is_not_replaced(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "x.memtrace"
    with subprocess.Popen(
        [sys.executable, "-c", RECORDER, str(path)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        assert is_growing(path)
        with pytest.raises(NotKept, match="is being recorded right now"):
            Writer(path, "prog.py")
        recording = opened(path)
        assert (recording.steps, recording.end) == (1, None)
        process.kill()
    assert recording.refresh()
    assert recording.end is not None
    assert not is_growing(path)
    write(path, Script().step())


def test_bookmarks_are_kept_in_the_file(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    script = Script()
    write(path, *(script.step() for _ in range(5)))
    recording = opened(path)
    recording.set_bookmark(4, "여기 \ud800")
    recording.set_bookmark(2, "first")
    recording.set_bookmark(3, "gone")
    recording.set_bookmark(3, None)
    recording.set_bookmark(2, "again")
    assert recording.bookmarks == ((2, "again"), (4, "여기 \ud800"))
    recording.check()
    assert opened(path).bookmarks == ((2, "again"), (4, "여기 \ud800"))
    assert [file.name for file in tmp_path.iterdir()] == ["x.memtrace"]


def test_a_bookmark_can_be_set_while_the_recording_grows(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    script = Script()
    writer = Writer(path, "prog.py")
    writer.add(script.step())
    writer.flush()
    recording = opened(path)
    recording.set_bookmark(1, "here")
    writer.add(script.step())
    writer.finish(FINISHED)
    assert recording.refresh()
    assert everything(path)[4] == recording.bookmarks == ((1, "here"),)


def test_a_recording_in_a_read_only_folder_can_be_read(opened: Open, public_folder: Path) -> None:
    """In log mode SQLite writes files next to the recording, even to read it."""
    path = public_folder / "x.memtrace"
    write(path, Script().step())
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    with without_permission(public_folder):
        recording = opened(path)
        recording.check()
        assert recording.steps == 1
        with pytest.raises(NotKept, match="no permission to write there"):
            recording.set_bookmark(1, "here")


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("missing", CannotRun, "no such file; check the path"),
        ("folder", CannotRun, "is a directory; choose a file"),
        pytest.param(
            "/dev/null",
            CannotRun,
            "is not a regular file; choose another file",
            marks=needs_devices,
        ),
        ("empty", DamagedRecording, "is empty, not a recording; choose a .memtrace file"),
        ("text", DamagedRecording, "not a recording; choose a .memtrace file"),
        ("foreign", DamagedRecording, "not a recording; choose a .memtrace file"),
    ],
)
def test_a_file_that_is_no_recording_is_reported(
    opened: Open, tmp_path: Path, name: str, error: type[Exception], message: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    (tmp_path / "text").write_text("no recording\n" * 1000)
    connection = sqlite3.connect(tmp_path / "foreign")
    connection.execute("CREATE TABLE chunk (id INTEGER)")
    connection.close()
    path = tmp_path / name
    with pytest.raises(error) as caught:
        opened(path)
    assert str(caught.value) == f"{path}: {message}"
