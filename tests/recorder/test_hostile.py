"""Programs that are hard to watch: each behaves as in a plain run, and is recorded."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.programs.hostile import PROGRAMS
from tests.recorder.hostile import Hostile
from tests.recorder.runs import (
    program_version,
    record,
    record_unread,
    run_plainly,
    write_program,
)
from tests.systems import ON_WINDOWS, needs_a_large_stack, needs_any_name, needs_posix
from visualizer.model import EndReason, Event
from visualizer.recording import Recording

ADDRESS = re.compile(r"\b0x[0-9a-fA-F]+\b")
ON_WINDOWS_ITS_OWN = {1: EndReason.UNCAUGHT, 3: EndReason.EXITED}
"""Ends that are signals elsewhere: on Windows ctypes turns an access violation into an exception,
and the C library exits with code 3 after SIGABRT and SIGFPE.
"""


def marks_of(program: Hostile) -> Iterator[pytest.MarkDecorator]:
    """Return the marks that skip a program."""
    if program.is_long:
        yield pytest.mark.full
    if program.is_for_posix:
        yield needs_posix
    if '"' in program.file:
        yield needs_any_name
    if program.name == "a nest of 20,000 generators":
        yield needs_a_large_stack


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of both runs: fixed hashes, buffered output."""
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)


@pytest.mark.share(2)
@pytest.mark.parametrize(
    "program",
    [pytest.param(one, id=one.name, marks=list(marks_of(one))) for one in PROGRAMS],
)
def test_it_writes_and_ends_as_in_a_plain_run_and_is_recorded_to_its_last_line(
    program: Hostile, tmp_path: Path
) -> None:
    path = program.write(tmp_path)
    plain = run_plainly(path)
    recorded = record_unread(path)
    assert without_addresses(recorded.stderr) == without_addresses(plain.stderr)
    assert without_addresses(recorded.stdout) == without_addresses(plain.stdout)
    assert recorded.exit_code == plain.exit_code
    reason = program.reason
    if reason is EndReason.KILLED and plain.exit_code == 0:
        reason = EndReason.FINISHED  # from 3.14 on a stack overflow is an ordinary error
    if ON_WINDOWS and reason is EndReason.KILLED:
        reason = ON_WINDOWS_ITS_OWN.get(plain.exit_code or 0, reason)
    if program_version() >= (3, 14) and reason is EndReason.FINISHED:
        if "free_tool_id(n)" in program.data.decode(errors="replace"):
            reason = EndReason.EXITED  # a freed tool gets no more events
        elif plain.exit_code == 1:
            reason = EndReason.UNCAUGHT  # some raise an exception that they did not raise before
    assert (recorded.end.reason, recorded.end.exit_code) == (reason, plain.exit_code)
    with closing(Recording.open(recorded.path)) as recording:
        recording.check()
        assert recording.end == recorded.end
        last = recording.cursor().seek(recording.steps).step
    assert last is not None
    goes_on = program.reason is EndReason.KILLED and reason is EndReason.FINISHED
    if program.last_line is None or goes_on:
        assert reason is not program.reason or last.event is Event.FINISH
    else:
        assert last.line == program.last_line


def test_a_program_that_cuts_off_its_output_loses_nothing_that_it_writes_afterwards(
    tmp_path: Path,
) -> None:
    source = """
        import os
        print("first", flush=True)
        os.ftruncate(1, 0)
        print("finally", flush=True)
        x = [1]
    """
    recorded = record_unread(write_program(tmp_path, source))
    # A late piece of output has been read by then, or never will be.
    assert recorded.stdout in ("finally\n", "first\nfinally\n")
    assert recorded.end.reason is EndReason.FINISHED
    with closing(Recording.open(recorded.path)) as recording:
        recording.check()


def without_addresses(text: str) -> str:
    return ADDRESS.sub("0x…", text)


def test_there_are_many_and_each_has_a_name_of_its_own() -> None:
    names = [program.name for program in PROGRAMS]
    assert len(names) == len(set(names)) > 150


def test_the_size_is_the_builtin_ones_where_the_program_defines_its_own(tmp_path: Path) -> None:
    recorded = record(
        write_program(
            tmp_path,
            """
            import array, sys
            class A:
                def __sizeof__(self): return 5
            class L(list):
                def __sizeof__(self): return 7
            class R(array.array):
                def __sizeof__(self): return 9
            a, l, r = A(), L([1, 2, 3]), R("i", [1])
            extra = sys.getsizeof(A()) - 5
            print(object.__sizeof__(a) + extra, list.__sizeof__(l) + extra)
            print(array.array.__sizeof__(r) + extra)
            """,
        )
    )
    printed = [int(word) for word in recorded.stdout.split()]
    assert [recorded.last.object(name).size for name in "alr"] == printed
