"""Reading and writing at a place in a file, and making room for what is to come there."""

import os
import sys
from collections.abc import Buffer

if sys.platform == "win32":

    def read_at(descriptor: int, count: int, place: int) -> bytes:
        """Up to so many bytes from there; where the system has no other way, the offset moves."""
        os.lseek(descriptor, place, os.SEEK_SET)
        return os.read(descriptor, count)

    def write_at(descriptor: int, data: Buffer, place: int) -> int:
        """Write there; how many bytes. Where there is no other way, the offset moves."""
        os.lseek(descriptor, place, os.SEEK_SET)
        return os.write(descriptor, data)

else:

    def read_at(descriptor: int, count: int, place: int) -> bytes:
        """Up to so many bytes from there."""
        return os.pread(descriptor, count, place)

    def write_at(descriptor: int, data: Buffer, place: int) -> int:
        """Write there; how many bytes."""
        return os.pwrite(descriptor, data, place)


if sys.platform == "win32":
    import msvcrt

    def try_to_lock(descriptor: int) -> bool:
        """Keep others from locking the file, until it is closed; False where somebody has."""
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def try_to_lock(descriptor: int) -> bool:
        """Keep others from locking the file, until it is closed; False where somebody has."""
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


if sys.platform == "linux":

    def set_aside(descriptor: int, size: int) -> None:
        """Take the room for so many bytes now. Raises ``OSError`` where there is none."""
        os.posix_fallocate(descriptor, 0, size)

else:

    def set_aside(descriptor: int, size: int) -> None:
        """Nothing: elsewhere room is taken when it is written to."""


def free_room(folder: str | os.PathLike[str]) -> int | None:
    """Bytes that we may still write there; None where nobody says, or none are counted."""
    import shutil

    try:
        there = shutil.disk_usage(folder)
    except OSError:
        return None
    return there.free if there.total else None
