"""The variables of comprehensions in a module or a class, and their unfinished results.

The program itself checks them: during a comprehension ``f_locals`` has only these variables
(PEP 709).
"""

import json

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import Moment, program_version
from visualizer.model import Event, Mapping, Scalar, Sequence, is_result
from visualizer.session.options import RECORDER_VARIABLE

PROGRAM = """
import json, sys
def look(*given):
    bound = {name: repr(value) for name, value in sys._getframe(1).f_locals.items()}
    print(json.dumps({name: bound[name] for name in sorted(bound) if len(name) == 1}))
    return given
n = "outer"
lines = [look(n) for n in range(3)]
pairs = {p: look(p, q) for p in "ab" for q in (p, None)}
grid = [[look(x, y) for y in (300, 400)] for x in range(2)]
class Table:
    sizes = {look(s) for s in (7, 8)}
    m = 1
    late = [m + look(m)[0] for m in (5,)]
kept = [k for k in [[1000], [2000]] if look(k)]
"""


@pytest.fixture(params=["auto", "python"])
def recorder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The recorder of the test's programs, each in turn."""
    monkeypatch.setenv(RECORDER_VARIABLE, request.param)
    return str(request.param)


@pytest.mark.usefixtures("recorder")
def test_a_name_that_a_class_takes_from_a_function_is_none_of_them(recorded: Record) -> None:
    run = recorded(
        "def f(taken):\n    class C:\n        own = [\n            (n, taken)\n"
        "            for n in (1, 2)\n        ]\nf(3000)\n"
    )
    frames = [frame for one in run.moments for frame in one.frames]
    names = {name for frame in frames for name, _ in frame.comprehension if not is_result(name)}
    assert names == {"n"}


@pytest.mark.usefixtures("recorder")
def test_they_are_those_that_the_program_sees(recorded: Record) -> None:
    run = recorded(PROGRAM)
    calls = [
        one for one in run.moments if one.step.event is Event.CALL and one.step.function == "look"
    ]
    said = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(calls) == len(said) == 16
    for moment, bound in zip(calls, said, strict=True):
        contents = {
            name: moment.heap[serial].content
            for name, serial in moment.frames[-2].comprehension
            if not is_result(name)
        }
        values = {
            name: one.text if isinstance(one, Scalar) else "[...]" for name, one in contents.items()
        }
        assert values == {name: "[...]" if text[0] == "[" else text for name, text in bound.items()}
    assert run.moments[-1].frames[-1].comprehension == ()


def test_a_variable_that_a_function_shares_is_one_too(recorder: str, recorded: Record) -> None:
    run = recorded("late = [lambda: n for n in 'ab']")
    found = [
        name
        for one in run.moments
        for name, _ in one.frames[-1].comprehension
        if not is_result(name)
    ]
    # Before 3.13.2 the interpreter crashes if Python code reads it (CPython's issue 128396).
    is_readable = recorder == "auto" or program_version() >= (3, 13, 2)
    assert found == (["n", "n"] if is_readable else [])


RESULTS = """
def same(value):
    return value
def fill():
    return [same(n) for n in (30, 10, 20)]
fill()
table = [[same((r, c)) for c in "ab"] for r in "xy"]
lengths = {same(word): len(word) for word in ("one", "three")}
class Letters:
    odd = {same(c) for c in "aba"}
try:
    [1 // same(n) for n in (1, 0)]
except ZeroDivisionError:
    same(None)
same([n for n in range(3)])
"""


def _unfinished(moment: Moment) -> dict[str, int]:
    """Return the length of each result that the caller of the innermost frame is building."""
    found = {}
    for name, serial in moment.frames[-2].comprehension:
        content = moment.heap[serial].content
        if is_result(name):
            assert isinstance(content, (Sequence, Mapping))
            found[name] = content.length
    return found


@pytest.mark.usefixtures("recorder")
def test_a_result_is_known_while_it_is_filled(recorded: Record) -> None:
    run = recorded(RESULTS)
    calls = [
        one for one in run.moments if one.step.event is Event.CALL and one.step.function == "same"
    ]
    assert [_unfinished(one) for one in calls] == [
        *({"[…]": 0}, {"[…]": 1}, {"[…]": 2}),
        *({"[…]": 0, "[[…]]": 0}, {"[…]": 0, "[[…]]": 1}),
        *({"[…]": 1, "[[…]]": 0}, {"[…]": 1, "[[…]]": 1}),
        *({"{…: …}": 0}, {"{…: …}": 1}),
        *({"{…}": 0}, {"{…}": 1}, {"{…}": 2}),
        *({"[…]": 0}, {"[…]": 1}),
        *({}, {}),
    ]


@pytest.mark.usefixtures("recorder")
def test_a_result_that_unpacks_its_items_is_known_too(recorded: Record) -> None:
    can_unpack = program_version() >= (3, 15)
    text = "[*same([n, n]) for n in (1, 2)]\n{**same({n: n}) for n in (1, 2)}\n" * can_unpack
    run = recorded(f"def same(value):\n    return value\n{text}")
    calls = [one for one in run.moments if one.step.event is Event.CALL]
    expected = [{"[…]": 0}, {"[…]": 2}, {"{…: …}": 0}, {"{…: …}": 1}]
    assert [_unfinished(one) for one in calls] == (expected if can_unpack else [])


@pytest.mark.usefixtures("recorder")
def test_a_result_is_the_object_that_the_name_gets(recorded: Record) -> None:
    run = recorded("kept = [n for n in range(3)]")
    filled = {
        serial
        for one in run.moments
        for name, serial in one.frames[-1].comprehension
        if is_result(name)
    }
    assert filled == {dict(run.moments[-1].frames[-1].locals)["kept"]}
    assert all(serial in one.heap for one in run.moments[2:] for serial in filled)
