"""The jsonl format follows the contract, line by line."""

import io
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.recording.files import FINISHED, write
from tests.recording.random_runs import random_run
from tests.recording.script import Script
from visualizer.export.jsonl import write_jsonl
from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    Event,
    ExceptionBody,
    FrameKind,
    Function,
    Generator,
    Instance,
    Lock,
    Mapping,
    Method,
    Module,
    Other,
    Scalar,
    Sequence,
    WeakReference,
)
from visualizer.model import (
    Iterator as WalkingIterator,
)
from visualizer.recorder import wire
from visualizer.recording import Recording, Writer

type Json = dict[str, object]


def lines_of(path: Path, step: int | None = None) -> list[str]:
    """Return the lines of an export, each encodable and complete."""
    out = io.StringIO()
    with closing(Recording.open(path)) as recording:
        write_jsonl(recording, out, step)
    text = out.getvalue()
    assert text.encode("utf-8").decode("utf-8") == text
    assert text.endswith("\n")
    assert text.splitlines() == text[:-1].split("\n")
    return text.splitlines()


def steps_of(path: Path) -> list[Json]:
    found = [json.loads(line) for line in lines_of(path)[1:]]
    assert [one["step"] for one in found] == list(range(1, len(found) + 1))
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.memtrace"


def test_the_header_describes_the_recording(path: Path) -> None:
    script = Script()
    script.begin()
    script.name_thread(1, "MainThread")
    script.name_thread(2, "일꾼")
    write(path, script.hello(), script.end(), script.step())
    with closing(Recording.open(path)) as recording:
        recording.set_bookmark(2, "여기")
    assert json.loads(lines_of(path)[0]) == {
        "format": "visualizer-jsonl",
        "version": 1,
        "python": "3.13.0",
        "program": "prog.py",
        "steps": 2,
        "end": {"reason": "finished", "detail": "ran to completion", "exit_code": 0},
        "bookmarks": [{"step": 2, "note": "여기"}],
        "thread_names": {"1": "MainThread", "2": "일꾼"},
        "after": {"stdout": "", "stderr": ""},
    }


def test_a_step_has_its_place_and_its_objects(path: Path) -> None:
    script = Script()
    script.begin(Event.CALL, 3)
    x = script.new(refcount=None, address=4096).serial
    script.push(1, "<module>", 3, FrameKind.MODULE)
    script.push(2, "f", 1)
    script.set_locals(1, (("나", x), ("y", x)))
    script.set_globals("prog.py", (("x", x),))
    script.set_globals("other.py", ())
    write(path, script.end())
    assert steps_of(path) == [
        {
            "step": 1,
            "event": "call",
            "file": "prog.py",
            "line": 3,
            "function": "<module>",
            "thread": 1,
            "stdout": "",
            "stderr": "",
            "frames": [
                {
                    "function": "<module>",
                    "file": "prog.py",
                    "line": 3,
                    "kind": "module",
                    "locals": {"x": 1},
                },
                {
                    "function": "f",
                    "file": "prog.py",
                    "line": 1,
                    "kind": "function",
                    "locals": {"나": 1, "y": 1},
                },
            ],
            "globals": {"prog.py": {"x": 1}, "other.py": {}},
            "heap": {
                "1": {"type": "int", "address": 4096, "refcount": None, "size": 28, "value": "1"}
            },
            "freed": [],
        }
    ]
    assert list(steps_of(path)[0]["globals"]) == ["prog.py", "other.py"]  # type: ignore[call-overload]


