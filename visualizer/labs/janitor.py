"""Ends what a run has started when the run itself is gone, however that came.

A process of its own, in a session of its own, that imports nothing of ours. It is told of process
groups on its standard input, a line each: ``+ 123`` for one that has been started, ``- 123`` for
one that has ended; and of files: ``* /dev/shm/ours-`` for all that begin so, folders too. At the
end of its input it kills those groups that are left, and removes the files. On Windows, which has
no such groups, the run's jobs end with it, and the files are left to do.
"""

import glob
import io
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress


def main() -> None:
    """Wait for the end of the input, then clean up."""
    for interruption in ENDING:
        signal.signal(interruption, signal.SIG_IGN)
    groups: set[int] = set()
    beginnings: list[str] = []
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8"):
        sign, _, rest = line.rstrip("\n").partition(" ")
        if sign == "*":
            beginnings.append(rest)
        else:
            (groups.add if sign == "+" else groups.discard)(int(rest))
    for group in groups:
        end(group)
    if beginnings:
        for group in groups:
            wait_until_gone(group)
        for beginning in beginnings:
            remove_all(beginning)


if sys.platform == "win32":
    ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGBREAK)
    _PATIENCE = 2.0

    def end(group: int) -> None:
        """Nothing: what a run has started is in jobs, which end with the run."""

    def wait_until_gone(group: int) -> None:
        """Nothing: who is still there has its files open, which keeps them from being removed."""

    def _remove(path: str) -> None:
        """Remove a file or folder; one that somebody still has open as soon as he is gone."""
        until = time.monotonic() + _PATIENCE
        while os.path.lexists(path):
            with suppress(OSError):
                _remove_now(path)
            if time.monotonic() > until:
                return
            time.sleep(0.01)

else:
    ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def end(group: int) -> None:
        """Kill a process group; harmless where all have ended."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)

    def wait_until_gone(group: int, patience: float = 1.0) -> None:
        """Until no process of a group that was killed can make another file, or patience ends."""
        until = time.monotonic() + patience
        with suppress(ProcessLookupError, PermissionError):
            while time.monotonic() < until:
                os.killpg(group, 0)
                if not _is_anyone_alive(group):
                    return
                time.sleep(0.002)

    def _is_anyone_alive(group: int) -> bool:
        """Whoever has ended but was not waited for makes nothing more, yet can be signalled."""
        stats = glob.glob("/proc/[0-9]*/stat")
        for path in stats:
            with suppress(OSError), open(path, encoding="utf-8", errors="replace") as stat:
                state, _, its_group = stat.read().rpartition(")")[2].split()[:3]
                if int(its_group) == group and state not in "ZX":
                    return True
        return not stats  # where nobody says

    def _remove(path: str) -> None:
        """Remove a file or folder."""
        with suppress(OSError):
            _remove_now(path)


def remove_all(beginning: str) -> list[str]:
    """Remove every file and folder whose path begins so; those that there were."""
    found = glob.glob(glob.escape(beginning) + "*", include_hidden=True)
    for path in found:
        _remove(path)
    return found


def _remove_now(path: str) -> None:
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        os.unlink(path)


class Janitor:
    """Our end of it. ``close`` lets it go when there is nothing left to clean."""

    def __init__(self) -> None:
        # The process that this file is has none of ours.
        from visualizer.platform.processes import detached_flags
        from visualizer.platform.python import own_python

        self._process = subprocess.Popen(
            [own_python(), "-I", "-S", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=detached_flags(),
            encoding="utf-8",
        )

    def started(self, group: int) -> None:
        """A process group is ours to end."""
        self._send(f"+ {group}\n")

    def ended(self, group: int) -> None:
        """It is gone."""
        self._send(f"- {group}\n")

    def removes(self, beginning: str) -> None:
        """Files and folders whose path begins so are ours; they are to go at the end at last."""
        if "\n" not in beginning:
            self._send(f"* {beginning}\n")

    def close(self) -> None:
        """Let it end, which kills what has not been said to be gone."""
        assert self._process.stdin is not None
        with suppress(OSError):  # somebody has killed it
            self._process.stdin.close()
        self._process.wait()

    def _send(self, line: str) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):  # somebody has killed it; what we do ourselves goes on
            self._process.stdin.write(line)
            self._process.stdin.flush()


if __name__ == "__main__":
    main()
