"""Whether a file is a program that could be run at all."""

import warnings
from pathlib import Path

from visualizer.model import CannotRun, Refused

NULL_BYTES = "SyntaxError: source code cannot contain null bytes"
"""What Python says of such a file; ``compile`` has slightly other words for a text."""


class SyntaxFault(Refused):
    """The program does not compile at ``line``; ``message`` says why, without its kind."""

    def __init__(self, program: Path, error: SyntaxError, said: str) -> None:
        super().__init__(
            "{file}, line {line}: {reason}",
            said=said,
            file=program,
            line=error.lineno,
            reason=error.msg,
        )
        self.line, self.message = error.lineno, error.msg


def check_program(program: Path, *, is_for_other: bool = False) -> bytes:
    """What stands in the file ``program``, which exists, is text and compiles.

    Where it ``is_for_other`` versions of Python, only that version can say whether it compiles.

    Raises ``CannotRun`` otherwise, and its kind ``SyntaxFault`` for an error in the program.
    """
    data = _read(program)
    if b"\0" in data:
        raise Refused(
            "{file}: not a text file; choose a Python program", said=NULL_BYTES, file=program
        )
    if is_for_other:
        return data
    try:
        _compile(data, program)
    except SyntaxError as error:
        raise _fault(program, data, error) from None
    except (MemoryError, OverflowError, RecursionError, ValueError) as error:
        raise CannotRun(
            "{file}: Python cannot compile it: {reason}", file=program, reason=error
        ) from None
    return data


def source_text(data: bytes) -> str:
    """The text of a program's file, in the encoding that its first lines name (PEP 263)."""
    import io
    import tokenize

    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return io.TextIOWrapper(io.BytesIO(data), encoding).read()


def _read(program: Path) -> bytes:
    try:
        if program.is_dir():
            raise CannotRun("{file}: is a directory; choose a Python program", file=program)
        if program.exists() and not program.is_file():
            raise CannotRun("{file}: is not a regular file; choose a Python program", file=program)
        return program.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise CannotRun("{file}: no such file; check the path", file=program) from None
    except PermissionError:
        raise CannotRun(
            "{file}: no permission to read it; change its permissions", file=program
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CannotRun("{file}: cannot be read: {reason}", file=program, reason=reason) from None


def _compile(data: bytes, program: Path) -> None:
    # The program itself shows its warnings when it runs; here they would come a second time.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(data, str(program.absolute()), "exec", dont_inherit=True)


def _fault(program: Path, data: bytes, error: SyntaxError) -> CannotRun:
    import traceback

    said = "".join(traceback.format_exception_only(error)).rstrip("\n")
    if error.lineno is None or not _is_text(data):
        return Refused(
            "{file}: not a Python program ({reason}); choose another file",
            # The lines before show text that it is not.
            said=said.rpartition("\n")[2],
            file=program,
            reason=error.msg,
        )
    return SyntaxFault(program, error, said)


def _is_text(data: bytes) -> bool:
    try:
        source_text(data)
    except (SyntaxError, UnicodeError):
        return False
    return True
