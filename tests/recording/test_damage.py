"""The reader trusts nothing in a file: it finds every damage, or the damage does no harm."""

import shutil
import sqlite3
import zlib
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.recording.conftest import Open
from tests.recording.files import FINISHED, everything, long_script, write
from tests.recording.random_runs import random_run
from visualizer.model import DamagedRecording, VisualizerError
from visualizer.recorder import wire
from visualizer.recording import Recording, Writer
from visualizer.recording.storage import inflate, pack_records, seal, unpack_records

in_one_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small recording with every kind of data."""
    path = tmp_path_factory.mktemp("whole") / "whole.memtrace"
    writer = Writer(path, "prog.py")
    writer.source("prog.py", "x = 1\n")
    for record in random_run(3, 12).records:
        writer.add(record)
    writer.output("stdout", b"hello " * 9)
    writer.finish(FINISHED)
    recording = Recording.open(path)
    recording.set_bookmark(3, "here")
    recording.close()
    return path


def checked(path: Path) -> tuple[object, ...]:
    """Check the file and read everything in it. Raises the check's error."""
    recording = Recording.open(path)
    try:
        recording.check()
    finally:
        recording.close()
    return everything(path)


@given(place=st.integers(0, 2**20), flip=st.integers(1, 255))
@in_one_folder
def test_a_changed_byte_is_found_or_does_no_harm(
    whole: Path, tmp_path: Path, place: int, flip: int
) -> None:
    data = bytearray(whole.read_bytes())
    data[place % len(data)] ^= flip
    path = tmp_path / "changed.memtrace"
    path.write_bytes(data)
    found: object = None
    message = f"{path}: "
    try:
        found = checked(path)
    except VisualizerError as error:
        message = str(error)
    assert found is None or found == everything(whole)
    assert message.startswith(f"{path}: ")
    assert len(message.splitlines()) == 1


@given(length=st.integers(1, 2**20))
@in_one_folder
def test_a_file_that_was_cut_off_is_damaged(whole: Path, tmp_path: Path, length: int) -> None:
    data = whole.read_bytes()
    path = tmp_path / "cut.memtrace"
    path.write_bytes(data[: length % len(data) or 1])
    with pytest.raises(DamagedRecording):
        checked(path)


