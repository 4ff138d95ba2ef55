"""Which interpreters can run a program under the recorder, and what is said of the others."""

import sys
from pathlib import Path

import pytest

from tests.session.conftest import Start
from visualizer.model import CannotRun, EndReason
from visualizer.session import Options, prepare


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.py"
    path.write_text("x = 1\n")
    return path


def interpreter(folder: Path, script: str) -> Path:
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_our_own_interpreter_is_the_default(program: Path) -> None:
    assert prepare(Options(program)).python == sys.executable


def test_another_one_is_taken_where_it_is(program: Path, start: Start, tmp_path: Path) -> None:
    python = interpreter(tmp_path, f'exec "{sys.executable}" "$@"')
    assert prepare(Options(program, python=python)).python == str(python)
    assert start("x = 1\n", python=python).to_the_end().reason is EndReason.FINISHED


def test_one_on_the_path_is_found_by_name(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = interpreter(tmp_path, f'exec "{sys.executable}" "$@"')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert prepare(Options(program, python=Path("python"))).python == str(python)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo python=cpython 3.12.1 True True", "is cpython 3.12.1; choose a CPython 3.13"),
        ("echo python=pypy 3.13.0 True True", "is pypy 3.13.0"),
        ("echo hello", "not a Python interpreter"),
        ("exit 1", "not a Python interpreter"),
        (f'exec "{sys.executable}" -I "$@"', "without the recorder"),
        (f'exec "{sys.executable}" -E "$@"', "without the recorder"),
        (f'exec "{sys.executable}" -S "$@"', "without the recorder"),
    ],
)
def test_one_that_cannot_is_named_before_anything_runs(
    program: Path, tmp_path: Path, script: str, words: str
) -> None:
    python = interpreter(tmp_path, script)
    with pytest.raises(CannotRun, match=words) as caught:
        prepare(Options(program, python=python))
    assert str(caught.value).startswith(f"{python}: ")
    assert "--python" in str(caught.value)


def test_one_that_does_not_exist_or_may_not_be_run_is_said_so(
    program: Path, tmp_path: Path
) -> None:
    for python in (tmp_path / "nothing", program, tmp_path):
        with pytest.raises(CannotRun, match="no such interpreter"):
            prepare(Options(program, python=python))


@pytest.mark.parametrize(
    "text", ["x = 1\n", "import time\ntime.sleep(1000)\n", "while True: pass\n"]
)
def test_a_program_that_slips_past_the_recorder_is_ended_and_said_so(
    start: Start, tmp_path: Path, text: str
) -> None:
    # Asked what it is, this one listens; given a program, it does not.
    options = f'case "$1" in -c) ;; *) set -- -I "$@";; esac\nexec "{sys.executable}" "$@"'
    run = start(text, python=interpreter(tmp_path, options))
    end = run.to_the_end()
    assert end.reason is EndReason.RECORDER_FAILED
    assert run.session.unrecorded
    assert "without the recorder" in end.detail
