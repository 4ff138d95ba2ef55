"""Values of expressions in a file: read on demand, checked, and with their own version."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.recording.files import write
from tests.recording.script import Script
from visualizer.cli import main
from visualizer.model import DamagedRecording, Event
from visualizer.recorder import wire
from visualizer.recording import Recording, storage
from visualizer.recording.follow.follower import Follower, new_follower
from visualizer.recording.follow.plain.plain_follower import PlainFollower
from visualizer.recording.follow.plain.raw_objects import Fault

FOLLOWERS = new_follower, partial(PlainFollower, is_indexing=False, is_of_lives=False)
GOOD = (1, 1, 0, 2, 4, 2, 9, 2, 0, -1, 4096, 1, 1, 1, 3)
"""Thread, frame, file, line, column, end line, end column, kind, ordinal, value, address, count,
type, ended, bytes of text."""


def records(
    *all_operands: tuple[int, ...],
    text: bytes = b"[1]",
    counts: Sequence[tuple[int, ...]] = (),
) -> list[bytes]:
    """Three steps, the second of which has expressions, each followed by these counts."""
    script = Script()
    script.begin()
    script.push(1, "<module>", line=2)
    one = script.new()
    script.set_locals(0, (("x", one.serial),))
    found = [script.hello(), script.end()]
    script.begin(line=3)
    for operands in all_operands:
        script.send(wire.EXPRESSION, *operands, text=text)
        for count in counts:
            script.send(wire.MEANWHILE, *count)
    return [*found, script.end(), script.step(line=4)]


@pytest.mark.parametrize("make", FOLLOWERS)
@pytest.mark.parametrize(
    ("place", "value"),
    [
        *((0, 0), (1, -1), (2, 99), (3, 0), (4, -1), (5, 1), (6, 3), (7, -1), (7, 11)),
        *((8, -1), (9, 0), (9, 2), (11, -2), (12, 99), (13, 2), (14, 4), (14, -1)),
    ],
)
def test_an_expression_that_cannot_be_is_refused(
    make: Callable[[], Follower], place: int, value: int
) -> None:
    data = b"".join(records((*GOOD[:place], value, *GOOD[place + 1 :])))
    follower = make()
    with pytest.raises(Fault):
        follower.follow(data, 0, len(data), 9)
    assert follower.steps == 1


@pytest.mark.parametrize("make", FOLLOWERS)
@pytest.mark.parametrize("count", [(0, 1), (2, 1), (-1, 1), (1, 0), (1, -1), (1,)])
def test_a_count_that_cannot_be_is_refused(
    make: Callable[[], Follower], count: tuple[int, ...]
) -> None:
    data = b"".join(records(GOOD, counts=(count,)))
    follower = make()
    with pytest.raises(Fault):
        follower.follow(data, 0, len(data), 9)
    assert follower.steps == 1


@pytest.mark.parametrize("make", FOLLOWERS)
def test_a_text_is_brief_and_is_text(make: Callable[[], Follower]) -> None:
    for text in (b"x" * (wire.MOST_BRIEF + 1), b"\xff\xfe\xfd"):
        data = b"".join(records((*GOOD[:-1], len(text)), text=text))
        with pytest.raises(Fault):
            make().follow(data, 0, len(data), 9)


def test_they_belong_to_the_step_before_them(tmp_path: Path) -> None:
    path = tmp_path / "a.memtrace"
    write(path, *records(GOOD, (*GOOD[:9], 1, *GOOD[10:])))
    with closing(Recording.open(path)) as recording:
        recording.check()
        first, second = recording.evaluations.after(1)
        assert (first.span, first.kind, first.text) == ((2, 4, 2, 9), "called", "[1]")
        assert (first.serial, first.temporary, first.ended) == (None, 1, True)
        assert (second.serial, second.temporary, second.refcount) == (1, None, 1)
        assert [recording.evaluations.after(step) for step in (0, 2, 3, 9)] == [()] * 4


def test_they_are_found_where_their_step_spans_several_chunks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.recording.write.record_log.MOST_BYTES", 100)
    script, path = Script(), tmp_path / "a.memtrace"
    script.begin()
    script.push(1, "<module>", line=2)
    script.set_locals(0, (("x", script.new().serial),))
    first = script.end()
    script.begin(line=3)
    script.send(wire.EXPRESSION, *GOOD, text=b"[1]")
    parts = [script.part()]
    for _ in range(3):
        script.new()
        parts.append(script.part())
    write(path, first, *parts, script.end(), script.step(line=4))
    with closing(Recording.open(path)) as recording:
        recording.check()
        assert [place.steps for place in recording.places].count(0) >= 2
        assert [one.text for one in recording.evaluations.after(1)] == ["[1]"]
        assert recording.evaluations.after(2) == ()
        assert recording.steps_with(Event.LINE) == [1, 2, 3]


def test_counts_belong_to_the_value_before_them(tmp_path: Path) -> None:
    path = tmp_path / "a.memtrace"
    write(path, *records(GOOD, GOOD, counts=((1, 3), (1, 4))))
    with closing(Recording.open(path)) as recording:
        recording.check()
        assert [one.counts for one in recording.evaluations.after(1)] == [((1, 3), (1, 4))] * 2


def test_a_file_with_them_needs_version_2_and_others_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_them, without = tmp_path / "with.memtrace", tmp_path / "without.memtrace"
    write(with_them, *records(GOOD))
    write(without, *records())
    for path, version in ((with_them, 2), (without, 1)):
        with closing(Recording.open(path)) as recording:
            assert recording.header.version == version
    monkeypatch.setattr(storage, "VERSION", 1)
    assert main(["info", str(with_them)]) == 1
    assert "version 2" in capsys.readouterr().err
    with closing(Recording.open(without)) as recording:
        assert recording.steps == 3


def test_damaged_records_are_a_fault_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.memtrace"
    write(path, *records(GOOD))
    connection = sqlite3.connect(path)
    ((data, *rest),) = connection.execute("SELECT data, id, first, steps, named FROM chunk")
    spoilt = storage.pack_records(storage.unpack_records(data)[:-24])
    connection.execute("UPDATE chunk SET data = ?", (spoilt,))
    connection.commit()
    connection.close()
    assert rest
    with closing(Recording.open(path)) as recording, pytest.raises(DamagedRecording):
        recording.evaluations.after(1)
