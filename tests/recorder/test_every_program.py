"""The rules for the recording of any program, checked for every program of the tests."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.explain.step_sentences import is_explained, step_sentences
from tests.export.jsonl_rules import broken_rules
from tests.recorder.agreement import lines_of
from tests.recorder.invariants import broken
from tests.recorder.ledgers import Account, add
from tests.recorder.runs import (
    PATIENCE,
    Recorded,
    program_python,
    program_version,
    record,
    run_plainly,
)
from visualizer.diagram.words import LANGUAGES, translate
from visualizer.model import Cell, Event, HeapObject, Scalar

pytestmark = pytest.mark.share(2)

HERE = Path(__file__).parent
MAIN = "MainThread"
SAMPLES = HERE.parent / "programs"
PROGRAMS = sorted(
    path
    for folder in (SAMPLES, SAMPLES / "opt", SAMPLES / "recorder")
    for path in folder.glob("*.py")
)

MOST_OTHER = 0.25 if program_version() < (3, 15) else 0.31
"""The largest share of a program's counts that may remain unexplained; see ``remainder``.

From 3.15 on library code has an extra reference to texts of its own.
"""


@pytest.fixture(scope="module", params=PROGRAMS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a program, with its modules, in a folder of its own."""
    source: Path = request.param
    folder = tmp_path_factory.mktemp("program")
    shutil.copyfile(source, folder / "prog.py")
    beside = source.with_suffix("")
    if beside.is_dir():
        shutil.copytree(beside, folder, dirs_exist_ok=True)
    return folder / "prog.py"


@pytest.fixture(scope="module")
def recorded(program: Path) -> Iterator[Recorded]:
    """Return its recording."""
    os.environ["PYTHONHASHSEED"] = "0"
    yield record(program)
    del os.environ["PYTHONHASHSEED"]


def test_output_errors_and_exit_code_are_a_plain_runs(program: Path, recorded: Recorded) -> None:
    plain = run_plainly(program)
    assert recorded.plainly == plain
    assert "".join(moment.printed for moment in recorded.moments) == plain.stdout


@pytest.fixture(scope="module")
def traced(program: Path) -> dict[str, Any]:
    """Return what a trace function wrote about a plain run."""
    log = program.with_suffix(".json")
    subprocess.run(
        [program_python() or sys.executable, HERE / "settrace_log.py", log, program],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    found: dict[str, Any] = json.loads(log.read_text(encoding="utf-8"))
    return found


def test_steps_come_where_settrace_reports_events(
    recorded: Recorded, traced: dict[str, Any]
) -> None:
    expected = {
        thread: [place_without_the_end(*event) for event in events]
        for thread, events in traced["events"].items()
    }
    found: dict[str, list[tuple[str, ...]]] = {}
    for moment in recorded.moments:
        step = moment.step
        place = place_without_the_end(step.event, step.file, step.line, step.function)
        found.setdefault(moment.thread_names[step.thread], []).append(place)
    # Code that runs at exit is recorded too, but tracing has ended by then.
    del found[MAIN][len(expected[MAIN]) :]
    assert found == expected


def place_without_the_end(event: str, file: str, line: int, function: str) -> tuple[str, ...]:
    """Return the place, for ``uncaught`` only the event: settrace reports another line."""
    if event == Event.UNCAUGHT:
        return (event,)
    return (event, file, str(line), function)


def test_names_have_the_values_and_counts_that_a_trace_function_reads(
    recorded: Recorded, traced: dict[str, Any]
) -> None:
    lines = [
        moment
        for moment in recorded.moments
        if moment.step.event == Event.LINE and moment.thread_names[moment.step.thread] == MAIN
    ]
    assert traced["readings"]
    for moment, reading in zip(lines, traced["readings"], strict=False):
        if reading is None:
            continue
        line, of_module, own = reading
        frame = moment.stacks[moment.step.thread][-1]
        names = dict(moment.globals.get(moment.step.file, ()))
        assert (moment.step.line, differing(of_module, names, moment.heap)) == (line, {})
        names = dict((*frame.comprehension, *frame.locals))
        assert (moment.step.line, differing(own, names, moment.heap)) == (line, {})


def differing(
    reading: dict[str, str | int], names: dict[str, int], heap: dict[int, HeapObject]
) -> dict[str, tuple[str | int, object]]:
    """Return what the trace function read and what is recorded, where they differ."""
    found: dict[str, tuple[str | int, object]] = {}
    for name, read in reading.items():
        thing = heap.get(names.get(name, 0))
        if thing is not None and isinstance(thing.content, Cell):
            thing = heap.get(thing.content.contents or 0)
        content = None if thing is None else thing.content
        shown = content.text if isinstance(content, Scalar) else thing and thing.refcount
        if shown != read and not (isinstance(content, Scalar) and content.length is not None):
            found[name] = read, shown
    return found


def test_the_rules_for_any_recording_hold_for_this_one(recorded: Recorded) -> None:
    assert list(broken(recorded)) == []


def test_its_export_keeps_the_rules_of_the_format(recorded: Recorded) -> None:
    assert list(broken_rules(lines_of(recorded.path))) == []


def test_no_step_is_left_without_an_explanation(recorded: Recorded) -> None:
    for step, sentences in step_sentences(recorded.path):
        assert is_explained(sentences), step
        for language in LANGUAGES:
            assert all(translate(one, language) for one in sentences)


def test_every_count_is_accounted_for_and_nothing_is_counted_twice(recorded: Recorded) -> None:
    account = Account()
    add(recorded.path, account)
    assert account.too_many == []
    assert account.other.total() <= MOST_OTHER * account.total.total()
