"""A part of a recording is a recording: each of its steps equals that of the whole."""

import io
import json
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.recording.conftest import Open
from tests.recording.files import everything, long_script, write
from tests.recording.hardship import room_for
from tests.recording.random_runs import random_run
from tests.recording.script import snapshot
from tests.shell.recordings import recorded
from tests.systems import as_printed, needs_modes, needs_resource_limits
from visualizer.export.jsonl import write_jsonl
from visualizer.model import DamagedRecording, EndReason, NotKept, State
from visualizer.recording import Recording, Writer, save_range

PROGRAMS = sorted(Path(__file__, "../../programs").resolve().glob("*.py"))
SPECIAL = {
    "threads": """\
        import threading
        lock = threading.Lock()
        def work(n):
            with lock:
                found.append([n])
        found = []
        workers = [threading.Thread(target=work, args=(n,)) for n in range(2)]
        for one in workers: one.start()
        for one in workers: one.join()
        print(found)
        """,
    "a generator in use": """\
        def count(n):
            for i in range(n):
                got = yield [i]
        source = count(3)
        for one in source:
            print(one)
        """,
    "uncaught": """\
        def f(n):
            try:
                return f(n - 1) if n else [][0]
            finally:
                print("left", n)
        f(2)
        """,
    "cycles": """\
        import gc
        class Node: pass
        for _ in range(3):
            a, b = Node(), Node()
            a.other, b.other = b, a
            gc.collect()
        """,
}


