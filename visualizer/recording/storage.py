"""The tables of a recording, how a connection to them is opened, and the seal on every row.

A recording is an SQLite file. While it grows it is in WAL mode, so that others can read it; at the
end it becomes one single file. ``head`` is a table of keys, every value being JSON:

- ``about``: ``program``, ``python``, ``recorder``, ``writer`` (the writing process),
- ``tally``: how much of everything there is, so that a lost row is noticed; places of input,
- ``end``: how the run ended, null until it has,
- ``bookmarks``: pairs of step and note.

``chunk`` has the wire records of consecutive steps, compressed, what kind of step each is, and how
the run went (``course``); ``keyframe`` the whole state before a chunk; ``touched`` the older
objects that a chunk changes, ``lines`` the lines that it is about to run; ``names`` and ``source``
the texts that records refer to by number; ``output`` the program's output.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from zlib_ng import zlib_ng

from visualizer.model import DamagedRecording
from visualizer.platform.files import file_uri
from visualizer.recording.follow.follower import compiled

APPLICATION = 0x5649_5A31
"""SQLite's application id of a recording."""
VERSION = 2
"""The newest version of the format, SQLite's user version."""
FIRST_VERSION = 1
"""The version of a recording without values of expressions."""

TABLES = {
    "head": "CREATE TABLE head (key TEXT PRIMARY KEY, value BLOB, seal INTEGER) WITHOUT ROWID",
    "names": (
        "CREATE TABLE names (first INTEGER PRIMARY KEY, count INTEGER, data BLOB, seal INTEGER)"
    ),
    "source": "CREATE TABLE source (id INTEGER PRIMARY KEY, file BLOB, data BLOB, seal INTEGER)",
    "chunk": (
        "CREATE TABLE chunk (id INTEGER PRIMARY KEY, first INTEGER, steps INTEGER, named INTEGER, "
        "size INTEGER, events BLOB, course BLOB, data BLOB, seal INTEGER)"
    ),
    "keyframe": (
        "CREATE TABLE keyframe (chunk INTEGER PRIMARY KEY, step INTEGER, highest INTEGER, "
        "size INTEGER, data BLOB, seal INTEGER)"
    ),
    "output": (
        "CREATE TABLE output (id INTEGER PRIMARY KEY, stream INTEGER, first INTEGER, "
        "size INTEGER, data BLOB, seal INTEGER)"
    ),
    "touched": "CREATE TABLE touched (chunk INTEGER PRIMARY KEY, data BLOB, seal INTEGER)",
    "lines": "CREATE TABLE lines (chunk INTEGER PRIMARY KEY, data BLOB, seal INTEGER)",
}
LATER_TABLES = ("touched", "lines")
"""Tables that the first recordings lack."""

STREAMS = ("stdout", "stderr", "stdin")
ENTRY = 7
"""Numbers in an entry of the course: the place of the step in its chunk, and what changed there."""
_SOME = 1 << 18
_CannotUnpack: type[Exception] = zlib_ng.error  # type: ignore[assignment]  # stub: an instance

LARGEST = 1 << 30
"""The most bytes that one stored value may take in memory; more counts as damage."""


def seal(*values: int | str | bytes) -> int:
    """The checksum of a row: CRC-32 over its values, each with its length."""
    every = (one if isinstance(one, bytes) else str(one).encode() for one in values)
    return zlib_ng.crc32(b"".join([part for one in every for part in (b"%d:" % len(one), one)]))


def sealed(*values: int | str | bytes) -> tuple[Any, ...]:
    """A row followed by its checksum."""
    return (*values, seal(*values))


def to_json(value: object) -> bytes:
    """``value`` as JSON in UTF-8; surrogates unescaped, as two escapes are read as one."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def head_row(key: str, value: object) -> tuple[Any, ...]:
    """A row of the table of keys."""
    return sealed(key, to_json(value))


def from_json(data: bytes) -> Any:
    """The inverse of ``to_json``; ``ValueError`` when ``data`` is no JSON."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def inflate(data: bytes, size: int | None = None) -> bytes:
    """The bytes that were compressed into ``data``, ``size`` of them where that is known.

    Never makes more bytes than that, whatever ``data`` says. Raises ``ValueError``.
    """
    found, end = _inflate_piece(data, 0, _most(size))
    if size is not None and len(found) != size:
        raise ValueError("data that is not as long as it says")
    if end != len(data):
        raise ValueError("data with something behind it")
    return found


