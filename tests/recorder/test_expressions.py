"""Values of expressions equal those that a rewritten program prints; nothing else changes."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Collection
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.recorder.runs import Moment, Recorded, program_python, record, write_program
from tests.systems import ON_WINDOWS
from visualizer.explain.expressions.composing import Expression, expressions
from visualizer.explain.expressions.moment import moment_of
from visualizer.recording import Recording

HERE = Path(__file__).parent
PROGRAMS = sorted((HERE.parent / "programs/expressions").glob("*.py"))
JUDGE = HERE / "expression_judge.py"
ALL: tuple[int, ...] = ()
_HANDLE = r"|(?<=Scalar\(text=')\d{3,4}(?=')" if ON_WINDOWS else ""
_ITS_OWN = re.compile(r"\b\d{12,}\b" + _HANDLE)
"""Addresses; on Windows also handles, such as those in an event loop."""
_COUNTED = re.compile(r"[\[{]|<(?!function|class|builtin|module|coroutine|generator|async)")
"""Values whose counts depend on the program alone; others are shared with code, or suspended."""


def evaluated(run: Recorded) -> list[tuple[int, Expression]]:
    """Return the expressions of a recording with the steps after which they were evaluated."""
    with closing(Recording.open(run.path)) as recording:
        return [
            (step, one)
            for step in range(recording.steps + 1)
            for one in expressions(recording.evaluations.after(step), recording.sources)
        ]


def texts(run: Recorded) -> list[tuple[str, str]]:
    """Return the evaluated expressions and their values, without parts of chains."""
    return [(one.text, one.value.text) for _, one in evaluated(run) if not one.is_part]


def recorded(folder: Path, text: str, lines: tuple[int, ...] = ALL) -> Recorded:
    """Record a program with its expressions."""
    return record(write_program(folder, text), expressions=lines)


def judged(program: Path) -> list[tuple[str, str, int]]:
    """Return expressions, values and counts from the judge."""
    out = program.with_suffix(".judged")
    command = [program_python() or sys.executable, JUDGE, program, out]
    subprocess.run(command, check=True, capture_output=True)
    lines = out.read_text("utf-8").splitlines()
    return [(text, value, count) for text, value, count in map(json.loads, lines)]


@pytest.fixture(params=PROGRAMS, ids=lambda path: path.stem)
def program(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A program of expressions of one kind, which can print any text on Windows too."""
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    return Path(shutil.copyfile(request.param, tmp_path / "prog.py"))


@pytest.mark.share(3)
def test_the_values_are_those_that_a_rewritten_program_prints(program: Path) -> None:
    run = record(program, expressions=ALL)
    wanted = judged(program)
    assert texts(run) == [(text, value) for text, value, _ in wanted]
    counts = [one.value.refcount for _, one in evaluated(run) if not one.is_part]
    assert [
        (text, value, count)
        for (text, value, _), count in zip(wanted, counts, strict=True)
        if _COUNTED.match(value)
    ] == [one for one in wanted if _COUNTED.match(one[1])]