@given(st.integers(0, 2**32), st.tuples(st.integers(1, 30), st.integers(1, 30)), st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_step_is_that_of_the_whole(
    tmp_path: Path, opened: Open, seed: int, ends: tuple[int, int], in_parts: bool
) -> None:
    first, last = sorted(ends)
    run = random_run(seed, in_parts=in_parts)
    path, part = tmp_path / "whole.memtrace", tmp_path / "part.memtrace"
    write(path, *run.records)
    with closing(opened(path)) as whole:
        save_range(whole, part, first, last)
    with closing(opened(part)) as trimmed:
        trimmed.check()
        assert trimmed.steps == last - first + 1
        cursor = trimmed.cursor()
        for number in range(1, trimmed.steps + 1):
            assert cursor.seek(number) == at_another_step(run.states[first + number - 1], number)


def at_another_step(state: State, number: int) -> State:
    """Return the state as step ``number``; the first step freed nothing."""
    found = snapshot(state)
    assert found.step is not None
    step = found.step = replace(found.step, number=number)
    if number == 1:
        value = step.value if step.value in found.heap else None
        exception = step.exception if step.exception in found.heap else None
        found.step = replace(step, freed=(), collections=(), value=value, exception=exception)
    return found


def exported(recording: Recording) -> list[dict[str, Any]]:
    out = io.StringIO()
    write_jsonl(recording, out, ledger=True)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    "program", [*PROGRAMS, *SPECIAL], ids=lambda one: getattr(one, "stem", one)
)
def test_programs_are_the_same_in_jsonl(
    program: Path | str, tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = SPECIAL[program] if isinstance(program, str) else program.read_text(encoding="utf-8")
    path, part = recorded(tmp_path, text), tmp_path / "part.memtrace"
    with closing(opened(path)) as whole:
        header, *steps = exported(whole)
        count = whole.steps
        for first, last in ((1, count), (count // 3 + 1, 2 * count // 3 + 1), (count, count)):
            save_range(whole, part, first, last)
            with closing(opened(part)) as trimmed:
                trimmed.check()
                its_header, *its_steps = exported(trimmed)
            assert its_header["python"] == header["python"]
            assert its_header["program"] == header["program"]
            compare(its_steps, steps[first - 1 : last], steps[:first])
            is_end = last == count
            assert its_header["after"] == (header["after"] if is_end else NOTHING_AFTER)
            assert (its_header["end"] == header["end"]) is is_end


NOTHING_AFTER = {"stdout": "", "stderr": ""}


def compare(
    part: list[dict[str, Any]], whole: list[dict[str, Any]], before: list[dict[str, Any]]
) -> None:
    """The steps are equal, except that the first has all earlier output and freed nothing."""
    expected = [{**step, "step": number} for number, step in enumerate(whole, 1)]
    first = expected[0]
    first["freed"] = []
    first.pop("collections", None)
    for stream in ("stdout", "stderr"):
        first[stream] = "".join(step[stream] for step in before)
    assert part == expected


def test_bookmarks_and_output_of_the_part_come_along(tmp_path: Path, opened: Open) -> None:
    path, part = recorded(tmp_path, "print(1)\nprint(2)\nprint(3)\n"), tmp_path / "part.memtrace"
    with closing(opened(path)) as whole:
        for step, note in ((1, "before"), (2, "in"), (3, ""), (4, "behind")):
            whole.set_bookmark(step, note)
        save_range(whole, part, 2, 3)
        with closing(opened(part)) as trimmed:
            assert trimmed.bookmarks == ((1, "in"), (2, ""))
            assert as_printed(trimmed.output("stdout")) == b"1\n2\n"
            assert trimmed.end is not None
            assert trimmed.end.reason is EndReason.TRIMMED
            assert trimmed.end.detail == "steps 2 to 3 of 4"
            assert trimmed.header.part == (2, 3, 4)
            save_range(trimmed, tmp_path / "less.memtrace", 2, 2)
        with closing(opened(tmp_path / "less.memtrace")) as less:
            assert less.header.part == (3, 3, 4)
        save_range(whole, part, 2, 3, bookmarks=[(3, "of the window")])
        with closing(opened(part)) as trimmed:
            assert trimmed.bookmarks == ((2, "of the window"),)


@needs_modes
def test_a_recording_and_a_part_have_the_mode_of_the_file_that_they_replace(
    tmp_path: Path, opened: Open
) -> None:
    path, part = tmp_path / "whole.memtrace", tmp_path / "part.memtrace"
    for one in (path, part):
        one.touch(0o600)
    write(path, *long_script(20)[0])
    with closing(opened(path)) as whole:
        save_range(whole, part, 2, 3)
    assert [stat.S_IMODE(one.stat().st_mode) for one in (path, part)] == [0o600, 0o600]


def test_the_places_of_input_come_along(tmp_path: Path, opened: Open) -> None:
    path, part = recorded(tmp_path, "a = 1\nb = 2\nc = 3\n"), tmp_path / "part.memtrace"
    with closing(opened(path)) as whole:
        whole.tally = replace(whole.tally, inputs=((1, 0, 2), (2, 4, 5), (4, 4, 9)))
        assert [place[:2] for place in whole.typed] == [(1, 0), (2, 4), (4, 4)]
        save_range(whole, part, 2, 3)
        with closing(opened(part)) as trimmed:
            assert trimmed.tally.inputs == ((0, 0, 2), (1, 4, 5))


def test_the_whole_of_a_long_recording_is_the_same(tmp_path: Path, opened: Open) -> None:
    path, part = tmp_path / "long.memtrace", tmp_path / "part.memtrace"
    records, states = long_script(3000)
    write(path, *records)
    shares: list[float] = []
    with closing(opened(path)) as whole:
        save_range(whole, part, 1, 3000, report=shares.append)
        assert shares == sorted(shares)
        assert shares[-1] == 1
        save_range(whole, tmp_path / "end.memtrace", 2999, 3000)
    assert everything(part) == everything(path)
    with closing(opened(tmp_path / "end.memtrace")) as trimmed:
        assert trimmed.cursor().seek(2).heap == states[-1].heap
    assert (tmp_path / "end.memtrace").stat().st_size < path.stat().st_size


def test_a_growing_recording_keeps_the_steps_so_far(tmp_path: Path, opened: Open) -> None:
    records, states = long_script(600)
    writer = Writer(tmp_path / "grows.memtrace", "prog.py")
    for record in records[:300]:
        writer.add(record)
    writer.flush()
    growing, part = opened(tmp_path / "grows.memtrace"), tmp_path / "part.memtrace"
    save_range(growing, part, 100, growing.steps)
    for record in records[300:]:
        writer.add(record)
    writer.abandon()
    with closing(opened(part)) as trimmed:
        trimmed.check()
        assert trimmed.steps == 201
        assert trimmed.cursor().seek(201).heap == states[300].heap
        assert trimmed.end is not None
        assert trimmed.end.detail == "steps 100 to 300 of 300"


def test_a_damaged_recording_keeps_the_steps_before_the_fault(tmp_path: Path, opened: Open) -> None:
    path, part = tmp_path / "long.memtrace", tmp_path / "part.memtrace"
    records, states = long_script(3000)
    write(path, *records)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE chunk SET seal=0 WHERE id=3")
    connection.execute("DELETE FROM keyframe WHERE chunk>3")
    connection.commit()
    connection.close()
    whole = opened(path)
    with pytest.raises(DamagedRecording, match="checksum of chunk 3"):
        save_range(whole, part, 1000, 1200)
    with closing(opened(part)) as trimmed:
        trimmed.check()
        assert trimmed.steps == 25
        assert trimmed.cursor().seek(25).heap == states[1024].heap
    part.write_text("what was there")
    with pytest.raises(DamagedRecording):
        save_range(whole, part, 1500, 1600)
    assert part.read_text() == "what was there"
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


@needs_resource_limits
@pytest.mark.parametrize("room", [10_000, 50_000])
def test_without_room_the_error_names_the_file_that_was_asked_for(
    tmp_path: Path, opened: Open, room: int
) -> None:
    path, part = tmp_path / "long.memtrace", tmp_path / "part.memtrace"
    write(path, *long_script(3000)[0])
    part.write_text("what was there")
    with closing(opened(path)) as whole, room_for(room), pytest.raises(NotKept) as caught:
        save_range(whole, part, 1, 3000)
    assert str(caught.value).startswith(f"{part}: ")
    assert part.read_text() == "what was there"
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (lambda folder: folder / "whole.memtrace", "is the recording itself"),
        (lambda folder: folder, "is a directory"),
        (lambda folder: folder / "no" / "part.memtrace", "its directory does not exist"),
    ],
)
def test_an_unusable_path_is_reported(
    tmp_path: Path, opened: Open, where: Callable[[Path], Path], said: str
) -> None:
    write(tmp_path / "whole.memtrace", *long_script(3)[0])
    with pytest.raises(NotKept, match=said):
        save_range(opened(tmp_path / "whole.memtrace"), where(tmp_path), 1, 2)
