"""Makes an empty recording in place of an old file, or leaves that unchanged.

Reserves disk space for the end of a run, in case the disk runs full.
"""

import contextlib
import errno
import os
import sqlite3
from io import FileIO
from pathlib import Path

from visualizer.model import NotKept, check_regular, not_written
from visualizer.platform.files import make_beside, path_beside
from visualizer.recording.storage import (
    APPLICATION,
    FIRST_VERSION,
    TABLES,
    connect,
    from_json,
    head_row,
)
from visualizer.recording.write.alive import is_alive, myself

BESIDE = ("-wal", "-shm", "-journal")
"""Name endings of the files that SQLite keeps next to a file while it is written."""


_IN_USE = (5, 32)
"""Windows' codes for an open file: ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION."""
_NUMBERS = {
    **dict.fromkeys((sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE), errno.ENOSPC),
    **dict.fromkeys((sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY), errno.EACCES),
}
"""The system's numbers for errors of SQLite."""
RESERVED = 65536
"""Bytes: for the pages of the log that hold how a run ended, and a piece of the log's index."""
_TEMPORARY: int = getattr(os, "O_TEMPORARY", 0)
"""Windows deletes the file with its last descriptor; it cannot unlink an open file."""


class Reserve:
    """Occupies disk space in a folder until ``give_back``, or until its process ends.

    It is a file without a name, full of bytes that no file system can compress. Raises ``OSError``
    where there is no room.
    """

    def __init__(self, folder: Path) -> None:
        path = path_beside(folder / "room")
        self._file = FileIO(path, "xb", opener=_open_reserve)
        try:
            if not _TEMPORARY:
                path.unlink(missing_ok=True)
            rest = memoryview(os.urandom(RESERVED))
            while rest:
                rest = rest[self._file.write(rest) or 0 :]
        except OSError:
            self.give_back()
            raise

    def give_back(self) -> None:
        """Free the space."""
        self._file.close()


def _open_reserve(path: str, flags: int) -> int:
    return os.open(path, flags | _TEMPORARY, 0o600)


def make_recording(path: Path, metadata: dict[str, object]) -> tuple[Path, Reserve]:
    """Make the recording for ``path``, or where a link leads; return its path and reserve.

    It has ``metadata`` and no steps. It only ever replaces a regular file, and only when complete;
    its mode stays. Raises ``NotKept``.
    """
    file = check_place(path)
    fresh = reserve = None
    try:
        fresh = make_beside(file)
        reserve = Reserve(file.parent)
        _make(fresh, metadata)
        put_in_place(fresh, file)
    except (NotKept, OSError, sqlite3.Error) as error:
        if reserve is not None:
            reserve.give_back()
        if isinstance(error, NotKept):
            raise
        raise not_kept(path, error) from error
    finally:
        for suffix in ("", *BESIDE) if fresh is not None else ():
            with contextlib.suppress(OSError):
                Path(f"{fresh}{suffix}").unlink(missing_ok=True)
    return file, reserve


def check_place(path: Path) -> Path:
    """Return the path for a recording at ``path``: this, or where a link leads.

    Raises ``NotKept`` where no recording can be.
    """
    check_regular(path, NotKept)
    file = Path(os.path.realpath(path))
    try:
        if not file.parent.is_dir():
            raise NotKept("{file}: its directory does not exist; create it", file=path)
        if file.is_symlink():
            # Links that lead in a circle are still links when resolved.
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        effective = os.access in os.supports_effective_ids
        if file.exists() and not os.access(file, os.W_OK, effective_ids=effective):
            raise NotKept("{file}: no permission to replace it; choose another file", file=path)
    except OSError as error:
        raise not_written(path, error) from error
    if is_growing(file):
        raise NotKept("{file}: is being recorded right now; choose another file", file=path)
    return file


def put_in_place(fresh: Path, file: Path) -> None:
    """Rename ``fresh`` to ``file``. Raises ``OSError``, and ``NotKept`` where that is in use."""
    # SQLite would take the old file's log for the new file's.
    for suffix in BESIDE:
        Path(f"{file}{suffix}").unlink(missing_ok=True)
    try:
        fresh.replace(file)
    except PermissionError as error:
        # Windows replaces no open file, and SQLite keeps a file open while reading it.
        if getattr(error, "winerror", None) in _IN_USE and file.exists():
            raise NotKept(
                "{file}: is open in a program; close it there, or choose another file", file=file
            ) from error
        raise


def not_kept(path: Path, error: Exception) -> NotKept:
    """Return ``error`` in words for the person who wants a recording at ``path``."""
    if not isinstance(error, OSError):
        code = getattr(error, "sqlite_errorcode", 0)
        error = OSError(_NUMBERS.get(code, _NUMBERS.get(code & 0xFF)), str(error))
    return not_written(path, error)


def is_growing(path: Path) -> bool:
    """Whether ``path`` is a recording that another living process is still writing."""
    if not path.is_file():
        return False
    try:
        connection = connect(path, "ro")
        try:
            found = dict(connection.execute("SELECT key, value FROM head LIMIT 9"))
        finally:
            connection.close()
        writer = from_json(found["about"])["writer"]
        return from_json(found["end"]) is None and is_alive(writer) and writer != myself()
    except (sqlite3.Error, KeyError, ValueError, TypeError):
        # Not a recording, or an unreadable one: no process is writing it.
        return False


def _make(path: Path, metadata: dict[str, object]) -> None:
    path.touch()
    connection = connect(path, "rw")
    try:
        # First of all: until then each change waits for the disk.
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA page_size=4096")
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute(f"PRAGMA user_version={FIRST_VERSION}")
        connection.execute("BEGIN")
        for sql in TABLES.values():
            connection.execute(sql)
        rows = [head_row(key, value) for key, value in metadata.items()]
        connection.executemany("INSERT INTO head VALUES (?,?,?)", rows)
        connection.execute("COMMIT")
        # This shows whether there is room for the log as well.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("UPDATE head SET key=key")
    finally:
        connection.close()
