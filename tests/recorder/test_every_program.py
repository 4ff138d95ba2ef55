"""What holds for the recording of any program, asked of every program kept with the tests."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.recorder.ledgers import Account, add
from tests.recorder.references import references
from tests.recorder.runs import PATIENCE, Moment, Recorded, record, run_plainly
from visualizer.model import Event
from visualizer.recording import Recording

HERE = Path(__file__).parent
PROGRAMS = sorted(
    path
    for name in ("programs", "programs_opt")
    for path in HERE.parent.joinpath(name).glob("*.py")
) + sorted(HERE.joinpath("programs").glob("*.py"))

MOST_OTHER = 0.25
"""The largest share of a program's counts that may remain unexplained; see ``remainder``."""


@pytest.fixture(scope="module", params=PROGRAMS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program, with the modules it imports, in a folder of its own."""
    source: Path = request.param
    folder = tmp_path_factory.mktemp("program")
    shutil.copyfile(source, folder / "prog.py")
    beside = source.with_suffix("")
    if beside.is_dir():
        shutil.copytree(beside, folder, dirs_exist_ok=True)
    return folder / "prog.py"


@pytest.fixture(scope="module")
def recorded(program: Path) -> Iterator[Recorded]:
    """Its recording."""
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
        [sys.executable, HERE / "settrace_log.py", log, program],
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
    # What runs at exit is recorded too, and no longer traced by then.
    del found["MainThread"][len(expected["MainThread"]) :]
    assert found == expected


def place_without_the_end(event: str, file: str, line: int, function: str) -> tuple[str, ...]:
    """``uncaught`` stands where the exception came from, and settrace where it left the module."""
    if event == Event.UNCAUGHT:
        return (event,)
    return (event, file, str(line), function)


def test_a_serial_is_one_object_for_life(recorded: Recorded) -> None:
    types: dict[int, str] = {}
    dead: set[int] = set()
    before: set[int] = set()
    for moment in recorded.moments:
        heap = moment.heap
        addresses = {entry.address for entry in heap.values()}
        assert len(addresses) == len(heap), "two live objects share an address"
        dead.update(moment.step.freed)
        assert before - heap.keys() == set(moment.step.freed)
        assert dead.isdisjoint(heap), "a freed serial is still in the heap"
        for serial, entry in heap.items():
            assert types.setdefault(serial, entry.type) == entry.type
        before = set(heap)


def test_everything_that_is_referred_to_is_in_the_heap(recorded: Recorded) -> None:
    for moment in recorded.moments:
        missing = referred_to(moment) - moment.heap.keys()
        assert not missing, f"step {moment.step.number}"


def referred_to(moment: Moment) -> set[int]:
    step = moment.step
    found = {serial for serial in (step.value, step.exception) if serial is not None}
    for names in moment.globals.values():
        found.update(serial for _, serial in names)
    for frames in moment.stacks.values():
        found.update(serial for frame in frames for _, serial in frame.locals)
    for entry in moment.heap.values():
        found.update(references(entry.content))
    return found


def test_a_count_is_never_less_than_the_references_that_are_shown(recorded: Recorded) -> None:
    for moment in recorded.moments:
        shown: dict[int, int] = {}
        for names in moment.globals.values():
            for _, serial in names:
                shown[serial] = shown.get(serial, 0) + 1
        for serial, count in shown.items():
            refcount = moment.heap[serial].refcount
            assert refcount is None or refcount >= count


def test_every_count_is_accounted_for_and_nothing_is_counted_twice(recorded: Recorded) -> None:
    account = Account()
    add(recorded.path, account)
    assert account.too_many == []
    assert account.other.total() <= MOST_OTHER * account.total.total()


def test_it_is_the_same_walked_backwards_and_from_anywhere(recorded: Recorded) -> None:
    with closing(Recording.open(recorded.path)) as recording:
        cursor = recording.cursor()
        for moment in reversed(recorded.moments):
            state = cursor.seek(moment.step.number)
            assert (state.step, state.heap) == (moment.step, moment.heap)
            assert (state.globals, state.stacks) == (moment.globals, moment.stacks)