@pytest.mark.share(3)
def test_a_recording_with_expressions_has_the_steps_of_one_without(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    without = record(program)
    shutil.copyfile(without.path, program.with_suffix(".without"))
    with_them = record(program, expressions=ALL)
    assert with_them.plainly == without.plainly
    assert len(with_them.moments) == len(without.moments)
    for one, other in zip(with_them.moments, without.moments, strict=True):
        assert facts(one) == facts(other)


SPECIALISED = {"__init__", "__getitem__", "__getattribute__", "getter"}
"""Functions that the interpreter calls without a call in the source, other than generators.

Their counts and operands depend on whether the interpreter has specialised the instruction, which
it does not do while it reports instructions (GUARANTEES.md).
"""


def test_only_operands_of_specialised_instructions_have_other_counts(
    tmp_path: Path,
) -> None:
    text = """
    class Point:
        def __init__(self, x):
            self._x = x
        @property
        def getter(self):
            return self._x
        def __add__(self, other):
            return Point([other])
        def __call__(self, y):
            return y
    class Row:
        def __getitem__(self, n):
            return n
    class Any:
        def __getattribute__(self, name):
            return name
    def pairs(n):
        yield [n]
        yield from [[n]]
    points, row, anything = [Point([0])], Row(), [Any()]
    for i in range(12):
        a = [points[0].getter, row[[i]], row[i], anything[0].some]
        b = [(points[0] + [i])([i]), points[0](*[i]), points[0](y=[i])]
        c = [one for one in pairs(i)], max([3, 1], key=lambda n: -n)
        with open(__file__) as file:
            d = [file.read(1)]
    """
    program = write_program(tmp_path, text)
    without = record(program)
    shutil.copyfile(without.path, program.with_suffix(".without"))
    with_them = record(program, expressions=ALL)
    assert with_them.places == without.places
    pairs = zip(with_them.moments, without.moments, strict=True)
    differing = [one for one, other in pairs if facts(one, ()) != facts(other, ())]
    assert {one.step.function for one in differing} == SPECIALISED


def test_a_string_grows_in_place_only_in_a_recording_without(tmp_path: Path) -> None:
    text = """
    def build(n):
        s = ""
        for i in range(n):
            s += str(i) * 2
        return s
    build(40)
    """
    program = write_program(tmp_path, text)

    def grown(run: Recorded) -> int:
        found = [moment.object("s") for moment in run.moments if "s" in moment.names]
        return sum(a.address == b.address and a.size < b.size for a, b in pairwise(found))

    without = grown(record(program))
    assert without > 20
    assert grown(record(program, expressions=ALL)) < without / 2


def facts(moment: Moment, left_out: Collection[str] = SPECIALISED) -> Any:
    """Return all facts of a moment except those that differ in each process.

    Counts and operands in calls of some functions are left out.
    """
    is_left_out = any(frame.function in left_out for frame in moment.frames)
    heap = {
        serial: (
            *(one.type, None if is_left_out else one.refcount, one.size, one.unreachable),
            _ITS_OWN.sub("its own", repr(one.content)),
        )
        for serial, one in moment.heap.items()
    }
    stacks = {
        thread: [
            replace(frame, address=0, namespace=0, operands=() if is_left_out else frame.operands)
            for frame in frames
        ]
        for thread, frames in moment.stacks.items()
    }
    step = moment.step
    return step.event, step.line, sorted(step.freed), step.value, stacks, moment.globals, heap


def test_a_long_value_is_cut_and_an_odd_one_is_its_type(tmp_path: Path) -> None:
    run = recorded(
        tmp_path,
        """
        from collections import deque
        from decimal import Decimal

        a = list(range(500))
        b = "x" * len(a)
        c = {n: [n] for n in range(200)}
        d = [[[[[[[[1]]]]]]]]
        e = [Decimal("1.5"), deque([1]), iter([]), {}.items(), print, int, len([]), set(), {3}]
        f = {"한": ["é'", b"x", 1.5, True, None, ..., range(3), 1j]}
        """,
    )
    found = dict(texts(run))
    assert found["list(range(500))"] == repr([*range(500)])[:399] + "…"
    assert found['"x" * len(a)'] == "'" + "x" * 398 + "…"
    assert found["{n: [n] for n in range(200)}"] == repr({n: [n] for n in range(200)})[:399] + "…"
    assert found["[[[[[[[[1]]]]]]]]"] == "[[[[[[[…]]]]]]]"
    assert found[
        '[Decimal("1.5"), deque([1]), iter([]), {}.items(), print, int, len([]), set(), {3}]'
    ] == (
        "[Decimal('1.5'), <deque>, <list_iterator>, <dict_items>,"
        " <builtin_function_or_method print>, <class int>, 0, set(), {3}]"
    )
    assert found["""{"한": ["é'", b"x", 1.5, True, None, ..., range(3), 1j]}"""] == (
        """{'한': ["é'", b'x', 1.5, True, None, Ellipsis, range(0, 3), 1j]}"""
    )


def test_only_chosen_lines_are_recorded(tmp_path: Path) -> None:
    run = recorded(tmp_path, "x = [1] + [2]\ny = [3] + [4]\nz = len(x) + len(y)\n", (2,))
    assert [text for text, _ in texts(run)] == ["[3]", "[4]", "[3] + [4]"]


def test_a_value_is_the_object_that_the_next_step_knows_else_a_temporary(tmp_path: Path) -> None:
    text = "def f(x):\n    return x\ny = f([1])[0]\nz = f([2])\nn = id([3] or 0)\n"
    run = recorded(tmp_path, text)
    found = [one.value for _, one in evaluated(run) if one.value.type == "list"]
    made, given, _, kept, only, passed_on = found
    assert made.serial == given.serial is not None, "it was x in the call"
    assert (made.refcount, made.ended, given.ended) == (1, False, True)
    assert run.last.object("z").serial == kept.serial
    assert only.serial is None
    assert only.temporary == passed_on.temporary is not None
    assert (only.ended, passed_on.refcount) == (True, 1)


def test_counts_inside_a_line_are_those_that_the_program_reads(tmp_path: Path) -> None:
    text = """
    from sys import getrefcount
    def f(x):
        y = x
        return getrefcount((x,)[0])
    a = [1]
    b = [a, a]
    n = f(a) + getrefcount((a,)[0]) + len([a, a]) + getrefcount((a,)[0])
    print(n)
    """
    run = recorded(tmp_path, text)
    found = []
    with closing(Recording.open(run.path)) as recording:
        for step, one in evaluated(run):
            if one.text in (
                "f(a)",
                "getrefcount((x,)[0])",
                "getrefcount((a,)[0])",
                "[a, a]",
                "len([a, a])",
            ):
                now = moment_of(recording.cursor().seek(step), one.value).state
                (names,) = now.globals.values()
                found.append((one.text, one.value.text, now.heap[dict(names)["a"]].refcount))
    # Next to the names and items there is the argument of getrefcount while it runs.
    assert found[1:] == [
        ("getrefcount((x,)[0])", "6", 5),
        ("f(a)", "6", 3),
        ("getrefcount((a,)[0])", "4", 3),
        ("[a, a]", "[[1], [1]]", 5),
        ("len([a, a])", "2", 3),
        ("getrefcount((a,)[0])", "4", 3),
    ]


def test_an_address_used_again_is_another_temporary(tmp_path: Path) -> None:
    run = recorded(tmp_path, "x = len([1, 2]) + len([3, 4])\n")
    first, second = (one.value for _, one in evaluated(run) if one.value.type == "list")
    assert first.address == second.address
    assert first.temporary != second.temporary


def test_threads_have_their_own_lines(tmp_path: Path) -> None:
    run = recorded(
        tmp_path,
        """
        from threading import Thread
        found = []
        def work(n):
            for i in range(5):
                found.append([n * 10 + i])
        ts = [Thread(target=work, args=(n,)) for n in (1, 2)]
        for t in ts:
            t.start()
        for t in ts:
            t.join()
        print(sorted(found))
        """,
    )
    by_thread: dict[int, list[str]] = {}
    for _, one in evaluated(run):
        if one.text == "n * 10 + i":
            by_thread.setdefault(one.value.thread, []).append(one.value.text)
    assert sorted(by_thread.values()) == [[str(n * 10 + i) for i in range(5)] for n in (1, 2)]
