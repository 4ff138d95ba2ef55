"""Reserves disk space for the end of a run, in case the disk runs full."""

import os
from io import FileIO
from pathlib import Path

from visualizer.platform.files import path_beside

SIZE = 65536
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
        self._file = FileIO(path, "xb", opener=_open)
        try:
            if not _TEMPORARY:
                path.unlink(missing_ok=True)
            rest = memoryview(os.urandom(SIZE))
            while rest:
                rest = rest[self._file.write(rest) or 0 :]
        except OSError:
            self.give_back()
            raise

    def give_back(self) -> None:
        """Free the space."""
        self._file.close()


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | _TEMPORARY, 0o600)
