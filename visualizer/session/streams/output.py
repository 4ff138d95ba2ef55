"""A file in memory that receives the program's output."""

import os
from collections.abc import Iterator

from visualizer.platform.files import read_at
from visualizer.platform.memory_files import appended_file, free_part

_MOST = 1 << 20
_REMEMBERED = 4096
"""Bytes read last, which reveal that a program has truncated its own output."""

_KEPT = 64 << 20
"""A multiple of a page: of what we have read, at least the last so many bytes stay in memory."""


class OutputFile:
    """A file in memory that the program appends to and that we read from its start.

    Unlike a pipe, a file lets the recorder measure the output before each step. ``descriptor`` is
    inherited; ``consumed`` is how many bytes have been read. An endless program's output does not
    fill the memory: what has been read is freed. Raises ``OSError``.
    """

    def __init__(self, stream: str) -> None:
        self.descriptor, self._reading = appended_file(f"visualizer-{stream}")
        self.consumed = self._freed = 0
        self._last = b""

    def size(self) -> int:
        """Return the current length.

        After a truncation (``ftruncate``, or ``open("/dev/stdout", "w")``), bytes read before stay
        read, and bytes written since are new.
        """
        start = self.consumed - len(self._last)
        found = read_at(self._reading, len(self._last), start)
        if found != self._last:
            # Different bytes are new; a prefix means that the file is only shorter.
            is_shorter = found != b"" and self._last.startswith(found)
            self.consumed = start + len(found) if is_shorter else 0
            self._last = found if is_shorter else b""
        return os.fstat(self._reading).st_size

    def read_new(self, end: int) -> Iterator[bytes]:
        """Yield the bytes since the last call, up to the position ``end``."""
        while self.consumed < end:
            data = read_at(self._reading, min(_MOST, end - self.consumed), self.consumed)
            if not data:
                break
            self.consumed += len(data)
            self._last = (self._last + data[-_REMEMBERED:])[-_REMEMBERED:]
            yield data
        self._free_read()

    def _free_read(self) -> None:
        start = self._freed if self._freed <= self.consumed else 0  # the program has truncated it
        self._freed = max(0, self.consumed // _KEPT - 1) * _KEPT
        if start < self._freed:
            free_part(self._reading, start, self._freed)

    def close(self) -> None:
        """Close the file; harmless a second time."""
        if self.descriptor >= 0:
            for descriptor in {self.descriptor, self._reading}:
                os.close(descriptor)
            self.descriptor = -1
