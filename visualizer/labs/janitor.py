"""Ends the processes of a run after the run itself has ended, in whatever way.

It is a process in a session of its own, and imports nothing of ours. Each line of its standard
input names a process group, ``+ 123`` when it starts and ``- 123`` when it ends, or the beginning
of paths of files and folders: ``* /dev/shm/ours-``. At the end of its input it kills the groups
that are left, and removes the files. Windows has no such groups: its job objects end with the run,
and only the files remain.
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
        """Do nothing: the run's processes are in jobs, which end with the run."""

    def wait_until_gone(group: int) -> None:
        """Do nothing: Windows does not remove the open files of living processes."""

    def _remove(path: str) -> None:
        """Remove a file or folder; while a process has it open, wait for that process."""
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
        """Kill a process group; do nothing if all its processes have ended."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)

    def wait_until_gone(group: int, patience: float = 1.0) -> None:
        """Wait, up to a limit, until no process of a killed group can make another file."""
        until = time.monotonic() + patience
        with suppress(ProcessLookupError, PermissionError):
            while time.monotonic() < until:
                os.killpg(group, 0)
                if not _is_anyone_alive(group):
                    return
                time.sleep(0.002)

    def _is_anyone_alive(group: int) -> bool:
        """Whether a living process is in the group; a zombie does nothing more, but can be
        signalled.
        """
        stats = glob.glob("/proc/[0-9]*/stat")
        for path in stats:
            with suppress(OSError), open(path, encoding="utf-8", errors="replace") as stat:
                state, _, its_group = stat.read().rpartition(")")[2].split()[:3]
                if int(its_group) == group and state not in "ZX":
                    return True
        return not stats  # the system does not say

    def _remove(path: str) -> None:
        """Remove a file or folder."""
        with suppress(OSError):
            _remove_now(path)


def remove_all(beginning: str) -> list[str]:
    """Remove every file and folder whose path begins so; return their paths."""
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
    """The run's side of the janitor. ``close`` ends it when nothing is left to clean."""

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
        """Register a process group to end."""
        self._send(f"+ {group}\n")

    def ended(self, group: int) -> None:
        """Forget a process group that has ended."""
        self._send(f"- {group}\n")

    def removes(self, beginning: str) -> None:
        """Register files and folders by the beginning of their paths, to remove at the end."""
        if "\n" not in beginning:
            self._send(f"* {beginning}\n")

    def close(self) -> None:
        """End the janitor, which kills what is still registered."""
        assert self._process.stdin is not None
        with suppress(OSError):  # somebody has killed it
            self._process.stdin.close()
        self._process.wait()

    def _send(self, line: str) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):  # another process has killed it; our own cleaning continues
            self._process.stdin.write(line)
            self._process.stdin.flush()


if __name__ == "__main__":
    main()
