"""What nobody had time to follow while it was written is followed by whoever reads it."""

import sqlite3
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.recording.conftest import Open
from tests.recording.files import FINISHED, everything, long_script, write
from tests.recording.random_runs import random_run
from tests.recording.script import Script
from visualizer.model import DamagedRecording, Event
from visualizer.recorder import wire
from visualizer.recording import Recording, Writer, late_index, skim
from visualizer.recording.chunks import NOT_FOLLOWED
from visualizer.recording.skim import Skim


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks are short, and at the end of a run none that waits is followed any more."""
    monkeypatch.setattr("visualizer.recording.writer._AT_END", 0)
    monkeypatch.setattr("visualizer.recording.tape.MOST_STEPS", 7)
    monkeypatch.setattr("visualizer.recording.chunks.MOST_STEPS", 7)
    monkeypatch.setattr("visualizer.recording.indexer._OBJECT_COST", 1)
    monkeypatch.setattr("visualizer.recording.indexer._LEAST", 50)
    monkeypatch.setattr("visualizer.recording.chunk_reader._MANY", 50)


def unfollowed(recording: Recording) -> int:
    return sum(place.named == NOT_FOLLOWED for place in recording._stored.places)


def course_of(recording: Recording) -> tuple[object, ...]:
    recording.course.refresh()
    course = recording.course
    return list(course.steps), list(course.live), list(course.bytes), list(course.calls)


@pytest.fixture
def pair(tmp_path: Path, hurried: None, opened: Open) -> tuple[Recording, Recording]:
    """The same run, followed while it was written and not."""
    records, _ = long_script(900)
    for name in ("followed", "not"):
        writer = Writer(tmp_path / f"{name}.memtrace", "prog.py")
        for record in records:
            writer.add(record)
            if name == "followed":
                writer.follow()
        writer.output("stdout", b"x" * 100)
        writer.finish(FINISHED)
    return opened(tmp_path / "followed.memtrace"), opened(tmp_path / "not.memtrace")


def test_it_comes_to_the_same_as_if_it_had_been_followed(
    pair: tuple[Recording, Recording],
) -> None:
    followed, late = pair
    assert unfollowed(followed) == 0
    assert unfollowed(late) > 100
    assert late.steps == followed.steps
    late.check()
    assert course_of(late) == course_of(followed)
    assert late.thread_names == followed.thread_names
    assert late.peak_heap_bytes == followed.peak_heap_bytes
    assert everything(followed.path)[0] == everything(late.path)[0]
    assert unfollowed(late) == 0
    late.check()


def test_a_step_far_away_is_found_and_others_near_it_from_keyframes(
    pair: tuple[Recording, Recording],
) -> None:
    followed, late = pair
    some, other = followed.cursor(), late.cursor()
    for step in (600, 3, 850, 597, 900, 1):
        assert other.seek(step) == some.seek(step)
    assert len(late._stored.keyframes) > 5


def test_lines_are_known_without_having_been_followed(pair: tuple[Recording, Recording]) -> None:
    followed, late = pair
    places = [("prog.py", line) for line in range(10)]
    known = [*followed.lines.stretches(places, 0, 1)]
    assert sum(len(found) for _, found in known) > 500
    found = [stretch for stretch in late.lines.stretches(places, 0, 1) if stretch[1]]
    assert found == [stretch for stretch in known if stretch[1]]


def test_of_what_began_to_be_followed_the_rest_is_done_from_there(
    tmp_path: Path, hurried: None, opened: Open
) -> None:
    path = tmp_path / "x.memtrace"
    records, states = long_script(500)
    writer = Writer(path, "prog.py")
    for number, record in enumerate(records):
        writer.add(record)
        if number == 200:
            writer.follow()
    writer.finish(FINISHED)
    recording = opened(path)
    assert 30 < unfollowed(recording) < 50
    assert recording._stored.keyframes
    recording.check()
    course_of(recording)
    assert unfollowed(recording) == 0
    cursor = recording.cursor()
    for step in (450, 100, 499, 230):
        assert cursor.seek(step) == states[step]


@pytest.mark.parametrize("seed", range(20))
def test_random_runs_in_batches_cut_anywhere(
    seed: int, tmp_path: Path, hurried: None, opened: Open
) -> None:
    run = random_run(seed, 60, in_parts=seed % 2 == 1)
    path = tmp_path / "run.memtrace"
    writer = Writer(path, "prog.py")
    whole = b"".join(run.records)
    at, size = 0, 8 * (seed + 1) * 5
    rest = b""
    while at < len(whole) or rest:
        data = rest + whole[at : at + size]
        at += size
        used = writer.add(data)
        rest = data[used:]
        if at >= len(whole):
            assert not rest
    writer.finish(FINISHED)
    recording = opened(path)
    recording.check()
    cursor = recording.cursor()
    assert recording.steps == len(run.states) - 1
    for step, state in enumerate(run.states):
        assert cursor.seek(step) == state


def forty_with_a_lie() -> Iterator[bytes]:
    """Records of 40 steps; that of step 21 speaks of an object that never was."""
    script = Script()
    for number in range(40):
        script.begin()
        if number == 20:
            script.say(wire.COUNT, 5, 1)
        yield script.end()


def test_a_lie_that_nobody_met_while_it_was_written_is_found_by_check(
    tmp_path: Path, hurried: None, opened: Open
) -> None:
    path = tmp_path / "x.memtrace"
    writer = Writer(path, "prog.py")
    for record in forty_with_a_lie():
        writer.add(record)
    writer.finish(FINISHED)
    recording = opened(path)
    assert recording.steps == 40
    with pytest.raises(DamagedRecording, match="step 21: object 5 is not known"):
        recording.check()
    cursor = recording.cursor()
    assert cursor.seek(20).step is not None
    recording.course.refresh()
    with pytest.raises(DamagedRecording, match="step 21: object 5 is not known"):
        cursor.seek(30)


def test_a_lie_met_late_takes_away_what_was_stored_behind_it(
    tmp_path: Path, hurried: None, opened: Open
) -> None:
    path = tmp_path / "x.memtrace"
    writer = Writer(path, "prog.py")
    for record in forty_with_a_lie():
        writer.add(record)
        writer.flush()
    with pytest.raises(DamagedRecording, match="step 21"):
        writer.follow()
    writer.finish(FINISHED)
    recording = opened(path)
    assert recording.steps == 20
    recording.check()


def test_the_steps_may_be_limited(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "x.memtrace", "prog.py")
    script = Script()
    records = [script.step() for _ in range(9)]
    assert writer.add(b"".join(records), 5) == sum(map(len, records[:5]))
    assert writer.steps == 5
    writer.finish(FINISHED)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("native", [None, *([skim.native] if skim.native else [])])
def test_what_is_skimmed_is_what_following_tells(
    seed: int,
    native: Callable[..., tuple[Any, ...]] | None,
    tmp_path: Path,
    opened: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(skim, "native", native)
    run = random_run(seed, 80, in_parts=True)
    write(tmp_path / "x.memtrace", *run.records)
    recording = opened(tmp_path / "x.memtrace")
    events, lines = bytearray(), array("q")
    whole, going = b"".join(run.records), Skim(lines)
    assert going.take(whole, 0, len(whole), events) == len(whole)
    kinds = [wire.EVENTS[event & 0x0F] for event in events]
    assert kinds == [state.step.event for state in run.states[1:] if state.step is not None]
    wrote = [at + 1 for at, event in enumerate(events) if event & 0x10]
    assert wrote == recording.index.with_output()
    steps = [state.step for state in run.states[1:] if state.step is not None]
    assert [line & 0xFFFF if line >= 0 else None for line in lines] == [
        step.line if step.event is Event.LINE else None for step in steps
    ]


def test_what_was_made_late_is_kept_in_the_file(
    pair: tuple[Recording, Recording], opened: Open
) -> None:
    followed, late = pair
    assert not late.keep_index(), "nothing was made yet"
    course_of(late)
    assert late.keep_index()
    late.check()
    again = opened(late.path)
    assert unfollowed(again) == 0
    assert again.damage is None
    again.check()
    assert again._stored.keyframes
    assert course_of(again) == course_of(followed)
    assert again.sources == late.sources
    assert again.header == followed.header
    assert everything(again.path)[0] == everything(followed.path)[0]
    assert again.keep_index(), "there is nothing to do"


def test_who_reads_meanwhile_is_no_hindrance_and_not_hindered(
    pair: tuple[Recording, Recording], opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, late = pair
    other = opened(late.path)
    course_of(late)
    put_heads = late_index._put_heads

    def read_between(connection: sqlite3.Connection, *rest: object) -> None:
        # More than one page of memory: were pages written early, nobody could read now.
        connection.execute("PRAGMA cache_size=1")
        put_heads(connection, *rest)  # type: ignore[arg-type]
        assert other.cursor().seek(450).step is not None

    monkeypatch.setattr("visualizer.recording.late_index._put_heads", read_between)
    assert late.keep_index()
    other.check()


def test_where_the_file_may_not_be_written_it_stays_as_it_was(
    pair: tuple[Recording, Recording], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, late = pair
    course_of(late)
    before = late.path.read_bytes()

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr("visualizer.recording.late_index._put_heads", refuse)
    assert not late.keep_index()
    assert late.path.read_bytes() == before
    late.check()


def test_in_a_file_that_grows_one_is_led_to_a_step_piece_by_piece(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.recording.chunk_reader._AT_ONCE", 100)
    records, states = long_script(3000)
    writer = Writer(tmp_path / "growing.memtrace", "prog.py")
    for record in records:
        writer.add(record)
    writer.flush()
    recording = opened(tmp_path / "growing.memtrace")
    cursor = recording.cursor()
    cursor.seek(10)
    assert cursor.lead_to(60, 0)
    assert not cursor.lead_to(2900, 0)
    pieces = 0
    while not cursor.lead_to(2900, 1e-9):
        pieces += 1
    assert pieces > 2
    assert cursor.state == states[10]
    assert cursor.step == 10
    assert cursor.lead_to(2900, 0)
    assert cursor.seek(2900) == states[2900]
    assert not cursor.lead_to(1500, 0)
    assert cursor.seek(1500) == states[1500]
    writer.finish(FINISHED)
