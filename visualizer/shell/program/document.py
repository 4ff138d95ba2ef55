"""A program's text in a file: its encoding (PEP 263), byte order mark and line ends."""

import codecs
import json
import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO

from visualizer.model import CannotRun, NotKept, Refused, check_regular, not_read, not_written
from visualizer.model.parsing import source_encoding
from visualizer.platform.files import make_beside, patiently, replacing
from visualizer.recording.mapping.line_map import in_common
from visualizer.recording.write.making import check_place, put_in_place
from visualizer.shell.asking import check_wanted

NOTEBOOK_SUFFIX = ".ipynb"
_COMMAND = re.compile(r"^([ \t]*)([%!])", re.MULTILINE)
"""The start of a line that only IPython understands."""


def program_of(path: Path, data: bytes) -> str:
    """Return the code cells of a notebook; IPython's own lines become comments.

    Raises ``CannotRun`` if ``data`` is no notebook (nbformat 4).
    """
    try:
        cells = json.loads(data)["cells"]
        code = ["".join(one["source"]) for one in cells if one["cell_type"] == "code"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise CannotRun(
            "{file}: not a Jupyter notebook; choose a Python program", file=path
        ) from None
    return _COMMAND.sub(r"\1# \2", "\n\n".join(code)) + "\n"


RECORDING_SUFFIX = ".memtrace"
"""The file suffix of a recording."""
TRACE_SUFFIX = ".json"
"""The suffix of a trace of Online Python Tutor."""
LESSON_SUFFIX = ".md"
"""The suffix of a lesson."""
LARGEST_PROGRAM = 8 << 20
"""Larger files are not programs that a user steps through."""
_LINE_END = re.compile("\r\n|\r|\n")
_ASCII = re.compile("[\0-\x7f]+")
_GUESSES = ("cp949", "cp1252")
"""The encodings to offer for a file that Python cannot decode, the stricter one first."""


class Undecoded(Refused):
    """A file with bytes that its encoding lacks; ``guess`` is an encoding that fits, or empty."""

    def __init__(self, message: str, *, guess: str, said: str, **details: object) -> None:
        super().__init__(message, said=said, guess=guess, **details)
        self.guess = guess


@dataclass(frozen=True, slots=True)
class Document:
    """A program's text with ``\\n`` as line end, and the properties of its file to preserve.

    ``ends`` are the line ends of the file, one for each line; ``path`` is None without a file.
    ``guess`` is the encoding of a file that Python cannot decode until it is saved again.
    """

    path: Path | None
    text: str
    bom: bool = False
    ends: tuple[str, ...] = ()
    guess: str = ""

    @property
    def name(self) -> str | None:
        """The file's name; None without a file."""
        return self.path.name if self.path else None


def load(path: Path, guess: str = "") -> Document:
    """Return the program at ``path``; raise ``CannotRun`` if it is unreadable or not text.

    A file that Python cannot decode is read as ``guess``; without one it raises ``Undecoded``.
    A notebook's program has no file yet.
    """
    check_regular(path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_PROGRAM + 1)
    except OSError as error:
        raise not_read(path, error) from None
    if len(data) > LARGEST_PROGRAM:
        most = LARGEST_PROGRAM >> 20
        raise CannotRun(
            "{file}: larger than {most} MB; choose a Python program", file=path, most=most
        )
    if b"\0" in data:
        raise CannotRun("{file}: not a text file; choose a Python program", file=path)
    if path.suffix == NOTEBOOK_SUFFIX:
        return Document(None, _LINE_END.sub("\n", program_of(path, data)))
    try:
        return Document(path, *_decode(path, data))
    except Undecoded:
        if not guess or not _fits(data, guess):
            raise
        return Document(path, *_in_lines(data.decode(guess)), guess=guess)


def _guess(data: bytes) -> str:
    """Return an encoding that fits; empty if the file says which it has.

    Nearly all bytes are text in the last one, so damaged UTF-8 would be, too.
    """
    if _encoding(data) != "utf-8" or data.startswith(codecs.BOM_UTF8):
        return ""
    beyond = _ASCII.sub("", data.decode("utf-8", "replace"))
    is_damaged = 2 * beyond.count("\ufffd") < len(beyond)
    guesses = _GUESSES[:-1] if is_damaged else _GUESSES
    return next((one for one in guesses if _fits(data, one)), "")


def _fits(data: bytes, encoding: str) -> bool:
    try:
        return bool(data.decode(encoding))
    except UnicodeDecodeError:
        return False


def _decode(path: Path, data: bytes) -> tuple[str, bool, tuple[str, ...]]:
    bom = data.startswith(codecs.BOM_UTF8)
    try:
        encoding = _encoding(data)
        text = data.removeprefix(codecs.BOM_UTF8).decode(encoding)
    except SyntaxError as error:
        raise Refused(
            "{file}: {reason}; correct its coding line",
            said=f"SyntaxError: {error.msg}",
            file=path,
            reason=error.msg,
        ) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        said = _not_decoded(data, line, error)
        details = {"file": path, "line": line, "encoding": error.encoding}
        if guess := _guess(data):
            raise Undecoded(
                "{file}: line {line} is not {encoding} text, but probably {guess}; read it as "
                "{guess} and save it, which writes UTF-8",
                guess=guess,
                said=said,
                **details,
            ) from None
        raise Undecoded(
            "{file}: line {line} is not {encoding} text; name its encoding in the first line, as "
            "in # -*- coding: cp949 -*-, or save it again as UTF-8",
            guess="",
            said=said,
            **details,
        ) from None
    return _in_lines(text, bom=bom)


def _in_lines(text: str, *, bom: bool = False) -> tuple[str, bool, tuple[str, ...]]:
    return _LINE_END.sub("\n", text), bom, tuple(_LINE_END.findall(text))


def _not_decoded(data: bytes, line: int, error: UnicodeDecodeError) -> str:
    """Return Python's message for a file with a byte that its encoding lacks."""
    if error.encoding == "utf-8" and not any(b"coding" in one for one in data.split(b"\n", 2)[:2]):
        odd = f"\\x{error.object[error.start]:02x}"
        return (
            f"SyntaxError: Non-UTF-8 code starting with '{odd}' on line {line}, "
            "but no encoding declared"
        )
    return f"SyntaxError: (unicode error) {error}"


def _encoding(data: bytes) -> str:
    """Return the encoding that Python uses for ``data``, apart from the byte order mark."""
    name = source_encoding(data)
    return "utf-8" if name == "utf-8-sig" else name


def save(document: Document, text: str, path: Path) -> Document:
    """Write ``text`` to ``path`` completely or not at all, in the style of ``document``.

    Raises ``NotKept`` if the file cannot be written or its encoding lacks a character; the file is
    then unchanged.
    """
    data, ends = _encode(document, text, path)
    write_whole(path, data)
    return Document(path, text, document.bom, ends)


def write_whole(path: Path, data: bytes | IO[bytes]) -> None:
    """Write a file completely; on failure raise ``NotKept`` and leave the file unchanged.

    ``data`` may be a temporary file, which is copied in pieces.
    """
    try:
        patiently(partial(_write, path, data))
    except OSError as error:
        raise not_written(path, error) from None


def copy_recording(source: Path, path: Path) -> None:
    """Copy a recording, otherwise like ``write_whole``."""
    target = check_place(path)
    try:
        beside = make_beside(target)
        try:
            shutil.copyfile(source, beside)
            check_wanted(path)
            put_in_place(beside, target)
        finally:
            with suppress(OSError):
                beside.unlink()
    except OSError as error:
        raise not_written(path, error) from None


def _write(path: Path, data: bytes | IO[bytes]) -> None:
    """Write the file; raise ``OSError``, ``PermissionError`` if it cannot be replaced now.

    Qt's files would keep the GIL, and so stop the window, while a drive does not answer.
    """
    whole = BytesIO(data) if isinstance(data, bytes) else data
    whole.seek(0)
    if path.exists():
        check_regular(path, NotKept)
        path.open("r+b").close()
    with replacing(path) as beside:
        with beside.open("wb") as file:
            shutil.copyfileobj(whole, file)
            file.flush()
            os.fsync(file.fileno())
        check_wanted(path)


def _encode(document: Document, text: str, path: Path) -> tuple[bytes, tuple[str, ...]]:
    ends = line_ends(document, text)
    lines = text.split("\n")
    whole = "".join(line + end for line, end in zip(lines, (*ends, ""), strict=True))
    try:
        mark = codecs.BOM_UTF8 if document.bom else b""
        encoding = _encoding(mark + whole.encode("utf-8", "replace"))
        data = mark + whole.encode(encoding)
    except SyntaxError as error:
        raise NotKept(
            "{file}: not saved: {reason}; correct its coding line", file=path, reason=error.msg
        ) from None
    except UnicodeEncodeError as error:
        line = whole.count("\n", 0, error.start) + 1
        raise NotKept(
            "{file}: not saved: line {line} has {character}, which {encoding} cannot encode; "
            "change the coding line to utf-8",
            file=path,
            line=line,
            character=repr(whole[error.start]),
            encoding=error.encoding,
        ) from None
    return data, ends


def line_ends(document: Document, text: str) -> tuple[str, ...]:
    """Return a line end for each line of ``text``; unchanged lines keep theirs.

    A file may mix line ends; new lines get the most frequent one.
    """
    old, new = document.text.split("\n"), text.split("\n")
    common = max(set(document.ends), key=document.ends.count, default="\n")
    if len(set(document.ends)) < 2:
        return (common,) * (len(new) - 1)
    head = in_common(old, new)
    tail = min(in_common(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    # The last line has no end, so the tail's ends are one fewer than its lines.
    kept_head = document.ends[: min(head, len(new) - 1)]
    kept_tail = document.ends[len(document.ends) - max(tail - 1, 0) :]
    between = len(new) - 1 - len(kept_head) - len(kept_tail)
    if between < 0:
        return kept_head[: len(new) - 1]
    return kept_head + (common,) * between + kept_tail
