"""Whether a file is a program that could be run at all."""

import warnings
from pathlib import Path

from visualizer.model import CannotRun

_MEND = "choose a Python program"


class SyntaxFault(CannotRun):
    """The program does not compile; ``detail`` is what Python shows, several lines."""

    def __init__(self, message: str, detail: str, line: int | None) -> None:
        super().__init__(message)
        self.detail = detail
        self.line = line


def check_program(program: Path) -> str:
    """The text of ``program``, which exists, is text and compiles.

    Raises ``CannotRun`` otherwise, and its kind ``SyntaxFault`` for an error in the program.
    """
    data = _read(program)
    if b"\0" in data:
        raise CannotRun(f"{program}: not a text file; {_MEND}")
    try:
        _compile(data, program)
    except SyntaxError as error:
        raise _fault(program, data, error) from None
    except (MemoryError, OverflowError, RecursionError, ValueError) as error:
        raise CannotRun(f"{program}: Python cannot compile it: {error}") from None
    return _decode(data)


def _read(program: Path) -> bytes:
    try:
        if program.is_dir():
            raise CannotRun(f"{program}: a directory; {_MEND}")
        if program.exists() and not program.is_file():
            raise CannotRun(f"{program}: not a regular file; {_MEND}")
        return program.read_bytes()
    except FileNotFoundError:
        raise CannotRun(f"{program}: no such file; check the path") from None
    except PermissionError:
        raise CannotRun(f"{program}: may not be read; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CannotRun(f"{program}: cannot be read: {reason}") from None


def _compile(data: bytes, program: Path) -> None:
    # The program itself shows its warnings when it runs; here they would come a second time.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(data, str(program.absolute()), "exec", dont_inherit=True)


def _fault(program: Path, data: bytes, error: SyntaxError) -> CannotRun:
    if error.lineno is None or not _is_text(data):
        return CannotRun(f"{program}: not a Python text file ({error.msg}); {_MEND}")
    import traceback

    detail = "".join(traceback.format_exception_only(error)).rstrip("\n")
    return SyntaxFault(f"{program}, line {error.lineno}: {error.msg}", detail, error.lineno)


def _is_text(data: bytes) -> bool:
    try:
        _decode(data)
    except (SyntaxError, UnicodeError):
        return False
    return True


def _decode(data: bytes) -> str:
    import io
    import tokenize

    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return io.TextIOWrapper(io.BytesIO(data), encoding).read()
