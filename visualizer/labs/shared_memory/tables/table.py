"""The table that is brought from process to process: its rows, and a checksum to compare them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

type Table = NDArray[Any]

DTYPE = np.dtype([("chr", "S10"), ("pos", "<i4"), ("pct", "<f4"), ("c", "<i4"), ("t", "<i4")])
"""A row as the document defines it: a position of a chromosome, and the counts there."""

ROW_BYTES = DTYPE.itemsize


class Failure(Exception):
    """What keeps a run from its end: a template for a person, in English, with its gaps filled.

    It goes from process to process as text; the files of words know it by the template.
    """

    def __init__(self, template: str, /, **details: object) -> None:
        super().__init__(phrase(template, **details))


def phrase(template: str, /, **details: object) -> str:
    """Text as of a ``Failure``; without details ``template`` is finished already."""
    return template.format_map(details) if details else template


def cannot_be_written(path: object, error: OSError) -> Failure:
    """A file of a run."""
    return Failure(
        "{path}: cannot be written: {reason};"
        " free some space, use fewer rows, or set TMPDIR to another folder",
        path=path,
        reason=error.strerror or error,
    )


@dataclass(frozen=True, slots=True)
class Announcement:
    """Describes where a table's data are, in place of the data.

    ``index`` is that of the source file, ``place`` the name of a segment or file.
    """

    index: int
    place: str
    rows: int
    dtype: str = str(DTYPE.descr)

    def check(self, bytes_there: int) -> None:
        """Raise ``Failure`` if the place cannot hold the announced table."""
        if self.dtype != str(DTYPE.descr):
            raise Failure(
                "{place} was announced with dtype {dtype}, not {expected};"
                " both sides must use the same",
                place=self.place,
                dtype=self.dtype,
                expected=DTYPE.descr,
            )
        if not 0 <= self.rows * ROW_BYTES <= bytes_there:
            raise Failure(
                "{place} was announced with {rows} rows ({bytes} bytes), but it has {there} bytes",
                place=self.place,
                rows=self.rows,
                bytes=self.rows * ROW_BYTES,
                there=bytes_there,
            )


def raw(table: Table) -> NDArray[np.uint8]:
    """The same memory as bytes."""
    return np.frombuffer(table, np.uint8)


def read_through(table: Table) -> int:
    """Read everything, as a user of the table would; return the sum of its words modulo 2⁶⁴."""
    data = raw(table)
    words = data[: len(data) // 8 * 8].view(np.uint64)
    return int(words.sum()) + int(data[len(words) * 8 :].sum())


def checksum(tables: Iterable[Table]) -> str:
    """SHA-256 of the rows of all tables, one after the other, in hexadecimal."""
    digest = hashlib.sha256()
    for table in tables:
        digest.update(raw(table))
    return digest.hexdigest()
