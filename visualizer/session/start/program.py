"""Checks whether a file is a program that Python can compile."""

import warnings
from pathlib import Path

from visualizer.model import CannotRun, Refused

NULL_BYTES = "SyntaxError: source code cannot contain null bytes"
"""Python's message for such a file; ``compile`` words it slightly differently for a text."""


class SyntaxFault(Refused):
    """The program does not compile at ``line``; ``message`` is the reason without the error's
    type.
    """

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
    """Return the source of ``program``.

    Checks that it exists, is text and compiles; with ``is_for_other`` versions of Python it skips
    the last check, which only that version could do.

    Raises ``CannotRun``, and its subclass ``SyntaxFault`` for an error in the program.
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
    """Decode a program's source in the encoding that its first lines declare (PEP 263)."""
    import io

    from visualizer.model.parsing import source_encoding

    return io.TextIOWrapper(io.BytesIO(data), source_encoding(data)).read()


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
    # The program shows its warnings when it runs; here they would be duplicates.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(data, str(program.absolute()), "exec", dont_inherit=True)


def _fault(program: Path, data: bytes, error: SyntaxError) -> CannotRun:
    import traceback

    said = "".join(traceback.format_exception_only(error)).rstrip("\n")
    if error.lineno is None or not _is_text(data):
        return Refused(
            "{file}: not a Python program ({reason}); choose another file",
            # The lines before show source text, which the file is not.
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
