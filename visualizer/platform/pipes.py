"""Pipes: bytes that wait in them, writing without blocking, and who reads from them."""

import os
import sys
import time
from collections.abc import Buffer
from pathlib import Path

if sys.platform == "win32":
    import _winapi
    import errno
    import msvcrt
    import threading
    from queue import Empty, SimpleQueue

    _FIRST, _LONGEST = 0.0005, 0.01
    """Seconds between polls; Windows cannot wait for an anonymous pipe."""
    _SHORTEST_WAIT = 0.002

    def bytes_in(pipe: int) -> int:
        """Return how many bytes wait to be read; 0 if the other side is closed."""
        try:
            return _waiting(pipe)
        except OSError:
            return 0

    def wait_readable(pipe: int, seconds: float) -> bool:
        """Return whether data or the end of the pipe can be read within ``seconds``."""
        until, pause = time.monotonic() + seconds, _FIRST
        while True:
            try:
                if _waiting(pipe):
                    return True
            except OSError:  # the other side is closed
                return True
            left = until - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(pause, left))
            pause = min(2 * pause, _LONGEST)

    def _waiting(pipe: int) -> int:
        # The last two items: bytes available, and bytes left of the current message.
        return _winapi.PeekNamedPipe(msvcrt.get_osfhandle(pipe))[-2]

    def write_some(pipe: int, data: Buffer) -> int:
        """Write and return how many bytes the pipe took.

        Raises ``BrokenPipeError`` if no reader is left, ``BlockingIOError`` if the pipe is full.
        """
        try:
            return os.write(pipe, data)
        except OSError as error:
            # Windows reports a pipe without a reader by two different errors.
            if error.errno == errno.EINVAL:
                raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)) from None
            raise

    class NonBlockingWriter:
        """Writes to a descriptor without blocking for long.

        Windows does not report whether there is room, so a second thread writes.
        """

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor
            self._requests: SimpleQueue[bytes] = SimpleQueue()
            self._results: SimpleQueue[int | OSError] = SimpleQueue()
            self._thread: threading.Thread | None = None
            self._is_writing = False

        def write(self, data: Buffer, seconds: float) -> int:
            """Write and return how many bytes were taken; 0 if there was no room within
            ``seconds``.

            After 0 the next call must have the same data, which may have been taken meanwhile.
            Raises like ``write_some``.
            """
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, daemon=True)
                self._thread.start()
            if not self._is_writing:
                self._is_writing = True
                self._requests.put(bytes(data))
            try:
                result = self._results.get(timeout=max(seconds, _SHORTEST_WAIT))
            except Empty:
                return 0
            self._is_writing = False
            if isinstance(result, OSError):
                raise result
            return result

        def _serve(self) -> None:
            while True:
                data = self._requests.get()
                try:
                    self._results.put(write_some(self._descriptor, data))
                except OSError as error:
                    self._results.put(error)

else:
    import select

    _MOST_SECONDS = 1_000_000
    """poll(2) takes milliseconds as a C int."""

    def bytes_in(pipe: int) -> int:
        """Return how many bytes wait to be read."""
        import fcntl
        import termios

        answer = fcntl.ioctl(pipe, termios.FIONREAD, b"\0\0\0\0")
        return int.from_bytes(answer, sys.byteorder)

    def wait_readable(pipe: int, seconds: float) -> bool:
        """Return whether data or the end of the pipe can be read within ``seconds``."""
        poll = select.poll()
        poll.register(pipe, select.POLLIN)
        return bool(poll.poll(min(seconds, _MOST_SECONDS) * 1000))

    def write_some(pipe: int, data: Buffer) -> int:
        """Write and return how many bytes the pipe took.

        Raises ``BrokenPipeError`` if no reader is left, ``BlockingIOError`` if the pipe is full.
        """
        return os.write(pipe, data)

    class NonBlockingWriter:
        """Writes to a descriptor without blocking for long."""

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor

        def write(self, data: Buffer, seconds: float) -> int:
            """Write and return how many bytes were taken; 0 if there was no room within
            ``seconds``.

            Raises like ``write_some``.
            """
            poll = select.poll()
            poll.register(self._descriptor, select.POLLOUT)
            if not poll.poll(seconds * 1000):
                return 0
            return write_some(self._descriptor, data)


if sys.platform == "linux":
    # asm/unistd.h: the number of read(2) on the machines that Python supports.
    _READ = {"x86_64": "0", "aarch64": "63", "riscv64": "63", "loongarch64": "63"}
    _READ_ELSEWHERE = "3"

    REPORTS_PIPE_READERS = True
    """Whether the system reports which threads wait for a pipe."""

    def is_read_by(process: int, pipe: int) -> bool:
        """Whether a thread of ``process`` waits to read from the pipe."""
        name = f"pipe:[{os.fstat(pipe).st_ino}]"
        try:
            tasks = list(Path(f"/proc/{process}/task").iterdir())
        except OSError:
            return False
        return any(_reads(task, process, name) for task in tasks)

    def _reads(task: Path, process: int, pipe: str) -> bool:
        """Whether a thread is in read(2) of ``pipe``; False without permission to know."""
        try:
            words = (task / "syscall").read_text().split()
            if words[0] != _READ.get(os.uname().machine, _READ_ELSEWHERE):
                return False
            return str(Path(f"/proc/{process}/fd/{int(words[1], 16)}").readlink()) == pipe
        except (OSError, IndexError, ValueError):
            return False

else:
    REPORTS_PIPE_READERS = False

    def is_read_by(process: int, pipe: int) -> bool:
        """Return True: unknown on this system, and offering to type does no harm."""
        return True
