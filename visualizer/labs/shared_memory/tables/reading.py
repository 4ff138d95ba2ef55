"""Reads a text table, some rows at a time: by ``np.loadtxt``, or by Arrow with the same bytes.
Names and numbers come in the order of ``DTYPE``, separated by blanks or tabs; ``#`` begins a
comment. An error names file, line and column.
"""

from __future__ import annotations

import errno
import importlib.util
import io
import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from visualizer.labs.shared_memory.tables.table import DTYPE, ROW_BYTES, Failure, Table, phrase

_LINES_AT_ONCE = 1 << 14
_PIECE, _PIECE_TO_COUNT = 1 << 19, 1 << 18
_NAME_BYTES = DTYPE["chr"].itemsize
# One byte more than a name may have: a name that fills it would be cut silently.
_WIDER = np.dtype([("chr", f"S{_NAME_BYTES + 1}"), *DTYPE.descr[1:]])

type Keep = Callable[[Table], None]
type Parse = Callable[[bytes], Table | None]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads by ``np.loadtxt``, or if ``module`` is named, which must be installed, by Arrow."""

    key: str
    module: str = ""

    @property
    def is_here(self) -> bool:
        """Whether the reader's library is installed."""
        return not self.module or importlib.util.find_spec(self.module) is not None

    def parser(self) -> Parse | None:
        """Import the reader's library; return its parser, None for ``np.loadtxt``."""
        if not self.module:
            return None
        from visualizer.labs.shared_memory.tables.arrow import parse

        return parse

    def read(self, path: Path, keep: Keep) -> None:
        """Pass on the rows of a file, in order. Raises ``Failure``."""
        read(path, keep, self.parser())


READERS = (Reader("loadtxt"), Reader("fast", "pyarrow"))
reader = {one.key: one for one in READERS}.__getitem__
"""Returns the reader of a key; raises ``KeyError`` if there is none."""


def most_rows(path: Path) -> int:
    """Return the most rows that a file can have: its lines. Raises ``Failure``."""
    ends = 1
    with _opened(path, "rb") as file:
        while piece := file.read(_PIECE_TO_COUNT):
            ends += piece.count(b"\n")
            if b"\r" in piece:
                ends += piece.count(b"\r")
    return ends


def read(path: Path, keep: Keep, parse: Parse | None) -> None:
    """Pass on the rows of a file, in order, some at a time: memory never has the whole text.

    ``parse`` reads plain pieces: tabs, no comments, nothing on which the readers differ. Pieces for
    which it returns None go to ``np.loadtxt``, which also describes faults.
    """
    if parse is None:
        # One character a byte, so that names may have any bytes.
        with _opened(path, "r", encoding="latin-1") as file:
            _parse_lines(path, file, 1, keep)
        return
    lines = 1
    with _opened(path, "rb") as file:
        for piece in _pieces(file):
            lines += _parse_piece(path, piece, lines, keep, parse)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """Yield whole lines, so many that they fit in a processor's own cache during parsing."""
    rest = b""
    while more := file.read(_PIECE):
        end = more.rfind(b"\n") + 1
        if end:
            yield rest + more[:end]
            rest = more[end:]
        else:  # a line that is longer than a piece
            rest += more
    if rest:
        yield rest


def read_whole(path: str, parse: Parse | None) -> Table:
    """Return all rows of a file. It imports nothing of ours, since it may run on a machine without
    this package.
    """
    pieces: list[Table] = []

    def keep(rows: Table) -> None:
        pieces.append(rows.copy())

    read(Path(path), keep, parse)
    return np.concatenate(pieces) if pieces else np.empty(0, DTYPE)


def _parse_piece(path: Path, piece: bytes, line: int, keep: Keep, parse: Parse) -> int:
    """Parse a piece; return its number of lines."""
    table = parse(piece)
    if table is not None:
        keep(table)
        return piece.count(b"\n")
    lines = list(io.TextIOWrapper(io.BytesIO(piece), encoding="latin-1"))
    _parse_lines(path, iter(lines), line, keep)
    return len(lines)


def _parse_lines(path: Path, lines: Iterator[str], line: int, keep: Keep) -> None:
    for first in lines:
        some = chain([first], islice(lines, _LINES_AT_ONCE - 1))
        try:
            found = _loadtxt(some, DTYPE)
        except (ValueError, OverflowError):
            raise _fault(path, line) from None
        # A name that fills its field may have been cut silently.
        if found.view(np.uint8).reshape(-1, ROW_BYTES)[:, _NAME_BYTES - 1].any() and (
            not _is_readable(_lines_from(path, line))
        ):
            raise _fault(path, line)
        keep(found)
        line += _LINES_AT_ONCE


def _loadtxt(lines: Iterable[str], dtype: np.dtype[Any]) -> Table:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "loadtxt: input contained no data")
        with np.errstate(over="ignore"):  # a number too large for 32 bits is infinity
            return np.loadtxt(lines, dtype, ndmin=1)


def _lines_from(path: Path, line: int) -> list[str]:
    with _opened(path, "r", encoding="latin-1") as file:
        return list(islice(file, line - 1, line - 1 + _LINES_AT_ONCE))


def _fault(path: Path, first: int) -> Failure:
    """Return the fault of the first unreadable line from here on. Bisection finds it: all lines
    before it are readable.
    """
    lines = _lines_from(path, first)
    low, high = 0, len(lines)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _is_readable(lines[low:middle]) else (low, middle)
    column, what = _wrong_column(lines[low].partition("#")[0].split())
    return Failure(
        "{path}, line {line}, column {column}: {what}",
        path=path,
        line=first + low,
        column=column,
        what=what,
    )


def _is_readable(lines: list[str]) -> bool:
    try:
        names: NDArray[Any] = _loadtxt(lines, _WIDER)["chr"]
    except (ValueError, OverflowError):
        return False
    return not any(len(name) > _NAME_BYTES for name in names)


def _wrong_column(fields: list[str]) -> tuple[int, str]:
    names = DTYPE.names or ()
    for column, (name, text) in enumerate(zip(names, fields, strict=False), 1):
        dtype = DTYPE[name]
        if dtype.kind == "S":
            if len(text) > _NAME_BYTES:
                return column, phrase(
                    "{text} is longer than the {bytes} bytes of {name}",
                    text=repr(text),
                    bytes=_NAME_BYTES,
                    name=name,
                )
            continue
        try:
            _loadtxt([text], dtype)
        except (ValueError, OverflowError):
            return column, _no_number(text, name)
    there = len(fields)
    column = there + 1 if there < len(names) else len(names) + 1
    return column, phrase(
        "the line has {count} columns, not {expected}", count=there, expected=len(names)
    )


def _no_number(text: str, name: str) -> str:
    details = {"text": repr(text), "name": name}
    if DTYPE[name].kind == "i":
        return phrase("{text} is not a 32-bit integer, but {name} must be one", **details)
    return phrase("{text} is not a number, but {name} must be one", **details)


@contextmanager
def _opened(path: Path, mode: str, encoding: str | None = None) -> Iterator[Any]:
    try:
        with path.open(mode, encoding=encoding) as file:
            yield file
    except FileNotFoundError:
        raise Failure("{path}: no such file; check the name", path=path) from None
    except OSError as error:
        raise Failure(
            "{path}: cannot be read: {reason}; check the path and its permissions",
            path=path,
            # Windows would report a missing permission.
            reason=os.strerror(errno.EISDIR) if os.path.isdir(path) else error.strerror or error,
        ) from error
