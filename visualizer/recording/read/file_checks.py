"""Checks a file before any row of it is read: whether it may be a recording, and is whole."""

import os
import struct
from pathlib import Path

from visualizer.model import CannotRun, DamagedRecording, check_regular, not_read

_HEADER = struct.Struct(">16xH10xL")
"""From SQLite's file header: the size of a page in bytes, and the number of pages."""


def require_recording_file(path: Path) -> None:
    """Refuse a file that is plainly no recording, before SQLite opens it.

    This does not open the file: closing it would release the locks that SQLite holds on it for a
    writer in this very process.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise not_read(path, error) from error
    check_regular(path)
    if not os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
        raise CannotRun("{file}: no permission to read it; change its permissions", file=path)
    if not status.st_size:
        raise DamagedRecording(
            "{file}: is empty, not a recording; choose a .memtrace file", file=path
        )


def missing_bytes(path: Path) -> int:
    """Return how many bytes the file lacks, by its own header.

    0 with a log next to the file: the log may have them, and a writer needs its locks.
    """
    try:
        log = Path(f"{path}-wal")
        if log.exists() and log.stat().st_size:
            return 0
        with path.open("rb") as file:
            size, pages = _HEADER.unpack(file.read(_HEADER.size))
            return max(0, int(size) * int(pages) - file.seek(0, os.SEEK_END))
    except (OSError, struct.error):
        return 0
