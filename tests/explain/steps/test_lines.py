"""Sentences about the line: which part of it ran, which still runs, which failed."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import program_version, record_unread, write_program
from visualizer.diagram.words import translate
from visualizer.explain.steps.lines import place_of_step
from visualizer.model import Event
from visualizer.recording import Recording

LINES = {"ran-code", "ran-to", "running-code", "unfinished-code"}


STOPS = (Event.CALL, Event.RESUME, Event.YIELD, Event.EXCEPTION)
"""Events in the middle of a line."""


def lines_said(text: str, tmp_path: Path) -> list[tuple[Event, str, str]]:
    """Return the event, key and code of each sentence about a line."""
    return [
        (step.event, one.key, str(dict(one.arguments)["code"]))
        for step, sentences in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in sentences
        if one.key in LINES
    ]


@pytest.mark.parametrize(
    ("text", "event", "code"),
    [
        ("total = sum(len(n) for n in ['a'])\n", Event.YIELD, "len(n)"),
        ("total = sum(len(n) for n in ['a'])\n", Event.RETURN, "for n in ['a']"),
        ("print(*((k, 'ä') for k in 'ä' if k))\n", Event.YIELD, "(k, 'ä')"),
        ("[2, 1].sort(key=lambda p: -p)\n", Event.RETURN, "-p"),
        ("x = (lambda: 1)() + (lambda x: x)(2)\n", Event.RETURN, "x"),
        ("print(sum(\n    n * 2  # twice\n    for n in [1]\n))\n", Event.YIELD, "n * 2"),
        ("def f(): return 1  # one\nf()\n", Event.RETURN, "return 1"),
    ],
)
def test_only_the_part_of_an_expression_with_its_own_frame_ran(
    text: str, event: Event, code: str, tmp_path: Path
) -> None:
    assert (event, "ran-code", code) in lines_said(text, tmp_path)


def test_neither_of_two_similar_lambdas_counts_as_run(tmp_path: Path) -> None:
    text = "both = (lambda x: x)(1), (lambda x: -x)(2)\n"
    found = [found for found in lines_said(text, tmp_path) if found[0] is Event.RETURN]
    assert found == []


@pytest.mark.parametrize(
    ("text", "key", "code"),
    [
        ("def f():\n    return 1\nx = f() + f()\n", "running-code", "x = f() + f()"),
        ("class Thing:\n    pass\n", "running-code", "class Thing:"),
        (
            "def f(n):\n    return n\nx = sum(f(n) for n in [1])\n",
            "running-code",
            "f(n) for n in [1]",
        ),
        ("x = 1 / 0  # fails\n", "unfinished-code", "x = 1 / 0"),
        ("def f():\n    return 1 / 0\nx = f()\n", "unfinished-code", "x = f()"),
        ("raise ValueError\n", "ran-code", "raise ValueError"),
        # From 3.14 on the program would close the generator at its end, in separate steps.
        (
            "import os\ndef g():\n    x = yield 1\nkept = g()\nnext(kept)\nos._exit(0)\n",
            "ran-to",
            "x = yield 1",
        ),
    ],
)
def test_an_unfinished_line_does_not_count_as_run(
    text: str, key: str, code: str, tmp_path: Path
) -> None:
    found = lines_said(text, tmp_path)
    assert (key, code) in {(key, code) for _, key, code in found}
    stops = {key for event, key, of in found if event in STOPS and of == code}
    assert key in stops
    assert stops <= {key, "running-code"}


def test_each_call_of_a_line_reports_that_the_line_is_running(tmp_path: Path) -> None:
    text = "def f():\n    return 1\nx = f() + f()\n"
    calls = [found for found in lines_said(text, tmp_path) if found[0] is Event.CALL]
    assert calls == [(Event.CALL, "running-code", "x = f() + f()")] * 2


def test_a_decorator_does_not_run_while_the_body_of_its_class_does(tmp_path: Path) -> None:
    text = "@id\nclass Thing:\n    def f(self): pass\n"
    program = write_program(tmp_path, text)
    found = list(step_sentences(record_unread(program).path))
    (notes,) = (said for _, said in found if any(one.key == "class-notes" for one in said))
    assert dict(notes[0].arguments) == {"code": "class Thing:", "line": 2}


@pytest.mark.parametrize("head", ["if any(n > 1 for n in a):", "while not all(n for n in a):"])
def test_a_condition_is_not_decided_while_an_expression_in_it_runs(
    head: str, tmp_path: Path
) -> None:
    text = f"a = [1, 1]\n{head}\n    pass\n"
    keys = [
        one.key
        for _, sentences in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in sentences
    ]
    assert "line-goes-on" in keys
    assert sum(key in ("if-false", "while-false") for key in keys) == 1


def test_an_exception_that_goes_on_after_finally_passes(tmp_path: Path) -> None:
    text = (
        "def f():\n    try:\n        1 / 0\n    finally:\n        x = 2\n"
        "try:\n    f()\nexcept ZeroDivisionError:\n    pass\n"
    )
    all_ = list(step_sentences(record_unread(write_program(tmp_path, text)).path))
    keys = [one.key for _, sentences in all_ for one in sentences]
    assert keys.count("raised-exception") == keys.count("passing-exception") == 1
    assert (Event.EXCEPTION, "ran-code", "x = 2") in lines_said(text, tmp_path)


@pytest.mark.parametrize(
    ("line", "key"), [("yield", "running-code"), ("yield 1", "ran-to"), ("x = yield", "ran-to")]
)
def test_a_line_of_only_yield_does_not_run_as_far_as_itself(
    line: str, key: str, tmp_path: Path
) -> None:
    text = f"def f():\n    {line}\nnext(f())\n"
    paused = [found for found in lines_said(text, tmp_path) if found[0] is Event.YIELD]
    assert paused == [(Event.YIELD, key, line)]


def test_a_generator_that_resumes_keeps_its_frame(tmp_path: Path) -> None:
    text = "total = sum(n for n in [1, 2])\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    gone = [step.event for step, all_ in all_ for one in all_ if one.key == "frame-gone"]
    assert Event.RESUME not in gone


def test_a_statement_of_several_lines_is_quoted_whole_at_its_end(tmp_path: Path) -> None:
    text = "a = [\n    1,  # one\n    len('b'),\n]\nb = 1 + \\\n    a[1]\n"
    found = [(key, code) for _, key, code in lines_said(text, tmp_path)]
    assert ("running-code", "b = 1 + \\") in found
    assert ("ran-code", "len('b'),") in found
    assert found[-1] == ("ran-code", "b = 1 + a[1]")
    assert ("ran-code", "a = [1, len('b')]") in found


def test_the_head_of_a_class_has_not_run_before_its_body(tmp_path: Path) -> None:
    text = "class A:\n    n = 1\n    m = 2\nend = 1\n"
    keys = [key for _, key, code in lines_said(text, tmp_path) if code == "class A:"]
    assert keys == ["running-code", "running-code", "ran-code"]


def test_a_long_line_is_quoted_by_its_beginning(tmp_path: Path) -> None:
    ((_, _, code),) = lines_said(f"numbers = [{'1, ' * 300}]\n", tmp_path)
    assert code.startswith("numbers = [1, 1")
    assert code.endswith("…")
    assert len(code) < 200


def test_a_line_interrupted_by_steps_of_another_thread_counts_as_run(tmp_path: Path) -> None:
    text = (
        "import threading\nmeet = threading.Barrier(2)\n"
        "def work():\n    place = meet.wait()\n    return 1\n"
        "t = threading.Thread(target=work)\nt.start()\n"
        "while not meet.n_waiting:\n    pass\nmeet.wait()\nt.join()\n"
    )
    assert (Event.LINE, "ran-code", "place = meet.wait()") in lines_said(text, tmp_path)


def test_the_file_is_named_where_the_line_is_in_another_one(tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("def run(n):\n    return n\n")
    program = write_program(tmp_path, "import helper\nhelper.run(1)\n")
    all_ = [one for _, all_ in step_sentences(record_unread(program).path) for one in all_]
    found = [dict(one.arguments) for one in all_ if one.key == "running-code-in"]
    assert [one["code"] for one in found] == ["import helper", "helper.run(1)"]
    assert {one["file"] for one in found} == {program.name}


def test_each_step_is_at_the_line_that_ran_or_is_left_unfinished(tmp_path: Path) -> None:
    text = """\
