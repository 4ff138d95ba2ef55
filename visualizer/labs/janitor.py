"""Ends what a run has started when the run itself is gone, however that came.

A process of its own, in a session of its own, that imports nothing of ours. It is told of process
groups on its standard input, a line each: ``+ 123`` for one that has been started, ``- 123`` for
one that has ended. At the end of its input it kills those that are left.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress


def main() -> None:
    """Wait for the end of the input, then clean up."""
    for interruption in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(interruption, signal.SIG_IGN)
    groups: set[int] = set()
    for line in sys.stdin:
        sign, _, number = line.partition(" ")
        (groups.add if sign == "+" else groups.discard)(int(number))
    for group in groups:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


class Janitor:
    """Our end of it. ``close`` lets it go when there is nothing left to clean."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            text=True,
        )

    def started(self, group: int) -> None:
        """A process group is ours to end."""
        self._tell(f"+ {group}\n")

    def ended(self, group: int) -> None:
        """It is gone."""
        self._tell(f"- {group}\n")

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
