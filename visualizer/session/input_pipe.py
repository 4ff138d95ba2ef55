"""The program's standard input when we are the ones who write it."""

import os
import sys
from contextlib import suppress
from pathlib import Path

# asm/unistd.h: what read(2) is called on the machines that Python is built for.
_READ = {"x86_64": "0", "aarch64": "63", "riscv64": "63", "loongarch64": "63"}
_READ_ELSEWHERE = "3"


class InputPipe:
    """A pipe that never makes the writer wait. Raises ``OSError`` when it cannot be made."""

    def __init__(self) -> None:
        self.descriptor, self._end = os.pipe()
        os.set_blocking(self._end, False)
        self._unsent = bytearray()
        self._closing = False

    def send(self, data: bytes) -> None:
        """Send ``data`` as soon as there is room; nobody reading it any more is no error."""
        if not self._closing:
            self._unsent += data
            self.pump()

    def finish(self) -> None:
        """The program finds the end of its input after what was sent."""
        self._closing = True
        self.pump()

    def pump(self) -> None:
        """Write what the pipe has room for."""
        try:
            while self._unsent and self._end >= 0:
                del self._unsent[: os.write(self._end, self._unsent[:65536])]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._unsent.clear()
        if self._closing:
            self._close_end()

    def started(self) -> None:
        """The program has its end: ours of it is closed."""
        os.close(self.descriptor)
        self.descriptor = -1

    def is_waited_for(self, process: int) -> bool:
        """Whether ``process`` sits in a read of this pipe and there is nothing in it."""
        if self._end < 0 or self._unsent or _bytes_in(self._end):
            return False
        if sys.platform != "linux":
            return True  # it cannot be asked there: offering to type does no harm
        pipe = f"pipe:[{os.fstat(self._end).st_ino}]"
        return any(_reads(task, process, pipe) for task in _tasks(process))

    def close(self) -> None:
        """Close both ends; harmless a second time."""
        self._close_end()
        if self.descriptor >= 0:
            self.started()

    def _close_end(self) -> None:
        if self._end >= 0:
            os.close(self._end)
            self._end = -1


def _bytes_in(pipe: int) -> int:
    if sys.platform == "win32":
        return 0
    import fcntl
    import termios

    answer = fcntl.ioctl(pipe, termios.FIONREAD, b"\0\0\0\0")
    return int.from_bytes(answer, sys.byteorder)


def _tasks(process: int) -> list[Path]:
    with suppress(OSError):
        return list(Path(f"/proc/{process}/task").iterdir())
    return []


def _reads(task: Path, process: int, pipe: str) -> bool:
    """Whether a thread is in read(2) of ``pipe``; not allowed to know counts as no."""
    try:
        words = (task / "syscall").read_text().split()
        if words[0] != _READ.get(os.uname().machine, _READ_ELSEWHERE):
            return False
        return str(Path(f"/proc/{process}/fd/{int(words[1], 16)}").readlink()) == pipe
    except (OSError, IndexError, ValueError):
        return False
