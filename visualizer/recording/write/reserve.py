"""Room on the disk for what is still to be said when it has run full."""

import os
from io import FileIO
from itertools import count
from pathlib import Path

SIZE = 65536
"""Bytes: for the pages of the log that hold how a run ended, and a piece of the log's index."""
_TEMPORARY: int = getattr(os, "O_TEMPORARY", 0)
"""Windows: gone with its last descriptor, since it cannot lose its name before."""
_NUMBERS = count(1)
"""Of the reserves of this process, which may have several in a folder."""


class Reserve:
    """Takes room in a folder until it is given back, or its process ends.

    It is a file without a name, full of what no file system can squeeze. Raises ``OSError`` where
    there is no room.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / f".{os.getpid()}-{next(_NUMBERS)}.memtrace-room"
        path.unlink(missing_ok=True)
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
        """Let others have the room."""
        self._file.close()


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | _TEMPORARY, 0o600)
