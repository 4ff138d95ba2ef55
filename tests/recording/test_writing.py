"""The written data is in the file, in a single file, under all conditions."""

import itertools
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.recording.conftest import Open
from tests.recording.files import FINISHED, everything, long_script, write
from tests.recording.hardship import room_for, without_permission
from tests.recording.random_runs import random_run
from tests.recording.script import Script
from tests.systems import (
    ON_WINDOWS,
    make_no_file,
    needs_any_name,
    needs_links,
    needs_named_pipes,
    needs_resource_limits,
)
from visualizer.model import DamagedRecording, End, EndReason, Event, NotKept, Scalar, State
from visualizer.recorder import wire
from visualizer.recording import Writer
from visualizer.recording.write.record_log import RecordLog

NUMBERS = itertools.count()


@given(st.integers(0, 2**32), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_a_run_is_read_as_it_was_written(
    opened: Open, tmp_path: Path, seed: int, in_parts: bool
) -> None:
    run = random_run(seed, in_parts=in_parts)
    # Each example has its own name: on Windows no file replaces one that is still open.
    path = tmp_path / f"run{next(NUMBERS)}.memtrace"
    write(path, *run.records)
    recording = opened(path)
    cursor = recording.cursor()
    for step, state in enumerate(run.states):
        assert cursor.seek(step) == state
    recording.check()
    assert recording.header.python == "3.13.0"
    assert recording.header.recorder == "python"
    assert recording.end == FINISHED
    assert recording.thread_names == run.states[-1].thread_names
    assert recording.peak_heap_bytes == max(
        sum(one.size for one in state.heap.values()) for state in run.states
    )


@pytest.mark.parametrize(
    "name",
    [
        *("한글 이름.memtrace", "a b.memtrace", "a%20b#c&mode=rw.memtrace", "'.memtrace"),
        pytest.param("a%20b?c#d&mode=rw.memtrace", marks=needs_any_name),
        pytest.param("'\"\\.memtrace", marks=needs_any_name),
    ],
)
def test_any_path_will_do(opened: Open, tmp_path: Path, name: str) -> None:
    path = tmp_path / "폴더 dir" / name
    path.parent.mkdir()
    write(path, Script().step())
    recording = opened(path)
    recording.check()
    assert [file.name for file in path.parent.iterdir()] == [name]


@needs_any_name
def test_a_path_that_is_no_utf_8_will_do(opened: Open, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.memtrace"))
    write(path, Script().step())
    assert opened(path).steps == 1


def test_a_relative_path_is_that_of_the_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    writer = Writer(Path("x.memtrace"), "prog.py")
    monkeypatch.chdir("/")
    writer.add(Script().step())
    writer.finish(FINISHED)
    assert [file.name for file in tmp_path.iterdir()] == ["x.memtrace"]


def test_input_is_kept_with_its_place(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    writer = Writer(path, "prog.py")
    writer.output("stdout", b"Name? ")
    writer.output("stdin", "지우\n".encode())
    writer.output("stdout", b"Hello\n")
    writer.output("stdin", b"\xff\n")
    writer.finish(FINISHED)
    recording = opened(path)
    recording.check()
    assert recording.typed == ((0, 6, "지우"), (0, 12, "\udcff"))


def test_output_is_kept_byte_for_byte(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    writer = Writer(path, "prog.py")
    data = bytes(range(256)) * 2000
    for start in range(0, len(data), 777):
        writer.output("stdout", data[start : start + 777])
        writer.output("stderr", b"!")
        if start % 2331 == 0:
            writer.flush()
    writer.output("stdin", b"answer\n")
    writer.finish(FINISHED)
    recording = opened(path)
    recording.check()
    assert recording.output("stdout") == data
    assert recording.output("stderr") == b"!" * len(range(0, len(data), 777))
    assert recording.output("stdin") == b"answer\n"
    for start, end in ((0, 10), (65_530, 65_540), (511_990, 600_000), (5, 5), (9, 3)):
        assert recording.output("stdout", start, end) == data[start:end]


def test_names_keep_surrogates_that_stand_beside_each_other(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    script = Script()
    writer = Writer(path, "prog.py")
    script.begin()
    script.new(type="\ud800\udfff")
    writer.add(script.end())
    writer.finish(FINISHED)
    recording = opened(path)
    recording.check()
    assert recording.cursor().seek(1).heap[1].type == "\ud800\udfff"


def test_modules_bring_their_own_text(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    script = Script()
    writer = Writer(path, "prog.py")
    writer.source("prog.py", "import other\n")
    text = "# \ud55c\ud800\n".encode("utf-8", "surrogatepass")
    name = [wire.TEXT, len(b"other.py"), wire.SOURCE, 0, len(text)]
    writer.add(wire.pack(name, [b"other.py", text]))
    script.names.number("other.py")
    script.names.pending.clear()
    writer.add(script.step())
    writer.finish(FINISHED)
    recording = opened(path)
    assert recording.sources == {"prog.py": "import other\n", "other.py": "# \ud55c\ud800\n"}
    assert list(recording.sources) == ["prog.py", "other.py"]
    recording.check()


def test_a_false_record_is_refused_and_the_ones_before_it_are_kept(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "x.memtrace"
    script = Script()
    writer = Writer(path, "prog.py")
    writer.add(script.step())
    script.begin()
    script.send(wire.THREAD, 2, script.names.number("a name that is new"))
    script.send(wire.COUNT, 5, 1)
    with pytest.raises(DamagedRecording, match="step 2: object 5 is not known"):
        writer.add(script.end())
    assert writer.add(script.step()) == 0
    writer.finish(End(EndReason.RECORDER_FAILED, "it lied"))
    recording = opened(path)
    recording.check()
    assert recording.steps == 1
    assert recording.end == End(EndReason.RECORDER_FAILED, "it lied")


def test_the_writer_knows_how_far_it_is(tmp_path: Path) -> None:
    script = Script()
    writer = Writer(tmp_path / "x.memtrace", "prog.py")
    assert (writer.steps, writer.last_event, writer.peak_heap_bytes) == (0, None, 0)
    script.begin(Event.CALL)
    script.new(size=100)
    script.new(size=50)
    writer.add(script.end())
    script.begin(Event.FINISH)
    script.free(1)
    writer.add(script.end())
    assert (writer.steps, writer.last_event, writer.ended) == (2, Event.FINISH, Event.FINISH)
    assert writer.peak_heap_bytes == 150
    before = writer.bytes_written
    writer.output("stdout", os.urandom(1 << 20))
    writer.flush()
    assert writer.bytes_written - before >= 1 << 20
    writer.finish(FINISHED)


def test_a_slow_run_with_many_commits_has_few_chunks(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    records, _ = long_script(500)
    writer = Writer(path, "prog.py")
    for record in records:
        writer.add(record)
        writer.output("stdout", b".")
        writer.flush()
    writer.finish(FINISHED)
    connection = sqlite3.connect(path)
    (chunks,) = connection.execute("SELECT count(*) FROM chunk").fetchone()
    (pieces,) = connection.execute("SELECT count(*) FROM output").fetchone()
    connection.close()
    assert (chunks, pieces) == (1, 1)
    assert opened(path).steps == 500


def test_a_file_is_replaced_and_its_log_with_it(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    for beside in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{beside}").write_bytes(b"what was there")
    write(path, Script().step())
    assert [file.name for file in tmp_path.iterdir()] == ["x.memtrace"]
    assert opened(path).steps == 1


def test_a_reader_of_the_old_file_keeps_it(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    records, states = long_script(30)
    write(path, *records)
    old = opened(path)
    if ON_WINDOWS:  # Windows replaces no file that a program has open
        with pytest.raises(NotKept, match="is open in a program; close it there, or choose"):
            Writer(path, "prog.py")
        assert [file.name for file in tmp_path.iterdir()] == ["x.memtrace"]
    else:
        write(path, Script().step())
        assert opened(path).steps == 1
    assert old.cursor().seek(30) == states[30]


def test_the_error_of_windows_for_a_file_in_use_is_reported(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.memtrace"
    write(path, Script().step())

    def refuse(*_: object) -> None:
        error = PermissionError(13, "Access is denied")
        error.winerror = 5  # type: ignore[attr-defined,unused-ignore]
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(NotKept, match="is open in a program"):
            Writer(path, "prog.py")
    assert [file.name for file in tmp_path.iterdir()] == ["x.memtrace"]
    assert opened(path).steps == 1


@needs_links
def test_through_a_link_the_file_is_replaced(opened: Open, tmp_path: Path) -> None:
    target = tmp_path / "there" / "x.memtrace"
    target.parent.mkdir()
    link = tmp_path / "x.memtrace"
    link.symlink_to(target)
    write(link, Script().step())
    assert link.is_symlink()
    assert opened(target).steps == 1


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("", "is a directory"),
        ("missing/x.memtrace", "its directory does not exist"),
        pytest.param("pipe", "is not a regular file", marks=needs_named_pipes),
    ],
)
def test_an_impossible_path_is_reported(tmp_path: Path, place: str, fault: str) -> None:
    make_no_file(tmp_path / "pipe")
    with pytest.raises(NotKept, match=fault) as caught:
        Writer(tmp_path / place, "prog.py")
    assert str(tmp_path) in str(caught.value)
    assert [file.name for file in tmp_path.iterdir()] == ["pipe"]


def test_without_permission_the_old_file_stays(public_folder: Path) -> None:
    path = public_folder / "x.memtrace"
    path.write_bytes(b"what was there")
    path.chmod(0o666)
    with without_permission(public_folder), pytest.raises(NotKept, match="no permission to write"):
        Writer(path, "prog.py")
    assert path.read_bytes() == b"what was there"


def test_neither_a_read_only_file_nor_one_in_a_closed_folder_is_replaced(
    public_folder: Path,
) -> None:
    path, closed = public_folder / "x.memtrace", public_folder / "closed"
    path.write_bytes(b"what was there")
    path.chmod(0o444)
    closed.mkdir(mode=0)
    try:
        with without_permission(public_folder):
            with pytest.raises(NotKept, match="no permission to replace it"):
                Writer(path, "prog.py")
            with pytest.raises(NotKept, match="no permission to write there"):
                Writer(closed / "x.memtrace", "prog.py")
    finally:
        closed.chmod(0o755)
    assert path.read_bytes() == b"what was there"


@needs_resource_limits
def test_without_further_room_the_committed_part_is_kept(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "x.memtrace"
    records, states = long_script(300)
    writer = Writer(path, "prog.py")
    for record in records[:200]:
        writer.add(record)
    writer.flush()
    with room_for(400_000):
        for record in records[200:]:
            writer.add(record)
        writer.output("stdout", os.urandom(1 << 20))
        for _ in range(2):
            with pytest.raises(NotKept, match="cannot be written"):
                writer.flush()
        writer.finish(End(EndReason.DISK_FULL, "full", -9))
    recording = opened(path)
    recording.check()
    assert recording.steps == 200
    assert recording.cursor().seek(200) == states[200]
    assert recording.end == End(EndReason.DISK_FULL, "full", -9)


@needs_resource_limits
def test_on_a_disk_with_little_room_the_steps_that_have_room_are_kept(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, room = tmp_path / "x.memtrace", 400_000

    def usage(folder: Path) -> SimpleNamespace:
        used = max(one.stat().st_size for one in folder.iterdir())
        return SimpleNamespace(total=room, free=room - used)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    writer = Writer(path, "prog.py")
    script = Script()
    with room_for(room), suppress(NotKept):
        for _ in range(3_000):
            script.begin()
            script.new(Scalar(os.urandom(200).hex()))
            writer.add(script.end())
        writer.flush()
    writer.finish(End(EndReason.DISK_FULL, "full", -9))
    recording = opened(path)
    recording.check()
    assert recording.steps > 300


@needs_resource_limits
def test_without_room_for_an_empty_recording_the_old_file_stays(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "x.memtrace"
    write(path, Script().step())
    with room_for(10_000), pytest.raises(NotKept):
        Writer(path, "prog.py")
    assert [file.name for file in tmp_path.iterdir()] == ["x.memtrace"]
    recording = opened(path)
    recording.check()
    assert recording.steps == 1


def test_an_abandoned_recording_leaves_nothing(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "x.memtrace", "prog.py")
    writer.add(Script().step())
    writer.flush()
    writer.abandon()
    assert not list(tmp_path.iterdir())


KILLED = """
import sys
from pathlib import Path
from tests.recording.files import long_script
from visualizer.recording import Writer
from visualizer.recording.write.record_log import RecordLog

records, _ = long_script(1500)
writer = Writer(Path(sys.argv[1]), "prog.py")
for number, record in enumerate(records):
    writer.add(record)
    writer.output("stdout", b"x")
    if number % 70 == 0:
        writer.flush()
        print(number + 1, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("at", [1, 71, 1051, 1401])
def test_a_kill_takes_nothing_that_was_committed(opened: Open, tmp_path: Path, at: int) -> None:
    path = tmp_path / "x.memtrace"
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= at:
                process.kill()
                break
    assert process.returncode == (1 if ON_WINDOWS else -9)
    recording = opened(path)
    assert recording.damage is None
    assert recording.steps >= at
    recording.check()
    assert recording.end is not None
    assert recording.end.reason is EndReason.RECORDER_FAILED
    assert "killed" in recording.end.detail
    _, states = long_script(recording.steps)
    assert recording.cursor().seek(recording.steps) == states[-1]
    assert not recording.refresh()
    # A second reading finds the same.
    assert everything(path)[0] == states


@pytest.fixture
def short_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make chunks of 50 steps, and a keyframe before a chunk as soon as it takes no more room."""
    monkeypatch.setattr("visualizer.recording.write.record_log.MOST_STEPS", 50)
    monkeypatch.setattr("visualizer.recording.write.record_log._LEAST", 0.0)


def ended_with_a_chunk(path: Path) -> list[State]:
    """Write a run that ends in the first record of a chunk; return its states."""
    records, states = long_script(401)
    writer = Writer(path, "prog.py")
    for record in records[:400]:
        assert writer.add(record) == len(record)
    assert writer.add(records[400][:-8]) == 0
    writer.finish(FINISHED)
    return states[:401]


@pytest.mark.usefixtures("short_chunks")
def test_a_run_that_ends_where_a_chunk_does_has_no_keyframe_behind_it(
    opened: Open, tmp_path: Path
) -> None:
    states = ended_with_a_chunk(tmp_path / "ended.memtrace")
    recording = opened(tmp_path / "ended.memtrace")
    recording.check()
    assert len(recording.places) == 8
    assert len(recording.keyframes) > 0
    assert max(keyframe.chunk for keyframe in recording.keyframes) <= 8
    assert recording.cursor().seek(400) == states[400]


@pytest.mark.usefixtures("short_chunks")
def test_a_keyframe_before_a_chunk_that_never_came_is_no_damage(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = RecordLog._take_keyframe

    def put_at_once(log: RecordLog) -> None:
        take(log)
        assert log._keyframe is not None
        log._put("keyframe", log._keyframe)
        log._keyframe, log.keyframes = None, log.keyframes + 1

    monkeypatch.setattr(RecordLog, "_take_keyframe", put_at_once)
    states = ended_with_a_chunk(tmp_path / "ended.memtrace")
    recording = opened(tmp_path / "ended.memtrace")
    assert recording.keyframes[-1].chunk == len(recording.places) + 1
    recording.check()
    assert recording.cursor().seek(400) == states[400]
