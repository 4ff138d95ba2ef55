"""The messages about a file that cannot be run."""

import os
import sys
from pathlib import Path

import pytest

from tests.systems import needs_named_pipes, needs_scripts
from visualizer.model import CannotRun
from visualizer.session.start.program import SyntaxFault, check_program, source_text


def test_a_program_is_given_as_its_text(tmp_path: Path) -> None:
    program = tmp_path / "한글 이름.py"
    program.write_bytes("x = '값'\r\ny = 2\r\n".encode())
    assert source_text(check_program(program)) == "x = '값'\ny = 2\n"


def test_the_encoding_that_a_program_declares_is_used(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_bytes("# -*- coding: cp949 -*- 한글\nx = '값'\n".encode("cp949"))
    assert "값" in source_text(check_program(program))


def test_an_empty_file_is_a_program(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.touch()
    assert source_text(check_program(program)) == ""


@pytest.mark.parametrize("python", [None, sys.executable], ids=["own", "another"])
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\0", "not a text file"),
        (b"\x7fELF\x02\x01\x01\0\0", "not a text file"),
        (b"x = '\xff'\n", "not a Python program"),
        (b"\xff\xfe\x41", "not a Python program"),
        (b"# coding: nonsense\n", "not a Python program"),
        (b"(" * 300 + b")" * 300, "line 1"),
        (b"-" * 100_000 + b"1", "cannot compile"),
    ],
)
def test_a_file_that_is_no_program_is_named_with_its_fault(
    tmp_path: Path, data: bytes, words: str, python: str | None
) -> None:
    program = tmp_path / "program.py"
    program.write_bytes(data)
    with pytest.raises(CannotRun, match=words) as caught:
        check_program(program, python)
    message = str(caught.value)
    assert message.startswith(str(program))
    assert "\n" not in message


def test_an_error_of_the_compiler_itself_is_one_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CPython 3.13.0 raises ``SystemError`` for some classes with lambdas in comprehensions."""

    def fail(*_: object, **__: object) -> None:
        raise SystemError("lookup failed")

    monkeypatch.setattr("builtins.compile", fail)
    file = tmp_path / "program.py"
    file.touch()
    with pytest.raises(CannotRun, match=r"program\.py: Python cannot compile it: lookup failed"):
        check_program(file)


@needs_named_pipes
def test_a_missing_file_a_directory_and_a_pipe_are_distinguished(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, words in (
        ("", "directory"),
        ("no.py", "no such file"),
        ("pipe", "not a regular file"),
    ):
        with pytest.raises(CannotRun, match=words):
            check_program(tmp_path / name)
    (tmp_path / "file").touch()
    with pytest.raises(CannotRun, match="no such file"):
        check_program(tmp_path / "file" / "program.py")


@pytest.mark.parametrize("python", [None, sys.executable], ids=["own", "another"])
def test_a_syntax_error_carries_the_text_of_python(tmp_path: Path, python: str | None) -> None:
    program = tmp_path / "program.py"
    program.write_text("x = 1\ndef f(:\n    pass\n")
    with pytest.raises(SyntaxFault) as caught:
        check_program(program, python)
    assert caught.value.line == 2
    assert caught.value.said == (
        f'  File "{program}", line 2\n    def f(:\n          ^\nSyntaxError: invalid syntax'
    )
    assert str(caught.value) == f"{program}, line 2: invalid syntax"


@needs_scripts
def test_an_interpreter_that_prints_more_compiles_all_the_same(tmp_path: Path) -> None:
    python, program = tmp_path / "python.sh", tmp_path / "program.py"
    python.write_text(f'#!/bin/sh\necho hello\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    program.write_text("x = 1\n")
    assert source_text(check_program(program, str(python))) == "x = 1\n"
    program.write_text("x = = 1\n")
    with pytest.raises(SyntaxFault):
        check_program(program, str(python))


def test_a_warning_of_the_compiler_is_left_to_the_program(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text('x = "\\d"\n')
    assert source_text(check_program(program)) == 'x = "\\d"\n'
