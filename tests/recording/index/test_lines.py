"""The index of lines and a walk over all steps agree on the steps at a line."""

import random
import sqlite3
from array import array
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from tests.recording.files import FINISHED, long_script, write
from tests.recording.following import lie
from tests.recording.random_runs import random_run
from tests.recording.script import Script
from tests.shell.recordings import recorded
from visualizer.model import DamagedRecording, Event
from visualizer.recorder import wire
from visualizer.recording import Recording, Writer
from visualizer.recording.follow.plain.raw_objects import Fault
from visualizer.recording.index import lines as line_index
from visualizer.recording.index.lines import Place
from visualizer.recording.read.places import ChunkPlace
from visualizer.recording.read.rows import Rows
from visualizer.recording.storage import pack_records, seal, unpack_records


def walked(recording: Recording) -> dict[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = {}
    cursor = recording.cursor()
    for number in range(1, recording.steps + 1):
        step = cursor.delta(number).step
        if step.event is Event.LINE:
            found.setdefault((step.file, step.line), []).append(number)
    return found


def told(recording: Recording, place: Place, step: int = 0, direction: int = 1) -> list[int]:
    stretches = recording.lines.stretches((place,), step, direction)
    return [number for _, found in stretches for number, _ in found]


def compare(recording: Recording) -> None:
    expected = walked(recording)
    assert expected
    middle = recording.steps // 2
    for place, steps in expected.items():
        assert told(recording, place) == steps
        assert told(recording, place, middle) == [step for step in steps if step > middle]
        before = [step for step in steps if step < middle]
        assert told(recording, place, middle, -1) == before[::-1]
    both = [*recording.lines.stretches(expected, 0, 1)]
    assert [step for _, found in both for step, _ in found] == sorted(chain(*expected.values()))
    assert both[-1][0] == recording.steps
    assert told(recording, ("no such file", 1)) == []
    assert told(recording, (next(iter(expected))[0], 99_999)) == []


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
        writer.flush()
        recording.refresh()
        compare(recording)
        for record in records[len(records) // 2 :]:
            writer.add(record)
        writer.finish(FINISHED)
        recording.refresh()
        compare(recording)


def test_a_step_that_brings_a_module_counts_as_any_other(tmp_path: Path) -> None:
    path = recorded(
        tmp_path,
        "import beside\nx = beside.two()\n",
        beside="def two():\n    y = 2\n    return y\n",
    )
    with closing(Recording.open(path)) as recording:
        compare(recording)


def outcome(call: Callable[[], object]) -> object:
    try:
        return call()
    except Fault as error:
        return str(error)


@pytest.mark.parametrize("lies", [0, 1])
def test_lines_are_found_in_c_as_in_python(lies: int) -> None:
    found = set[object]()
    for seed in range(60):
        records = [*random_run(seed, 25, in_parts=bool(seed % 2)).records]
        for number in range(lies):
            lie(records, random.Random(7 * seed + number))
        whole = b"".join(records)[: -8 if seed % 5 == 4 else None]
        lines = outcome(partial(line_index.scan_lines, whole))
        assert lines == outcome(partial(line_index.plain_scan_lines, whole)), seed
        found.add(type(lines))
    assert found == {bytes, str}


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    """A recording of several chunks, of which only one runs line 77."""
    script = Script()
    records = []
    for number in range(3000):
        script.begin(line=77 if number == 1700 else number % 9)
        if not number:
            script.push(1, "<module>")
        records.append(script.end())
    write(tmp_path / "long.memtrace", *records)
    return tmp_path / "long.memtrace"


def test_only_chunks_that_run_the_line_are_read(
    long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[int]()
    chunk = Rows.chunk

    def counted(self: Rows, place: ChunkPlace) -> tuple[bytes, ChunkPlace]:
        read.append(place.number)
        return chunk(self, place)

    with closing(Recording.open(long_file)) as recording:
        last = len(recording.places)
        assert last == 6
        monkeypatch.setattr(Rows, "chunk", counted)
        assert told(recording, ("prog.py", 77)) == [1701]
        # The file has no entry for the last chunk.
        assert read == [4, last]
        assert told(recording, ("prog.py", 77), recording.steps, -1) == [1701]
        assert told(recording, ("prog.py", 78)) == []
        compare(recording)


def test_the_first_recordings_have_no_lines(long_file: Path) -> None:
    change(long_file, "DROP TABLE lines")
    with closing(Recording.open(long_file)) as recording:
        recording.check()
        compare(recording)


def test_lines_that_are_not_those_of_the_steps_are_found(long_file: Path) -> None:
    with closing(sqlite3.connect(long_file)) as connection:
        ((number, data, _),) = connection.execute("SELECT * FROM lines WHERE chunk=2")
        lines = array("q", unpack_records(data))[1:]
        row = (number, pack_records(lines.tobytes()))
        connection.execute("UPDATE lines SET data=?, seal=? WHERE chunk=2", (row[1], seal(*row)))
        connection.commit()
    not_those = pytest.raises(DamagedRecording, match="the lines of chunk 2 do not match its steps")
    with closing(Recording.open(long_file)) as recording, not_those:
        recording.check()
    change(long_file, "UPDATE lines SET data=x'00' WHERE chunk=2")
    wrong = pytest.raises(DamagedRecording, match="the checksum of lines 2 is wrong")
    with closing(Recording.open(long_file)) as recording, wrong:
        told(recording, ("prog.py", 77))


def test_a_part_that_was_cut_off_has_no_lines(tmp_path: Path) -> None:
    path = tmp_path / "cut.memtrace"
    records, _ = long_script(1500)
    liar = Script()
    liar.begin(line=55)
    liar.send(wire.POP, 1, 99)
    writer = Writer(path, "prog.py")
    with pytest.raises(DamagedRecording):
        writer.add(b"".join((*records[:700], liar.end(), *records[700:])))
    writer.finish(FINISHED)
    with closing(Recording.open(path)) as recording:
        assert recording.steps == 700
        recording.check()
        compare(recording)
        assert told(recording, ("prog.py", 55)) == []


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
