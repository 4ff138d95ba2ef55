"""Traces of Online Python Tutor as recordings: all their data, and nothing beyond it."""

import copy
import io
import json
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shell.recordings import recorded
from visualizer.explain.steps.step import explain_step
from visualizer.export.jsonl import write_jsonl
from visualizer.export.opt import write_opt
from visualizer.model import CannotRun, DamagedRecording, NotKept
from visualizer.recording import Recording, import_trace

PROGRAMS = sorted(Path(__file__, "../../../programs").resolve().glob("*.py"))
EVENTS = {"step_line": "line", "call": "call", "return": "return", "exception": "exception"}
SOME = """\
class Node:
    kind = "node"
    def __init__(self, value, next=None):
        self.value, self.next = value, next

def total(node, start=[0]):
    if node is None:
        return 2.5
    return node.value + total(node.next)

head = Node(1, Node(2))
ring = []
ring.append(ring)
table = {"a": (1, 2.0), None: {3}}
double = lambda n: 2 * n
print("한글", total(head))
try:
    [][double(1)]
except IndexError as error:
    print(error)
head = table["b"]
"""
type Json = dict[str, Any]


def trace_of(folder: Path, program: str) -> Json:
    """Return the trace of a program, as our exporter writes it."""
    out = io.StringIO()
    with closing(Recording.open(recorded(folder, program))) as recording:
        write_opt(recording, out)
    found: Json = json.loads(out.getvalue())
    return found


def imported(folder: Path, trace: object) -> list[Json]:
    """Return the jsonl export of the recording made of a trace: the header, and a line per step."""
    source, path = folder / "trace.json", folder / "trace.memtrace"
    source.write_text(json.dumps(trace), encoding="utf-8")
    import_trace(source, path)
    out = io.StringIO()
    with closing(Recording.open(path)) as recording:
        recording.check()
        write_jsonl(recording, out, ledger=True)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Json:
    """The trace of a program with most features of a trace."""
    return trace_of(tmp_path_factory.mktemp("some"), SOME)


