"""Ends what a run has started when the run itself is gone, however that came.

A process of its own, in a session of its own, that imports nothing of ours. It is told of process
groups on its standard input, a line each: ``+ 123`` for one that has been started, ``- 123`` for
one that has ended; and of files: ``* /dev/shm/ours-`` for all that begin so, folders too. At the
end of its input it kills those groups that are left, and removes the files.
"""

import glob
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress


def main() -> None:
    """Wait for the end of the input, then clean up."""
    for interruption in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(interruption, signal.SIG_IGN)
    groups: set[int] = set()
    beginnings: list[str] = []
    for line in sys.stdin:
        sign, _, rest = line.rstrip("\n").partition(" ")
        if sign == "*":
            beginnings.append(rest)
        else:
            (groups.add if sign == "+" else groups.discard)(int(rest))
    for group in groups:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)
    if beginnings:
        for group in groups:
            wait_until_gone(group)
        for beginning in beginnings:
            remove_all(beginning)


def wait_until_gone(group: int, patience: float = 1.0) -> None:
    """Until no process of a group that was killed can make another file, or patience is over."""
    until = time.monotonic() + patience
    with suppress(ProcessLookupError, PermissionError):
        while time.monotonic() < until:
            os.killpg(group, 0)
            if not _is_anyone_alive(group):
                return
            time.sleep(0.002)


def _is_anyone_alive(group: int) -> bool:
    """Whoever has ended but was not waited for makes nothing any more, yet can be signalled."""
    stats = glob.glob("/proc/[0-9]*/stat")
    for path in stats:
        with suppress(OSError), open(path, encoding="utf-8", errors="replace") as stat:
            state, _, its_group = stat.read().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state not in "ZX":
                return True
    return not stats  # where nobody says


def remove_all(beginning: str) -> list[str]:
    """Remove every file and folder whose path begins so; those that there were."""
    found = glob.glob(glob.escape(beginning) + "*", include_hidden=True)
    for path in found:
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                os.unlink(path)
    return found


class Janitor:
    """Our end of it. ``close`` lets it go when there is nothing left to clean."""

    def __init__(self) -> None:
        # The process that this file is has none of ours.
        from visualizer.platform.processes import start_flags
        from visualizer.platform.python import own_python

        self._process = subprocess.Popen(
            [own_python(), "-I", "-S", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=start_flags(),
            text=True,
        )

    def started(self, group: int) -> None:
        """A process group is ours to end."""
        self._tell(f"+ {group}\n")

    def ended(self, group: int) -> None:
        """It is gone."""
        self._tell(f"- {group}\n")

    def removes(self, beginning: str) -> None:
        """Files and folders whose path begins so are ours; they are to go at the end at last."""
        if "\n" not in beginning:
            self._tell(f"* {beginning}\n")

    def close(self) -> None:
        """Let it end, which kills what has not been said to be gone."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # somebody has killed it
            self._process.stdin.close()
        self._process.wait()

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # somebody has killed it; what we do ourselves goes on
            self._process.stdin.write(line)
            self._process.stdin.flush()


if __name__ == "__main__":
    main()
