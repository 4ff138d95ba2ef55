"""Forwards the program's output to our own standard output and error."""

import errno
import os
import stat
from collections import deque

from visualizer.platform.pipes import NonBlockingWriter
from visualizer.session.streams.pipes import StreamName

_PIECE = 4096
"""PIPE_BUF: a writable pipe accepts this many bytes without blocking (pipe(7))."""

_ENOUGH = 32 << 20
"""Bytes that may wait for a slow reader before the program has to wait, too."""

_NAMES: dict[StreamName, str] = {"stdout": "standard output", "stderr": "standard error"}


class Tee:
    """Writes the output that it is called with, as soon as that does not block.

    ``broken`` becomes true when the reader of our output is gone; ``errors`` are the other errors,
    after which the output of that stream is dropped.
    """

    def __init__(self, stdout: int = 1, stderr: int = 2) -> None:
        self._targets: dict[StreamName, int] = {"stdout": stdout, "stderr": stderr}
        self._writers = {target: NonBlockingWriter(target) for target in (stdout, stderr)}
        self._waiting: deque[tuple[StreamName, memoryview]] = deque()
        self._size = 0
        self.broken = False
        self.errors: list[str] = []

    def __call__(self, stream: StreamName, data: bytes) -> None:
        """Write ``data``, now or later."""
        if data and stream in self._targets:
            self._waiting.append((stream, memoryview(data)))
            self._size += len(data)
            self.pump()

    @property
    def done(self) -> bool:
        """Whether everything has been written."""
        return not self._waiting

    @property
    def has_enough(self) -> bool:
        """Whether so much waits for its reader that the program should write no more for now."""
        return self._size > _ENOUGH

    def pump(self, patience: float = 0.0) -> None:
        """Write pending output until a write would block; the first waits ``patience`` seconds."""
        while self._waiting:
            stream, data = self._waiting[0]
            target = self._targets.get(stream)
            # Output for a stream that has failed is dropped.
            written = len(data)
            if target is not None:
                written = self._write(stream, target, data, patience)
                if not written:
                    return
            patience = 0.0
            self._size -= written
            if written == len(data):
                self._waiting.popleft()
            else:
                self._waiting[0] = (stream, data[written:])

    def _write(self, stream: StreamName, target: int, data: memoryview, patience: float) -> int:
        try:
            if stat.S_ISREG(os.fstat(target).st_mode):
                return os.write(target, data)
            return self._writers[target].write(data[:_PIECE], patience)
        except BlockingIOError:
            return 0
        except BrokenPipeError:
            self.broken = True
        except OSError as error:
            if error.errno != errno.EBADF:
                self.errors.append(f"{_NAMES[stream]}: {error.strerror}")
        self._targets.pop(stream)
        return len(data)