def pack_pieces(pieces: Iterable[bytes]) -> tuple[bytes, int]:
    """Compress pieces of wire records one by one; return them joined, and their size before."""
    packed, size = bytearray(), 0
    for piece in pieces:
        packed += pack_records(piece, 6)
        size += len(piece)
    return bytes(packed), size


def unpack_pieces(data: bytes, size: int | None = None) -> Iterator[bytes]:
    """The inverse of ``pack_pieces``, one after another, of ``size`` bytes where that is known.

    Raises ``ValueError``.
    """
    at, left = 0, _most(size)
    while at < len(data):
        piece, at = _inflate_piece(data, at, left)
        left -= len(piece)
        yield _in_order(piece)
    if not data or (size is not None and left):
        raise ValueError("data that is not as long as it says")


def _most(size: int | None) -> int:
    """The most bytes that may be made where ``size`` of them are expected."""
    most = LARGEST if size is None else size
    if not 0 <= most <= LARGEST:
        raise ValueError(f"{size} bytes in one piece")
    return most


def _inflate_piece(data: bytes, at: int, most: int) -> tuple[bytes, int]:
    """Unpack what begins at ``at`` in ``data``, up to ``most`` bytes; return also where it ends."""
    machine, found, size = zlib_ng.decompressobj(), list[bytes](), 0
    while not machine.eof:
        some = data[at : at + _SOME]
        try:
            found.append(machine.decompress(some, most + 1 - size))
        except _CannotUnpack as error:
            raise ValueError("data that cannot be unpacked") from error
        size += len(found[-1])
        if not some or size > most:
            raise ValueError("data that is not as long as it says")
        at += len(some) - len(machine.unused_data) - len(machine.unconsumed_tail)
    return b"".join(found), at


def pack_records(records: bytes | bytearray, level: int = 5) -> bytes:
    """Wire records compressed: first the lowest byte of every number, then the next, and so on.

    This groups the many zeros, which halves both the time and the result.
    """
    return zlib_ng.compress(b"".join(records[place::8] for place in range(8)), level)


def unpack_records(data: bytes, size: int | None = None) -> bytes:
    """Return all records of ``unpack_pieces`` together. Raises ``ValueError``."""
    return b"".join(unpack_pieces(data, size))


def _in_order(packed: bytes) -> bytes:
    size, count = len(packed), len(packed) // 8
    if size % 8:
        raise ValueError(f"{size} bytes of records, which are eights")
    if compiled is not None:
        return bytes(compiled.together(packed))
    records = bytearray(size)
    for place in range(8):
        records[place::8] = packed[place * count : (place + 1) * count]
    return bytes(records)


_LOG_MODE = slice(18, 20)
"""The bytes of SQLite's file header that are 1 without a log, and 2 with one."""


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to the file at ``path``; ``mode`` is ``ro`` or ``rw``, with more after it.

    The address is percent-encoded, so any path will do. Raises ``sqlite3.Error``.
    """
    address = file_uri(path.absolute())
    return sqlite3.connect(
        f"{address}?mode={mode}",
        uri=True,
        timeout=5,
        isolation_level=None,
        check_same_thread=False,
    )


def connect_to_read(path: Path, mode: str) -> sqlite3.Connection:
    """A connection that writes nothing and does not trust the file; ``mode`` begins with ``ro``."""
    return _distrustful(connect(path, mode))


def connect_to_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A connection like that of ``connect_to_read``, to a copy of the file in memory."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    data = bytearray(connection.serialize())
    # The header of a killed writer's file asks for a log, which memory has not.
    data[_LOG_MODE] = b"\1\1"
    copy.deserialize(data)
    return _distrustful(copy)


def _distrustful(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        # Lets SQLite read a truncated file as far as it goes.
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("PRAGMA query_only=ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def check_version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version; refuse a file that is not a recording of a known one."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION or version < 1:
        raise DamagedRecording("{file}: not a recording; choose a .memtrace file", file=path)
    if version > VERSION:
        raise DamagedRecording(
            "{file}: recorded in format version {version}, but this visualizer reads only up to "
            "{known}; install a newer one",
            file=path,
            version=version,
            known=VERSION,
        )
    return int(version)
