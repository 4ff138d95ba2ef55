"""Parses plain pieces of a text table by Arrow: the same bytes as ``np.loadtxt``, or nothing."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc
from numpy.typing import NDArray

from visualizer.labs.shared_memory.tables.table import DTYPE, Table

_NAMES = list(DTYPE.names or ())
# Rounded to 32 bits through 64, as ``np.loadtxt`` does.
_TYPES = {"chr": pa.binary(), "pct": pa.float64()} | dict.fromkeys(("pos", "c", "t"), pa.int32())
# The lab has a worker for every processor already: threads would only compete with them.
_READ = pc.ReadOptions(column_names=_NAMES, block_size=1 << 20, use_threads=False)
_PARSE = pc.ParseOptions(delimiter="\t", quote_char=False, double_quote=False)
_CONVERT = pc.ConvertOptions(
    column_types=_TYPES, null_values=[], strings_can_be_null=False, check_utf8=False
)
_SIGNS = ord("#")
"""The highest code of a sign that may divide, quote, or begin a comment."""
_WIDTH = DTYPE["chr"].itemsize
_MASKS = np.array([(1 << 8 * min(width, 8)) - 1 for width in range(_WIDTH + 1)], "<u8")
_MASKS_OF_REST = np.array([(1 << 8 * max(width - 8, 0)) - 1 for width in range(_WIDTH + 1)], "<u2")
_WORDS = np.dtype(
    {
        "names": ["low", "high"],
        "formats": ["<u8", "<u2"],
        "offsets": [0, 8],
        "itemsize": DTYPE.itemsize,
    }
)
"""A view of a row's name as two words."""


def parse(piece: bytes) -> Table | None:
    """Return the rows of whole lines; None if the readers might differ, or it is no table."""
    data = np.frombuffer(piece, np.int8)
    # Bytes from 128 on are negative here; some of them divide fields for ``np.loadtxt``.
    divisions = int(np.count_nonzero(data <= _SIGNS))
    if _has_hexadecimal(piece, data):
        return None
    try:
        # Arrow's own allocators keep some 20 MB of freed memory in each worker, for the same time.
        pool = pa.system_memory_pool()
        found = pc.read_csv(pa.BufferReader(piece), _READ, _PARSE, _CONVERT, pool)
    except pa.ArrowInvalid:
        return None
    missing_end = not piece.endswith(b"\n")
    if divisions != len(_NAMES) * found.num_rows - missing_end:
        return None
    table = np.empty(found.num_rows, DTYPE)
    first = 0
    for batch in found.to_batches():
        some = table[first : first + batch.num_rows]
        if not _fill(some, batch):
            return None
        first += batch.num_rows
    return table


def _has_hexadecimal(piece: bytes, data: NDArray[np.int8]) -> bool:
    """Arrow reads 0x10 as a number. A name with 0x in it only makes parsing slower."""
    for cross in b"xX":
        if cross in piece:  # chrX
            places = np.flatnonzero(data[1:] == cross)
            if (data[places] == ord("0")).any():
                return True
    return False


def _fill(table: Table, batch: pa.RecordBatch) -> bool:
    if not _fill_names(table, batch.column("chr")):
        return False
    percent = batch.column("pct").to_numpy()
    if np.isnan(percent).any():  # several spellings
        return False
    with np.errstate(over="ignore"):
        table["pct"] = percent
    for name in ("pos", "c", "t"):
        table[name] = batch.column(name).to_numpy()
    return True


def _fill_names(table: Table, column: pa.Array) -> bool:
    """Write each name as words of 8 and 2 bytes, without the bytes after it."""
    if not len(column):
        return True
    _, offsets, letters = column.buffers()
    ends = np.frombuffer(offsets, "<i4", len(column) + 1, 4 * column.offset)
    widths = np.diff(ends)
    shortest, longest = int(widths.min()), int(widths.max())
    if not 0 < shortest <= longest <= _WIDTH:
        return False
    # Names of one length, as in most of a chromosome, share a mask.
    which = longest if shortest == longest else widths
    padded = np.zeros(ends[-1] - ends[0] + _WIDTH, np.uint8)
    padded[:-_WIDTH] = np.frombuffer(letters, np.uint8, ends[-1] - ends[0], ends[0])
    starts = ends[:-1] - ends[0]
    count = len(padded) - _WIDTH + 1
    words = table.view(_WORDS)
    words["low"] = np.ndarray((count,), "<u8", padded, strides=(1,))[starts] & _MASKS[which]
    if longest > 8:
        rest = np.ndarray((count,), "<u2", padded, 8, (1,))[starts]
        words["high"] = rest & _MASKS_OF_REST[which]
    else:
        words["high"] = 0
    return True