@pytest.fixture(scope="module")
def kept(some: Json, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of that trace."""
    file = tmp_path_factory.mktemp("kept") / "some.json"
    file.write_text(json.dumps(some), encoding="utf-8")
    return file


def in_words(value: Any, heap: Json, seen: tuple[Any, ...] = ()) -> Any:
    """Describe a value of a trace without its numbers."""
    match value:
        case ["REF", number]:
            if number in seen:
                return "again", seen.index(number)
            tag, *rest = heap[str(number)]
            inner = (*seen, number)
            match tag:
                case "LIST" | "TUPLE" | "SET":
                    return tag, [in_words(one, heap, inner) for one in rest]
                case "DICT":
                    return tag, [[in_words(one, heap, inner) for one in pair] for pair in rest]
                case "INSTANCE" | "INSTANCE_PPRINT":
                    own = rest[1:] if tag == "INSTANCE" else rest[2:]
                    named = {name: in_words(one, heap, inner) for name, one in own}
                    return tag, rest[0], *rest[1 : len(rest) - len(own)], named
                case "CLASS":
                    named = {name: in_words(one, heap, inner) for name, one in rest[2:]}
                    return tag, rest[0], len(rest[1]), named
            return tag, rest[0].partition("(")[0]
        case ["SPECIAL_FLOAT", text]:
            return {"Infinity": "inf", "-Infinity": "-inf", "NaN": "nan"}.get(text, text)
        case ["IMPORTED_FAUX_PRIMITIVE", text]:
            return text
    return repr(value)


def said(serial: int, heap: Json, seen: tuple[int, ...] = ()) -> Any:
    """Describe an object of the recording in the same way."""
    one = heap[str(serial)]
    if serial in seen:
        return "again", seen.index(serial)
    inner = (*seen, serial)
    match one:
        case {"items": items, "type": "list" | "tuple" | "set" as type_}:
            return type_.upper(), [said(item, heap, inner) for item in items]
        case {"entries": entries, "type": "dict"}:
            return "DICT", [[said(one, heap, inner) for one in pair] for pair in entries]
        case {"class": _, "attributes": own}:
            named = {name: said(one, heap, inner) for name, one in own.items()}
            text = [one["value"]] if "value" in one else []
            return "INSTANCE_PPRINT" if text else "INSTANCE", one["type"], *text, named
        case {"bases": bases, "attributes": own}:
            named = {name: said(one, heap, inner) for name, one in own.items()}
            return "CLASS", one["name"], len(bases), named
        case {"closure": _}:
            return "FUNCTION", one["name"]
    return one["value"]


def same(one: Any, other: Any) -> bool:
    """Whether two descriptions agree; an object shown by its text alone matches that text."""
    if isinstance(one, tuple) and one[0] == "INSTANCE_PPRINT" and not one[3]:
        return bool(other == one[2])
    return bool(one == other)


@pytest.mark.parametrize("program", [*PROGRAMS, None], ids=lambda one: one.stem if one else "some")
def test_each_step_has_the_contents_of_the_trace(program: Path | None, tmp_path: Path) -> None:
    trace = trace_of(tmp_path, program.read_text(encoding="utf-8") if program else SOME)
    header, *steps = imported(tmp_path, trace)
    entries = [one for one in trace["trace"] if one["event"] in EVENTS]
    assert header["program"] == "trace.py"
    assert header["python"] is None
    assert len(steps) == len(entries)
    written = ""
    for entry, step in zip(entries, steps, strict=True):
        is_end = entry["event"] == "return" and entry["func_name"] == "<module>"
        assert step["event"] == ("finish" if is_end else EVENTS[entry["event"]])
        assert (step["line"], step["function"]) == (entry["line"], entry["func_name"])
        written += step["stdout"]
        if step is not steps[-1]:
            assert written == entry["stdout"]
        own = [one for one in entry["stack_to_render"] if not one["is_zombie"]]
        module, *frames = step["frames"]
        assert [one["function"] for one in frames] == [
            one["func_name"].partition(" <line")[0] for one in own
        ]
        scopes = [(module["locals"], entry["globals"])]
        scopes += [
            (frame["locals"], one["encoded_locals"]) for frame, one in zip(frames, own, strict=True)
        ]
        for names, encoded in scopes:
            assert set(names) == set(encoded) - {"__return__"}
            for name, serial in names.items():
                wanted = in_words(encoded[name], entry["heap"])
                assert same(wanted, said(serial, step["heap"])) or nested_text(wanted)
        if own and "__return__" in own[-1]["encoded_locals"] and entry["event"] == "return":
            value = own[-1]["encoded_locals"]["__return__"]
            assert "value" in frames[-1], value


def nested_text(found: Any) -> bool:
    """Whether an object inside is shown by its text, and so has no structure of its own."""
    if isinstance(found, tuple) and found and found[0] == "INSTANCE_PPRINT":
        return True
    parts = found.values() if isinstance(found, dict) else found
    return isinstance(found, (tuple, list, dict)) and any(map(nested_text, parts))


def test_nothing_is_added_to_the_trace(some: Json, tmp_path: Path) -> None:
    _, *steps = imported(tmp_path, some)
    for step in steps:
        for one in step["heap"].values():
            assert (one["address"], one["refcount"], one["size"]) == (None, None, None)
            assert "held" not in one
    assert all("exception" in step for step in steps if step["event"] == "exception")


def test_no_step_has_memory_that_no_trace_has(tmp_path: Path) -> None:
    program = "text = 'ab'\nfor n in range(3):\n    text += 'cd'\n    row = [text]\nrow = None\n"
    path = tmp_path / "trace.memtrace"
    (source := tmp_path / "trace.json").write_text(json.dumps(trace_of(tmp_path, program)))
    import_trace(source, path)
    with closing(Recording.open(path)) as recording:
        cursor, keys = recording.cursor(), set()
        for step in range(1, recording.steps + 1):
            before = cursor.seek(step - 1)
            told = explain_step(before, cursor.delta(step), recording.sources)
            keys |= {one.key for one in told}
            assert all(one.level < 4 for one in told)
    assert "augmented-new" in keys
    assert "augmented-grown" not in keys


def test_a_number_that_is_given_again_is_another_object(tmp_path: Path) -> None:
    trace = trace_of(tmp_path, "a = [1]\na = None\na = [2]\n")
    first, *_, last = [one for one in trace["trace"] if one["heap"]]
    assert first["heap"].keys() == {"1"}
    # OPT's tracer identifies objects by address and would say 1 again.
    renamed = json.loads(json.dumps(trace).replace('["REF", 2]', '["REF", 1]'))
    for entry in renamed["trace"]:
        entry["heap"] = dict(zip("1", entry["heap"].values(), strict=False))
    _, *steps = imported(tmp_path, renamed)
    lists = {
        serial for step in steps for serial, one in step["heap"].items() if one["type"] == "list"
    }
    assert len(lists) == 2
    assert last["heap"]


def test_ends_are_those_of_the_trace(some: Json, tmp_path: Path) -> None:
    assert imported(tmp_path, some)[0]["end"]["reason"] == "uncaught"
    whole = trace_of(tmp_path, "a = 1\n")
    assert imported(tmp_path, whole)[0]["end"]["reason"] == "finished"
    cut = copy.deepcopy(whole)
    cut["trace"][-1] = {"event": "instruction_limit_reached", "exception_msg": "too many steps"}
    assert imported(tmp_path, cut)[0]["end"] == {
        "reason": "step-limit",
        "detail": "too many steps",
        "exit_code": None,
    }


HOSTILE: list[tuple[str, Callable[[Json], object]]] = [
    ("the file is not an object", lambda _: [1]),
    ("code is not a string", lambda _: {"trace": []}),
    ("it has no steps", lambda one: {**one, "trace": []}),
    ("entry 1: it is not an object", lambda one: {**one, "trace": [None]}),
    ("event is not a string", lambda one: edited(one, "event", 7)),
    ("the event 'boom' is not known", lambda one: edited(one, "event", "boom")),
    ("there is no line", lambda one: edited(one, "line", 1 << 70)),
    ("line is not a whole number", lambda one: edited(one, "line", True)),
    ("heap is not an object", lambda one: edited(one, "heap", [])),
    ("heap object 1 is not an array", lambda one: edited(one, "heap", {"1": 5})),
    ("heap object 1 is empty", lambda one: edited(one, "heap", {"1": []})),
    ("heap object 1 is of no known kind", lambda one: edited(one, "heap", {"1": ["WHAT"]})),
    ("a pair does not have two parts", lambda one: edited(one, "heap", {"1": ["DICT", [1]]})),
    ("heap object 99 is not there", lambda one: edited(one, "globals", {"a": ["REF", 99]})),
    ("a value is of no known kind", lambda one: edited(one, "globals", {"a": {"b": 1}})),
    ("stack_to_render is not an array", lambda one: edited(one, "stack_to_render", 1)),
    (
        "a frame is there twice",
        lambda one: edited(
            one, "stack_to_render", [{"frame_id": 1, "func_name": "f", "encoded_locals": {}}] * 2
        ),
    ),
    (
        "the program never ran: SyntaxError",
        lambda one: {
            **one,
            "trace": [{"event": "uncaught_exception", "exception_msg": "SyntaxError"}],
        },
    ),
]


def edited(trace: Json, key: str, value: object) -> Json:
    found = copy.deepcopy(trace)
    found["trace"][0][key] = value
    return found


@pytest.mark.parametrize(("why", "edit"), HOSTILE, ids=[why for why, _ in HOSTILE])
def test_a_file_that_is_no_trace_is_refused_in_a_line(
    why: str, edit: Callable[[Json], object], some: Json, tmp_path: Path
) -> None:
    before = tmp_path / "trace.memtrace"
    before.write_text("what was there")
    with pytest.raises(DamagedRecording) as refused:
        imported(tmp_path, edit(some))
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)
    assert before.read_text() == "what was there"


@pytest.mark.parametrize(
    "text", ["", "no json", "[" * 100_000, "\ud800", '{"code": "", "trace": [1e999]}', "9" * 5_000]
)
def test_a_file_that_is_no_json_is_refused(text: str, tmp_path: Path) -> None:
    source = tmp_path / "trace.json"
    source.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(DamagedRecording):
        import_trace(source, tmp_path / "out.memtrace")
    assert not (tmp_path / "out.memtrace").exists()


def test_deep_and_cyclic_objects_are_read_or_refused(some: Json, tmp_path: Path) -> None:
    deep = {str(n): ["LIST", ["REF", n + 1]] for n in range(1, 50_000)} | {"50000": ["LIST"]}
    with pytest.raises(DamagedRecording, match="nested too deeply"):
        imported(tmp_path, edited(some, "heap", deep))


@given(st.integers(0, 2**32))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_trace_with_anything_exchanged_is_read_or_refused(
    kept: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    trace = json.loads(kept.read_text(encoding="utf-8"))
    values: list[Any] = [None, True, -1, 1 << 80, "", "REF", [], {}, ["REF", 1], [[]], 0.5]
    for _ in range(chance.randrange(1, 4)):
        place: Any = trace
        while True:
            keys = list(place if isinstance(place, dict) else range(len(place)))
            key = chance.choice(keys)
            inner = place[key]
            if not isinstance(inner, dict | list) or not inner or chance.random() < 0.15:
                place[key] = copy.deepcopy(chance.choice(values))
                break
            place = inner
    try:
        imported(tmp_path, trace)
    except DamagedRecording as refused:
        assert "is not a Python Tutor trace" in str(refused)  # noqa: PT017


def test_an_unusable_path_is_reported(some: Json, tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="no such file; check the path"):
        import_trace(tmp_path / "none.json", tmp_path / "out.memtrace")
    source = tmp_path / "trace.json"
    source.write_text(json.dumps(some))
    with pytest.raises(NotKept, match="is the trace itself"):
        import_trace(source, source)
    with pytest.raises(NotKept, match="directory does not exist"):
        import_trace(source, tmp_path / "no" / "out.memtrace")
