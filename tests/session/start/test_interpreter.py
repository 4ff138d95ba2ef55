"""The interpreters that can run a program under the recorder, and the messages about others."""

import sys
from pathlib import Path

import pytest

from tests.session.conftest import Start
from tests.systems import ON_WINDOWS
from visualizer.model import CannotRun, EndReason
from visualizer.session.options import Options
from visualizer.session.start.preparation import prepare


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.py"
    path.write_text("x = 1\n")
    return path


def interpreter(folder: Path, script: str) -> Path:
    if ON_WINDOWS:
        pytest.skip("needs a shell script in the place of an interpreter")
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
        (
            "echo python=cpython 3.12.1 True True",
            "is cpython 3.12.1, which .* choose one of CPython 3.13, 3.14, 3.15",
        ),
        (
            "echo python=cpython 4.0.0 True True",
            "is cpython 4.0.0, which the recorder does not support",
        ),
        ("echo python=cpython 3.13.0t True True", "is cpython 3.13.0t, which"),
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


def test_a_missing_or_forbidden_interpreter_is_reported(program: Path, tmp_path: Path) -> None:
    for python in (tmp_path / "nothing", program, tmp_path):
        with pytest.raises(CannotRun, match="no such interpreter"):
            prepare(Options(program, python=python))


SLIPS_PAST = 'case "$1" in -c) ;; *) set -- -I "$@";; esac\nexec "{python}" "$@"'
"""This interpreter answers the query about itself, but runs a program without the recorder."""


def test_a_program_that_escapes_the_recorder_runs_to_its_end_and_is_reported(
    start: Start, tmp_path: Path
) -> None:
    python = interpreter(tmp_path, SLIPS_PAST.format(python=sys.executable))
    run = start("print(6 * 7)\nraise SystemExit(5)\n", python=python)
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.RECORDER_FAILED, 5)
    assert "without the recorder" in end.detail
    assert run.session.failure == end.detail
    assert run.output == [("stdout", b"42\n")]


@pytest.mark.parametrize("text", ["print(input())\n", "while not input(): pass\n"])
def test_an_escaping_program_is_reported_while_it_still_runs(
    start: Start, tmp_path: Path, text: str
) -> None:
    python = interpreter(tmp_path, SLIPS_PAST.format(python=sys.executable))
    run = start(text, python=python)
    run.until(lambda: run.session.failure is not None)
    run.session.send_input(b"on\n")
    assert run.to_the_end().exit_code == 0


def test_an_interpreter_that_cannot_record_runs_the_program_where_that_is_asked_for(
    start: Start, tmp_path: Path
) -> None:
    newer = '[ "$1" = -c ] && echo python=cpython 4.0.0 True True && exit'
    python = interpreter(tmp_path, f'{newer}\nexec "{sys.executable}" "$@"')
    text = "import os\nprint(sorted(name for name in os.environ if 'VISUALIZER_S' in name))\n"
    run = start(text, python=python, unrecorded=True)
    end = run.to_the_end()
    assert (end.reason, end.exit_code) == (EndReason.RECORDER_FAILED, 0)
    assert "is cpython 4.0.0, which the recorder does not support" in end.detail
    assert run.session.failure is None
    assert run.output == [("stdout", b"[]\n")]


def test_our_own_interpreter_must_be_known_too(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.session.start.interpreter.KNOWN_VERSIONS", ((3, 12),))
    with pytest.raises(
        CannotRun, match="which the recorder does not support; choose one of CPython"
    ):
        prepare(Options(program))
    assert "does not support" in (prepare(Options(program, unrecorded=True)).unrecorded or "")
