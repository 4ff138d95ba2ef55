"""What the program writes to standard output and error when that is not a terminal."""

import os
from collections.abc import Iterator

from visualizer.session.memory_file import memory_file

_MOST = 1 << 20


class OutputFile:
    """A file in memory that the program appends to and that is read from its start.

    A pipe would do for the bytes; a file lets the recorder note, before each step, how many there
    are. ``descriptor`` is inherited, ``taken`` bytes have been taken. Raises ``OSError``.
    """

    def __init__(self, stream: str) -> None:
        self.descriptor = memory_file(f"visualizer-{stream}", append=True)
        self.taken = 0

    def size(self) -> int:
        """How many bytes there are by now."""
        return os.fstat(self.descriptor).st_size

    def take(self, end: int) -> Iterator[bytes]:
        """The bytes that came since the last time, no further than ``end``."""
        while self.taken < end:
            data = os.pread(self.descriptor, min(_MOST, end - self.taken), self.taken)
            if not data:
                break
            self.taken += len(data)
            yield data

    def close(self) -> None:
        """Close it; harmless a second time."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1