def half(n):
    m = n // 2
    return m
def rows():
    yield half(4)
made = rows()
try:
    x = half(next(made))
    x = half('a')
except TypeError:
    x = 0
"""
    path = record_unread(write_program(tmp_path, text)).path
    with closing(Recording.open(path)) as recording:
        cursor, places = recording.cursor(), []
        for number in range(1, recording.steps + 1):
            delta = cursor.delta(number)
            found = place_of_step(cursor.seek(number - 1), delta)
            places.append((found[1] if found else None, delta.step.event))
            if delta.step.event is Event.FINISH:
                break  # some versions of Python close the generator in separate steps
    line, call, back = Event.LINE, Event.CALL, Event.RETURN
    in_half = [(1, line), (2, line), (3, back)]
    assert places == [
        *((None, line), (1, line), (4, line), (6, line), (7, line)),
        *((8, call), (4, line), (5, call), *in_half, (5, Event.YIELD)),
        *((8, call), *in_half, (8, line)),
        *((9, call), (1, line), (2, Event.EXCEPTION), (9, Event.EXCEPTION), (9, line)),
        *((10, line), (11, Event.FINISH)),
    ]


def test_a_frame_that_evaluates_annotations_runs_no_statement(tmp_path: Path) -> None:
    text = """
        from dataclasses import dataclass
        @dataclass
        class Point:
            x: int
            y: int = 0
        def move(one: Point) -> Point:
            return one
        move.__annotations__
    """
    all_ = [*step_sentences(record_unread(write_program(tmp_path, text)).path)]
    said = [one for _, sentences in all_ for one in sentences if one.level == 1]
    keys = [one.key for one in said]
    assert [keys.count(key) for key in ("class-made", "decorated", "def-made")] == [1, 1, 1]
    # Before 3.14 the class body evaluates its annotations.
    is_apart = program_version() >= (3, 14)
    assert keys.count("only-annotated") == (not is_apart)
    assert keys.count("annotation-evaluated") == (3 if is_apart else 0)
    texts = [translate(one, "en") for one in said]
    assert not [one for one in texts if "__classdict__" in one or "__annotate_func__" in one]
    assert not [one for one in texts if "'__module__': '__main__'" in one]


def test_an_asynchronous_generator_expression_runs_as_far_as_it_waits(tmp_path: Path) -> None:
    text = """import asyncio
async def ticks():
    await asyncio.sleep(0)
    yield 1
async def main():
    async for n in (one + 1 async for one in ticks()):
        end = n
asyncio.run(main())
"""
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [
        (one.key, dict(one.arguments)["code"])
        for step, said in all_
        if (step.event, step.function) == ("yield", "<genexpr>")
        for one in said
        if one.key.startswith("ran-")
    ]
    assert found == [("ran-to", "one + 1 async for one in ticks()"), ("ran-code", "one + 1")]