KINDS: list[tuple[Content, Json]] = [
    (Scalar("'a'"), {"value": "'a'"}),
    (Scalar("'aaa", 20_000), {"value": "'aaa", "length": 20_000}),
    (Sequence((1, 2, 1), 3), {"items": [1, 2, 1], "length": 3}),
    (Mapping(((1, 2), (2, 2)), 70_000), {"entries": [[1, 2], [2, 2]], "length": 70_000}),
    (Instance(1, (("a", 2),)), {"class": 1, "attributes": {"a": 2}}),
    (Instance(1, (), Scalar("5")), {"class": 1, "attributes": {}, "value": "5"}),
    (Instance(1, (), Sequence((2,), 1)), {"class": 1, "attributes": {}, "items": [2], "length": 1}),
    (
        Instance(1, (), Mapping(((1, 2),), 1)),
        {"class": 1, "attributes": {}, "entries": [[1, 2]], "length": 1},
    ),
    (ClassBody("C", (1,), (("m", 2),)), {"name": "C", "bases": [1], "attributes": {"m": 2}}),
    (
        Function("f", 3, 1, (("c", 2),), (1, 2)),
        {"name": "f", "line": 3, "code": 1, "closure": {"c": 2}, "defaults": [1, 2]},
    ),
    (
        Function("f", 3, None, (), (), (("wrapped", 2),)),
        {
            "name": "f",
            "line": 3,
            "code": None,
            "closure": {},
            "defaults": [],
            "attributes": {"wrapped": 2},
        },
    ),
    (Method(1, 2), {"self": 1, "function": 2}),
    (Cell(1), {"contents": 1}),
    (Cell(None), {"contents": None}),
    (
        Generator("suspended", 7, (("i", 1),)),
        {"state": "suspended", "line": 7, "locals": {"i": 1}},
    ),
    (
        Generator("suspended", 7, (), 1),
        {"state": "suspended", "line": 7, "locals": {}, "awaits": 1},
    ),
    (
        Other((1, 2), (("tb_frame", 2),), (("tb_lineno", "7"),)),
        {"referents": [1, 2], "named": {"tb_frame": 2}, "facts": {"tb_lineno": "7"}},
    ),
    (WalkingIterator(1, 4), {"over": 1, "position": 4}),
    (WalkingIterator(None, 0), {"over": None, "position": 0}),
    (WeakReference(1), {"referent": 1}),
    (WeakReference(None), {"referent": None}),
    (Lock(True, None, None), {"referents": [], "locked": True}),
    (Lock(True, 2, 3), {"referents": [], "locked": True, "owner": 2, "count": 3}),
    (
        ExceptionBody(None, 1, None, None, 2, ()),
        {"args": 1, "cause": None, "context": None, "traceback": 2, "attributes": {}},
    ),
    (
        ExceptionBody(1, 2, 1, 2, None, (("code", 1),)),
        {
            "args": 2,
            "cause": 1,
            "context": 2,
            "traceback": None,
            "attributes": {"code": 1},
            "class": 1,
        },
    ),
    (Module("math"), {"name": "math"}),
    (
        Array((2, 3), "float64", (24, 8), 1, 48, (("0.0", "1.0", "2.0"),), 8),
        {
            "shape": [2, 3],
            "dtype": "float64",
            "strides": [24, 8],
            "base": 1,
            "nbytes": 48,
            "value": "[[0.0, 1.0, 2.0], …]",
        },
    ),
    (Other((1, 2)), {"referents": [1, 2]}),
]


@pytest.mark.parametrize(("content", "expected"), KINDS)
def test_every_kind_has_its_own_keys(path: Path, content: Content, expected: Json) -> None:
    script = Script()
    script.begin()
    script.new()
    script.new()
    script.new(content, type="thing", size=5, refcount=2, address=64)
    write(path, script.end())
    (step,) = steps_of(path)
    facts = {"type": "thing", "address": 64, "refcount": 2, "size": 5}
    assert step["heap"]["3"] == facts | expected  # type: ignore[index]


def test_an_object_that_only_a_cycle_keeps_alive_is_marked(path: Path) -> None:
    script = Script()
    script.begin()
    script.new(unreachable=True)
    first = script.end()
    script.begin()
    script.unreachable(1, False)
    write(path, first, script.end())
    one, two = steps_of(path)
    assert one["heap"]["1"]["unreachable"] is True  # type: ignore[index]
    assert "unreachable" not in two["heap"]["1"]  # type: ignore[index]


def test_a_result_stands_in_the_last_frame(path: Path) -> None:
    script = Script()
    script.begin(Event.RETURN)
    script.push(1)
    script.push(2)
    script.new()
    script.value(1)
    first = script.end()
    write(path, first, script.step(Event.LINE))
    one, two = steps_of(path)
    assert [frame.get("value") for frame in one["frames"]] == [None, 1]  # type: ignore[attr-defined]
    assert [frame.get("value") for frame in two["frames"]] == [None, None]  # type: ignore[attr-defined]


def test_an_exception_is_given_by_its_serial(path: Path) -> None:
    script = Script()
    script.begin(Event.EXCEPTION)
    script.new(ExceptionBody(None, None, None, None, None, ()))
    script.exception(1)
    write(path, script.end(), script.step())
    one, two = steps_of(path)
    assert one["exception"] == 1
    assert "exception" not in two


def test_dead_objects_leave_the_heap_and_are_listed(path: Path) -> None:
    script = Script()
    script.begin()
    script.new()
    script.new()
    first = script.end()
    script.begin()
    script.free(2, 1)
    script.send(wire.COLLECTION, 2, 1, 1)
    write(path, first, script.end(), script.step())
    one, two, three = steps_of(path)
    assert list(one["heap"]) == ["1", "2"]  # type: ignore[call-overload]
    assert (two["heap"], two["freed"]) == ({}, [2, 1])
    assert two["collections"] == [{"generation": 2, "freed": [1]}]
    assert three["freed"] == []
    assert "collections" not in three


