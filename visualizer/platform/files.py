"""Reads and writes at offsets of a file, locks, allocates and replaces files."""

import os
import re
import stat
import string
import sys
import zlib
from collections.abc import Buffer, Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from visualizer.platform.processes import id_space, is_still_running, start_time
from visualizer.platform.system import machine_name

if sys.platform == "win32":

    def read_at(descriptor: int, count: int, place: int) -> bytes:
        """Return up to ``count`` bytes from the offset ``place``. Moves the file's own offset."""
        os.lseek(descriptor, place, os.SEEK_SET)
        return os.read(descriptor, count)

    def write_at(descriptor: int, data: Buffer, place: int) -> int:
        """Write at the offset ``place``; return the bytes written. Moves the file's own offset."""
        os.lseek(descriptor, place, os.SEEK_SET)
        return os.write(descriptor, data)

else:

    def read_at(descriptor: int, count: int, place: int) -> bytes:
        """Return up to ``count`` bytes from the offset ``place``."""
        return os.pread(descriptor, count, place)

    def write_at(descriptor: int, data: Buffer, place: int) -> int:
        """Write at the offset ``place`` and return the bytes written."""
        return os.pwrite(descriptor, data, place)


if sys.platform == "win32":
    import msvcrt

    def try_to_lock(descriptor: int) -> bool:
        """Lock the file until it is closed; False if another process has locked it."""
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def try_to_lock(descriptor: int) -> bool:
        """Lock the file until it is closed; False if another process has locked it."""
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def preallocate(descriptor: int, size: int) -> None:
    """Allocate ``size`` bytes of the file now. Raises ``OSError`` if there is no space.

    Other systems than Linux allocate space when it is written.
    """
    if sys.platform == "linux":
        os.posix_fallocate(descriptor, 0, size)


if sys.platform == "win32":

    def file_uri(path: Path) -> str:
        """Return the URI of an absolute path, for SQLite."""
        return path.as_uri()

else:
    _PLAIN = frozenset(f"{string.ascii_letters}{string.digits}/_.-~".encode())

    def file_uri(path: Path) -> str:
        """Return the URI of an absolute path, for SQLite."""
        # What ``as_uri`` would do, without what it brings in: a recording begins with this.
        return "file://" + "".join(
            chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(path)
        )


def free_disk_space(folder: str | os.PathLike[str]) -> int | None:
    """Return the bytes that we may still write in ``folder``; None if unknown or not limited."""
    import shutil

    try:
        there = shutil.disk_usage(folder)
    except OSError:
        return None
    return there.free if there.total else None


if sys.platform == "win32":
    import time

    _PATIENCE, _BETWEEN = 1.0, 0.005
    """Seconds in all, and between two tries: Windows tells nobody when a file is free again."""

    def patiently(change: Callable[[], object]) -> None:
        """Rename, replace or remove files by ``change``. Raises ``OSError``.

        Windows refuses while somebody else reads one of them, such as a virus scanner or another
        window of ours. That takes a moment only, so it is tried again.
        """
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                change()
            except PermissionError:
                if time.monotonic() > until:
                    raise
                time.sleep(_BETWEEN)
            else:
                return

else:

    def patiently(change: Callable[[], object]) -> None:
        """Rename, replace or remove files by ``change``; who reads them hinders nobody here."""
        change()


_NUMBERS = count(1)
_BESIDE = re.compile(r"\.visualizer-([0-9a-f]{8})-(\d+)-(\d+)-\d+(-[a-z]+)?")
"""The name of a file beside another: where its process runs, process, when that began, number,
SQLite's ending."""


def is_device(path: Path) -> bool:
    """Whether a path leads to a device or a pipe; False if it cannot be reached."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def path_beside(path: Path) -> Path:
    """Return a path in the folder of ``path`` for a new file, which this process will rename.

    Files that killed processes of this machine left in the folder are removed.
    """
    # Another machine or a container may share the folder: we do not see its processes.
    here = f"{zlib.crc32(os.fsencode(machine_name() + id_space())):08x}"
    with suppress(OSError):
        for entry in path.parent.iterdir():
            found = _BESIDE.fullmatch(entry.name)
            if found and found[1] == here and not is_still_running(int(found[2]), int(found[3])):
                with suppress(OSError):
                    entry.unlink()
    own = os.getpid()
    return path.with_name(f".visualizer-{here}-{own}-{start_time(own) or 0}-{next(_NUMBERS)}")


def make_beside(target: Path) -> Path:
    """Return the path of a new file in the folder of ``target``, which this process will rename.

    If there is a ``target``, the file exists already, writable and otherwise with the same mode:
    what only its owner may read is never readable for others. Raises ``OSError``.
    """
    beside = path_beside(target)
    with suppress(FileNotFoundError):
        mode = stat.S_IMODE(target.stat().st_mode) | stat.S_IWUSR
        beside.touch(0o600, exist_ok=False)
        with suppress(OSError):  # a drive may know no modes
            beside.chmod(mode)
    return beside


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield the path of a new file from ``make_beside``, which replaces ``path`` at the end.

    A link stays: its target is replaced, as by any program that writes there. After an error the
    new file is removed and ``path`` is unchanged. Raises ``OSError``.
    """
    target = Path(os.path.realpath(path))
    beside = make_beside(target)
    try:
        yield beside
        patiently(lambda: beside.replace(target))
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