def test_the_rest_of_a_cut_file_can_be_read(tmp_path: Path) -> None:
    records, states = long_script(4000)
    path = tmp_path / "cut.memtrace"
    write(path, *records)
    data = path.read_bytes()
    read = []
    for percent in (60, 70, 80, 90, 99):
        path.write_bytes(data[: len(data) * percent // 100])
        with closing(Recording.open(path)) as recording:
            assert recording.damage is not None
            missing = len(data) - path.stat().st_size
            assert f"bytes missing at its end: {missing};" in recording.damage
            assert recording.header.program == "prog.py"
            cursor, step = recording.cursor(), 0
            with suppress(DamagedRecording):
                for step in range(recording.steps + 1):
                    assert cursor.seek(step) == states[step]
            read.append(step)
    assert read[-1] > 3000
    assert sorted(read) == read


def test_before_a_damaged_chunk_everything_can_be_read(opened: Open, tmp_path: Path) -> None:
    records, states = long_script(2000)
    path = tmp_path / "x.memtrace"
    write(path, *records)
    change(path, "UPDATE chunk SET data=zeroblob(9) WHERE id=2")
    recording = opened(path)
    cursor = recording.cursor()
    with pytest.raises(DamagedRecording, match="the checksum of chunk 2 is wrong"):
        cursor.seek(600)
    for _ in range(2):
        assert cursor.seek(512) == states[512]
        with pytest.raises(DamagedRecording, match="the checksum of chunk 2 is wrong"):
            cursor.seek(513)


def test_behind_a_damaged_chunk_a_keyframe_leads_on(opened: Open, tmp_path: Path) -> None:
    records, states = long_script(3000)
    path = tmp_path / "x.memtrace"
    write(path, *records)
    change(path, "UPDATE chunk SET data=zeroblob(9) WHERE id=1")
    recording = opened(path)
    with closing(sqlite3.connect(path)) as file:
        (keyframe,) = file.execute("SELECT min(step) FROM keyframe").fetchone()
    # The block of steps with the keyframe begins before it.
    for step in (keyframe + 16, 3000):
        assert recording.cursor().seek(step) == states[step]


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (
            "PRAGMA user_version=3",
            "recorded in format version 3, but this visualizer reads only up to 2",
        ),
        ("PRAGMA user_version=0", "not a recording"),
        ("PRAGMA application_id=7", "not a recording"),
        ("CREATE VIEW more AS SELECT 1", "its tables are not those of a recording"),
        ("ALTER TABLE chunk ADD COLUMN more", "its tables are not those of a recording"),
        ("DELETE FROM chunk", "a part is missing: 0 of 12 steps found"),
        ("DELETE FROM output", "a part is missing"),
        ("DELETE FROM source", "source 1 is missing"),
        ("DELETE FROM names", "names 0 is missing"),
        ("DELETE FROM head WHERE key='end'", "there is no end"),
        ("DELETE FROM head WHERE key='tally'", "there is no tally"),
        ("UPDATE head SET value=x'00' WHERE key='about'", "the checksum of about is wrong"),
        ("UPDATE chunk SET first=2", "chunk 1 with step 1 is missing"),
        ("UPDATE chunk SET id=2", "chunk 1 with step 1 is missing"),
        ("UPDATE chunk SET steps='many'", "chunk 1 has an invalid position"),
        ("UPDATE chunk SET steps=-1", "chunk 1 has an invalid position"),
        ("UPDATE chunk SET events=x''", "the checksum of chunk 1 is wrong"),
        ("UPDATE output SET first=1", "output 1 does not continue what came before"),
        ("UPDATE output SET stream=9", "output 1 is missing"),
        ("UPDATE output SET data='text'", "the checksum of output 1 is wrong"),
    ],
)
def test_a_changed_row_is_found(whole: Path, tmp_path: Path, statement: str, fault: str) -> None:
    path = tmp_path / "x.memtrace"
    shutil.copyfile(whole, path)
    change(path, statement)
    with pytest.raises(DamagedRecording) as caught:
        checked(path)
    assert fault in str(caught.value)


def test_a_forged_checksum_does_not_help_a_record_that_lies(
    opened: Open, whole: Path, tmp_path: Path
) -> None:
    path = tmp_path / "x.memtrace"
    shutil.copyfile(whole, path)
    connection = sqlite3.connect(path)
    (row,) = connection.execute("SELECT * FROM chunk").fetchall()
    *values, _ = row
    records = bytearray(unpack_records(values[7], values[4]))
    # Change the number of the first operation in the last record to an unknown one.
    last = wire.split(records)[0][-1][0]
    records[last + 16] = 99
    values[7] = pack_records(records)
    connection.execute("UPDATE chunk SET data=?, seal=?", (values[7], seal(*values)))
    connection.commit()
    connection.close()
    recording = opened(path)
    with pytest.raises(DamagedRecording, match="damaged: step 12: operation 99 is not known here"):
        recording.check()
    cursor = recording.cursor()
    for _ in range(2):
        with pytest.raises(DamagedRecording, match="damaged: step 12: operation 99"):
            cursor.seek(12)
        # The steps before it are still readable.
        assert cursor.seek(11) == random_run(3, 12).states[11]


def test_a_bomb_does_not_go_off() -> None:
    bomb = zlib.compress(bytes(50_000_000))
    with pytest.raises(ValueError, match="not as long as it says"):
        inflate(bomb, 1000)
    with pytest.raises(ValueError, match="bytes in one piece"):
        inflate(bomb, 1 << 40)


def test_a_log_of_another_file_beside_a_recording_is_not_taken_for_its_own(
    whole: Path, tmp_path: Path
) -> None:
    path = tmp_path / "x.memtrace"
    shutil.copyfile(whole, path)
    Path(f"{path}-wal").write_bytes(b"something else" * 1000)
    assert checked(path) == everything(whole)