def test_other_threads_stand_beside(path: Path) -> None:
    script = Script()
    script.begin(thread=2)
    script.push(1, "<module>")
    script.push(2, "work", thread=2)
    write(path, script.end(), script.step(thread=1))
    one, two = steps_of(path)
    assert [frame["function"] for frame in one["frames"]] == ["work"]  # type: ignore[attr-defined]
    assert list(one["threads"]) == ["1"]  # type: ignore[call-overload]
    assert [frame["function"] for frame in two["frames"]] == ["<module>"]  # type: ignore[attr-defined]
    assert list(two["threads"]) == ["2"]  # type: ignore[call-overload]


# ---- output ----


def with_output(path: Path, data: bytes, *ends: int) -> None:
    """Write a recording whose steps have seen ``ends`` bytes of ``data``."""
    script = Script()
    writer = Writer(path, "prog.py")
    writer.output("stdout", data)
    for end in ends:
        writer.add(script.step(out=end))
    writer.finish(FINISHED)


def test_output_stands_at_the_step_that_has_seen_it(path: Path) -> None:
    with_output(path, b"one\ntwo\nafter", 0, 4, 4, 8)
    assert [step["stdout"] for step in steps_of(path)] == ["", "one\n", "", "two\n"]
    header = json.loads(lines_of(path)[0])
    assert header["after"] == {"stdout": "after", "stderr": ""}


def test_a_character_stands_where_its_last_byte_was_written(path: Path) -> None:
    data = "한😀".encode()
    with_output(path, data, *range(1, len(data) + 1))
    expected = ["", "", "한", "", "", "", "😀"]
    assert [step["stdout"] for step in steps_of(path)] == expected
    alone = [json.loads(lines_of(path, step)[1])["stdout"] for step in range(1, 8)]
    assert alone == expected


def test_bytes_that_are_no_text_become_escapes(path: Path) -> None:
    with_output(path, b"a\xffb\xed\xa0\x80\xe2\x82", 3, 8)
    assert [step["stdout"] for step in steps_of(path)] == [
        "a\\xffb",
        "\\xed\\xa0\\x80\\xe2\\x82",
    ]


@given(data=st.binary(max_size=30), cuts=st.lists(st.integers(0, 30), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_the_pieces_of_output_make_the_whole(path: Path, data: bytes, cuts: list[int]) -> None:
    ends = [*sorted(min(cut, len(data)) for cut in cuts), len(data)]
    with_output(path, data, *ends)
    found = [str(step["stdout"]) for step in steps_of(path)]
    assert "".join(found) == data.decode("utf-8", "backslashreplace")
    for number, text in enumerate(found, 1):
        assert json.loads(lines_of(path, number)[1])["stdout"] == text


# ---- text ----


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\u2028\u2029\x85", "\x00\x1b\x7f", '"\\'])
def test_any_text_survives(path: Path, text: str) -> None:
    script = Script()
    script.begin()
    script.new(Scalar(text), type=text)
    script.push(1, text)
    script.set_locals(0, ((text, 1),))
    write(path, script.end())
    (step,) = steps_of(path)
    assert step["heap"]["1"]["value"] == text  # type: ignore[index]
    assert step["heap"]["1"]["type"] == text  # type: ignore[index]
    assert step["frames"][0]["function"] == text  # type: ignore[index]
    assert step["frames"][0]["locals"] == {text: 1}  # type: ignore[index]


def test_korean_stays_readable(path: Path) -> None:
    script = Script()
    script.begin()
    script.new(Scalar("'한글'"))
    write(path, script.end())
    assert "'한글'" in lines_of(path)[1]


# ---- many steps ----


def serials_in(value: object) -> Iterator[int]:
    """Yield every number in the place of a serial."""
    if isinstance(value, dict):
        for part in value.values():
            yield from serials_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from serials_in(part)
    elif isinstance(value, int):
        yield value


@given(st.integers(0, 2**32))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
def test_a_step_alone_is_as_among_all(path: Path, seed: int) -> None:
    """The exporter's caches from line to line do not change the lines."""
    run = random_run(seed, 15)
    write(path, *run.records)
    lines = lines_of(path)
    for number, state in enumerate(run.states[1:], 1):
        assert lines_of(path, number) == [lines[0], lines[number]]
        step = json.loads(lines[number])
        assert list(step["heap"]) == [str(serial) for serial in sorted(state.heap)]
        assert list(step["globals"]) == list(state.globals)
        named = [*step["globals"].values(), *(frame["locals"] for frame in step["frames"])]
        for serial in serials_in(named):
            assert str(serial) in step["heap"]


@pytest.mark.parametrize("step", [0, 3])
def test_there_must_be_such_a_step(path: Path, step: int) -> None:
    script = Script()
    write(path, script.step(), script.step())
    with pytest.raises(ValueError, match="is not within"):
        lines_of(path, step)


def test_a_recording_without_steps_is_a_header(path: Path) -> None:
    write(path)
    (line,) = lines_of(path)
    assert json.loads(line)["steps"] == 0
