"""What the program writes to standard output and error when that is not a terminal."""

import os
from collections.abc import Iterator

from visualizer.session.memory_file import memory_file

_MOST = 1 << 20


class OutputFile:
    """A file in memory that the program appends to and that is read from its start.

    A pipe would do for the bytes; a file lets the recorder note, before each step, how many there
    are. ``descriptor`` is inherited. Raises ``OSError``.
    """

    def __init__(self, stream: str) -> None:
        self.descriptor = memory_file(f"visualizer-{stream}", append=True)
        self._taken = 0

    def take(self) -> Iterator[bytes]:
        """The bytes that came since the last time, as far as there are any at the call."""
        size = os.fstat(self.descriptor).st_size
        while self._taken < size:
            data = os.pread(self.descriptor, min(_MOST, size - self._taken), self._taken)
            if not data:
                break
            self._taken += len(data)
            yield data

    def close(self) -> None:
        """Close it; harmless a second time."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1
