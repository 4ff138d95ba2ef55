"""Checks whether a file is a program that Python can compile."""

import subprocess
import warnings
from pathlib import Path
from typing import NamedTuple

from visualizer.model import CannotRun, Refused, check_regular, not_read

NULL_BYTES = "SyntaxError: source code cannot contain null bytes"
"""Python's message for such a file; ``compile`` words it slightly differently for a text."""

_COMPILE = """
import json, sys, traceback
try:
    compile(sys.stdin.buffer.read(), sys.argv[1], "exec", dont_inherit=True)
except SyntaxError as error:
    fault = [error.lineno, error.msg, traceback.format_exception_only(error)]
    print("\\nfault=" + json.dumps(fault))
except Exception as error:
    print("\\nfault=" + json.dumps([None, str(error), []]))
"""
_PATIENCE = 20.0
"""Seconds for another interpreter to compile the program."""


class _Fault(NamedTuple):
    """Why a program does not compile; ``words`` are Python's own lines for a syntax error."""

    line: int | None
    message: str
    words: list[str]


class SyntaxFault(Refused):
    """The program does not compile at ``line``; ``message`` is the reason without the error's
    type.
    """

    def __init__(self, program: Path, line: int, message: str, said: str) -> None:
        super().__init__(
            "{file}, line {line}: {reason}", said=said, file=program, line=line, reason=message
        )
        self.line, self.message = line, message


def check_program(program: Path, python: str | None = None) -> bytes:
    """Return the source of ``program``.

    Checks that it exists, is text and compiles, with the interpreter ``python``, or with our own.

    Raises ``CannotRun``, and its subclass ``SyntaxFault`` for an error in the program.
    """
    data = _read(program)
    if b"\0" in data:
        raise Refused(
            "{file}: not a text file; choose a Python program", said=NULL_BYTES, file=program
        )
    found = _compile(data, program) if python is None else _compile_with(python, data, program)
    if found is not None:
        raise _error(program, data, found)
    return data


def source_text(data: bytes) -> str:
    """Decode a program's source in the encoding that its first lines declare (PEP 263)."""
    import io

    from visualizer.model.parsing import source_encoding

    return io.TextIOWrapper(io.BytesIO(data), source_encoding(data)).read()


def _read(program: Path) -> bytes:
    check_regular(program)
    try:
        return program.read_bytes()
    except (OSError, ValueError) as error:
        raise not_read(program, error) from None


def _compile(data: bytes, program: Path) -> _Fault | None:
    """Return why a program does not compile; None if it does."""
    # The program shows its warnings when it runs; here they would be duplicates.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(data, str(program.absolute()), "exec", dont_inherit=True)
        except SyntaxError as error:
            import traceback

            return _Fault(error.lineno, error.msg, traceback.format_exception_only(error))
        except Exception as error:
            return _Fault(None, str(error), [])
    return None


def _compile_with(python: str, data: bytes, program: Path) -> _Fault | None:
    """Do the same with the interpreter ``python``, whose version may have another grammar."""
    try:
        answer = subprocess.run(
            [python, "-I", "-S", "-W", "ignore", "-c", _COMPILE, str(program.absolute())],
            input=data,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None  # the program's own run will show it
    import json

    # A script in the interpreter's place may print more.
    _, mark, fault = answer.rpartition(b"\nfault=")
    return _Fault(*json.loads(fault.splitlines()[0])) if mark else None


def _error(program: Path, data: bytes, fault: _Fault) -> CannotRun:
    line, message, words = fault
    if not words:
        return CannotRun(
            "{file}: Python cannot compile it: {reason}; simplify it, or choose another file",
            file=program,
            reason=message,
        )
    said = "".join(words).rstrip("\n")
    if line is None or not _is_text(data):
        return Refused(
            "{file}: not a Python program ({reason}); save it as UTF-8, or choose another file",
            # The lines before show source text, which the file is not.
            said=said.rpartition("\n")[2],
            file=program,
            reason=message,
        )
    return SyntaxFault(program, line, message, said)


def _is_text(data: bytes) -> bool:
    try:
        source_text(data)
    except (SyntaxError, UnicodeError):
        return False
    return True
