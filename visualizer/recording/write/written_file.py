"""The file of a recording while it is written: committed data stays, whatever happens next."""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from visualizer.model import NotKept
from visualizer.platform.files import free_disk_space
from visualizer.recording.storage import connect, head_row
from visualizer.recording.write.making import BESIDE, make_recording, not_kept

_PATIENCE = 2.0
"""Seconds to wait for readers to be done, at the end."""
_PAGE = 4096
"""Bytes of a page of the file, SQLite's default and set when it is made."""


class WrittenFile:
    """A new recording in place of any file at ``path``, with ``metadata`` in its table of keys.

    ``failed`` says why something could not be stored: earlier commits stay, and only the end can be
    stored after it. ``size`` is the file's bytes on disk, ``room`` the bytes that are free there,
    if known. Raises ``NotKept``.
    """

    def __init__(self, path: Path, metadata: dict[str, object]) -> None:
        self._path = path
        self.failed: NotKept | None = None
        self.size = 0
        self._file, self._reserve = make_recording(path, metadata)
        self.room = free_disk_space(self._file.parent)
        try:
            self._connection = connect(self._file, "rw")
            # A kill loses nothing; only a power cut could, and that is worth no disk sync.
            self._connection.execute("PRAGMA synchronous=OFF")
        except sqlite3.Error as error:
            self._reserve.give_back()
            raise not_kept(path, error) from error

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection; all its changes are stored, or none."""
        if self.failed is not None:
            raise self.failed
        connection = self._connection
        with self.kept():
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            self.size = pages * _PAGE
            self.room = free_disk_space(self._file.parent)

    @contextlib.contextmanager
    def kept(self) -> Iterator[None]:
        """Set ``failed`` and raise it if SQLite cannot store something in here."""
        try:
            yield
        except sqlite3.Error as error:
            self.failed = not_kept(self._path, error)
            # Committed data stays; later data can no longer be stored whole.
            with contextlib.suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            raise self.failed from error

    def put_head(self, key: str, value: object) -> None:
        """Put ``value`` into the table of keys. Raises ``sqlite3.Error``."""
        row = head_row(key, value)
        self._connection.execute("INSERT OR REPLACE INTO head VALUES (?,?,?)", row)

    def put_end(self, value: object) -> None:
        """Store how the run ended, in the room that was kept for it. Raises ``sqlite3.Error``."""
        self._reserve.give_back()
        self.put_head("end", value)

    def abandon(self) -> None:
        """Close, and leave no file."""
        self._reserve.give_back()
        self._connection.close()
        for suffix in ("", *BESIDE):
            Path(f"{self._file}{suffix}").unlink(missing_ok=True)

    def close(self) -> None:
        """Fold the log into the file, as soon as no reader prevents it."""
        until = time.monotonic() + _PATIENCE
        try:
            while not self._folds() and not self.failed and time.monotonic() < until:
                time.sleep(0.01)
        finally:
            self._reserve.give_back()
            self._connection.close()

    def _folds(self) -> bool:
        """Make one single file; return whether that worked. Two files are a recording as well."""
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (mode,) = self._connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            if mode == "delete":
                self._remove_empty_log()
        except (sqlite3.Error, OSError):
            return False
        return bool(mode == "delete")

    def _remove_empty_log(self) -> None:
        """Remove an empty log that a reader made while SQLite left log mode.

        SQLite treats an empty log as no log. Raises ``sqlite3.Error`` and ``OSError`` as long as
        that reader is there.
        """
        log, index = (Path(f"{self._file}{suffix}") for suffix in ("-wal", "-shm"))
        if not (log.exists() or index.exists()):
            return
        self._connection.execute("BEGIN EXCLUSIVE")
        try:
            if not log.exists() or not log.stat().st_size:
                index.unlink(missing_ok=True)
                log.unlink(missing_ok=True)
        finally:
            self._connection.execute("ROLLBACK")
