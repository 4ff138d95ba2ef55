"""What the program writes to standard output and error when that is not a terminal."""

import os
from collections.abc import Iterator

from visualizer.platform.files import read_at
from visualizer.platform.memory_files import appended_file

_MOST = 1 << 20
_REMEMBERED = 4096
"""Bytes that were taken last, by which it shows that a program has cut off its own output."""


class OutputFile:
    """A file in memory that the program appends to and that is read from its start.

    A pipe would do for the bytes; a file lets the recorder note, before each step, how many there
    are. ``descriptor`` is inherited, ``taken`` bytes have been taken. Raises ``OSError``.
    """

    def __init__(self, stream: str) -> None:
        self.descriptor, self._reading = appended_file(f"visualizer-{stream}")
        self.taken = 0
        self._last = b""

    def size(self) -> int:
        """How many bytes there are by now.

        Where the program has cut them off (``ftruncate``, or ``open("/dev/stdout", "w")``), what
        was taken stays taken, and what was written since is still to be taken.
        """
        start = self.taken - len(self._last)
        found = read_at(self._reading, len(self._last), start)
        if found != self._last:
            # What stands there now is new, unless it is only shorter.
            is_shorter = found != b"" and self._last.startswith(found)
            self.taken = start + len(found) if is_shorter else 0
            self._last = found if is_shorter else b""
        return os.fstat(self._reading).st_size

    def take(self, end: int) -> Iterator[bytes]:
        """The bytes that came since the last time, no further than ``end``."""
        while self.taken < end:
            data = read_at(self._reading, min(_MOST, end - self.taken), self.taken)
            if not data:
                break
            self.taken += len(data)
            self._last = (self._last + data[-_REMEMBERED:])[-_REMEMBERED:]
            yield data

    def close(self) -> None:
        """Close it; harmless a second time."""
        if self.descriptor >= 0:
            for descriptor in {self.descriptor, self._reading}:
                os.close(descriptor)
            self.descriptor = -1
