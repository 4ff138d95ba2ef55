"""The rules for the recording of any program, checked for every program of the tests."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

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
from visualizer.model import Event

pytestmark = pytest.mark.share(2)

HERE = Path(__file__).parent
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


def test_steps_come_where_settrace_reports_events(program: Path, recorded: Recorded) -> None:
    log = program.with_suffix(".json")
    subprocess.run(
        [program_python() or sys.executable, HERE / "settrace_log.py", log, program],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    expected = {
        thread: [place_without_the_end(*event) for event in events]
        for thread, events in json.loads(log.read_text(encoding="utf-8")).items()
    }
    found: dict[str, list[tuple[str, ...]]] = {}
    for moment in recorded.moments:
        step = moment.step
        place = place_without_the_end(step.event, step.file, step.line, step.function)
        found.setdefault(moment.thread_names[step.thread], []).append(place)
    # Code that runs at exit is recorded too, but tracing has ended by then.
    del found["MainThread"][len(expected["MainThread"]) :]
    assert found == expected


def place_without_the_end(event: str, file: str, line: int, function: str) -> tuple[str, ...]:
    """Return the place, for ``uncaught`` only the event: settrace reports another line."""
    if event == Event.UNCAUGHT:
        return (event,)
    return (event, file, str(line), function)


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
