"""The file of a recording, opened to read it as of one moment."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from visualizer.model import DamagedRecording
from visualizer.recording.read.file_checks import missing_bytes, require_recording_file
from visualizer.recording.storage import connect_to_copy, connect_to_read

_MAY_NOT_WRITE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_MOST_HELD = 1 << 25
"""The number of bytes of the largest file that is copied into memory."""
_SIZE = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
_LONGEST_FAULT = 80
_MALFORMED = "database disk image is malformed"
"""SQLite's words for most damage."""


class RecordingFile:
    """The file at ``path``. ``CannotRun`` when there is none.

    While the file grows, every reading has a connection of its own: an open one would keep the
    writer from folding its log into the file. ``stays_open`` says that it no longer grows.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stays_open = False
        self._connection: sqlite3.Connection | None = None
        self._open: sqlite3.Connection | None = None
        self._is_held = False
        self._mode = "ro"
        require_recording_file(path)

    def damaged(self, fault: object) -> DamagedRecording:
        """The error that says that ``fault`` was found in this file."""
        if missing := missing_bytes(self.path):
            return DamagedRecording(
                "{file}: damaged: bytes missing at its end: {missing}; copy the file again, or "
                "record the program again",
                file=self.path,
                missing=missing,
            )
        if fault == _MALFORMED:
            return DamagedRecording(
                "{file}: damaged: part of it cannot be read; record the program again",
                file=self.path,
            )
        return DamagedRecording(
            "{file}: damaged: {fault}; record the program again", file=self.path, fault=fault
        )

    def hold(self) -> None:
        """Copy the file into memory if it no longer grows and is not large.

        Then no later reading waits for a slow drive.
        """
        if not self.stays_open:
            return
        with suppress(DamagedRecording), self.reading() as connection:
            (size,) = connection.execute(_SIZE).fetchone()
            if size <= _MOST_HELD:
                # ``reading`` keeps the copy open instead of the file.
                self._open, self._is_held = connect_to_copy(connection), True
                connection.close()

    def let_write(self) -> None:
        """Let another connection write, from which an open one of this file would keep it."""
        if not self._is_held:
            self.close()

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection on which all rows are as of one moment."""
        outermost = self._open is None
        try:
            if self._open is None:
                self._open = self._connection or self._connect()
                self._open.execute("BEGIN")
            yield self._open
        except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
                raise DamagedRecording(
                    "{file}: not a recording; choose a .memtrace file", file=self.path
                ) from error
            raise self.damaged(_words(error)) from error
        finally:
            if outermost:
                self._finish()

    def _finish(self) -> None:
        connection, self._open = self._open, None
        if connection is None:
            return
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if self.stays_open:
            self._connection = connection
        else:
            connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = connect_to_read(self.path, self._mode)
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.Error as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF not in _MAY_NOT_WRITE:
                raise
            # In log mode SQLite writes files next to this one; where it may not, no writer can.
            self._mode = "ro&immutable=1"
            connection = connect_to_read(self.path, self._mode)
        return connection


def _words(error: Exception) -> str:
    """Return SQLite's message, shortened: it may quote bytes of the file."""
    text = "".join(letter for letter in str(error) if letter.isprintable())
    return text if len(text) <= _LONGEST_FAULT else text[:_LONGEST_FAULT] + "…"
