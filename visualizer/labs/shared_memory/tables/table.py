"""The table that the methods transfer: its rows, and a checksum to compare them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

type Table = NDArray[Any]

DTYPE = np.dtype([("chr", "S10"), ("pos", "<i4"), ("pct", "<f4"), ("c", "<i4"), ("t", "<i4")])
"""A row as the document defines it: a position of a chromosome, and its counts."""

ROW_BYTES = DTYPE.itemsize


class Failure(Exception):
    """An error that ends a run: an English template and its details. Processes pass it on as text;
    the word files translate the template.
    """

    def __init__(self, template: str, /, **details: object) -> None:
        super().__init__(phrase(template, **details))


def phrase(template: str, /, **details: object) -> str:
    """Return the text of a ``Failure``; without details, ``template`` is the whole text."""
    return template.format_map(details) if details else template


def cannot_be_written(path: object, error: OSError) -> Failure:
    """Return the failure to write a file of a run."""
    return Failure(
        "{path}: cannot be written: {reason};"
        " free some space, use fewer rows, or set TMPDIR to another folder",
        path=path,
        reason=error.strerror or error,
    )


def raw(table: Table) -> NDArray[np.uint8]:
    """Return the memory of a table as bytes."""
    return np.frombuffer(table, np.uint8)


def read_through(table: Table) -> int:
    """Read everything, as a user of the table would; return the sum of its words modulo 2⁶⁴."""
    data = raw(table)
    words = data[: len(data) // 8 * 8].view(np.uint64)
    return int(words.sum()) + int(data[len(words) * 8 :].sum())


def checksum(tables: Iterable[Table]) -> str:
    """Return the SHA-256 of the rows of all tables in order, in hexadecimal."""
    digest = hashlib.sha256()
    for table in tables:
        digest.update(raw(table))
    return digest.hexdigest()
