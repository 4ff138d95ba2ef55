"""Pipes: whether something is in them, whether they have room, and who waits for them."""

import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    import _winapi
    import msvcrt

    _FIRST, _LONGEST = 0.0005, 0.01
    """Seconds from one look to the next; Windows has no way to wait for a pipe without a name."""

    def bytes_in(pipe: int) -> int:
        """How many bytes wait to be read; of a pipe that is closed on the other side none."""
        try:
            return _waiting(pipe)
        except OSError:
            return 0

    def wait_readable(pipe: int, seconds: float) -> bool:
        """Whether there is something to read within so long, or its end."""
        until, pause = time.monotonic() + seconds, _FIRST
        while True:
            try:
                if _waiting(pipe):
                    return True
            except OSError:  # nobody has the other side any more
                return True
            left = until - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(pause, left))
            pause = min(2 * pause, _LONGEST)

    def _waiting(pipe: int) -> int:
        # How much there is, and how much of a message would be left.
        return _winapi.PeekNamedPipe(msvcrt.get_osfhandle(pipe))[-2]

    def can_write(descriptor: int, seconds: float) -> bool:
        """Whether there is room within so long: True, as Windows does not say."""
        return True

else:
    import select

    def bytes_in(pipe: int) -> int:
        """How many bytes wait to be read."""
        import fcntl
        import termios

        answer = fcntl.ioctl(pipe, termios.FIONREAD, b"\0\0\0\0")
        return int.from_bytes(answer, sys.byteorder)

    def wait_readable(pipe: int, seconds: float) -> bool:
        """Whether there is something to read within so long, or its end."""
        looks = select.poll()
        looks.register(pipe, select.POLLIN)
        return bool(looks.poll(seconds * 1000))

    def can_write(descriptor: int, seconds: float) -> bool:
        """Whether there is room within so long."""
        looks = select.poll()
        looks.register(descriptor, select.POLLOUT)
        return bool(looks.poll(seconds * 1000))


if sys.platform == "linux":
    # asm/unistd.h: what read(2) is called on the machines that Python is built for.
    _READ = {"x86_64": "0", "aarch64": "63", "riscv64": "63", "loongarch64": "63"}
    _READ_ELSEWHERE = "3"

    def is_read_by(process: int, pipe: int) -> bool:
        """Whether a thread of ``process`` waits to read what comes through the pipe."""
        name = f"pipe:[{os.fstat(pipe).st_ino}]"
        try:
            tasks = list(Path(f"/proc/{process}/task").iterdir())
        except OSError:
            return False
        return any(_reads(task, process, name) for task in tasks)

    def _reads(task: Path, process: int, pipe: str) -> bool:
        """Whether a thread is in read(2) of ``pipe``; not allowed to know counts as no."""
        try:
            words = (task / "syscall").read_text().split()
            if words[0] != _READ.get(os.uname().machine, _READ_ELSEWHERE):
                return False
            return str(Path(f"/proc/{process}/fd/{int(words[1], 16)}").readlink()) == pipe
        except (OSError, IndexError, ValueError):
            return False

else:

    def is_read_by(process: int, pipe: int) -> bool:
        """True: it cannot be asked here, and offering to type does no harm."""
        return True
