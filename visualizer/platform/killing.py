"""Ending a program that somebody records, whatever it does."""

import subprocess
import sys

KILLED: int
"""The exit code by which we know that it was us."""

if sys.platform == "win32":
    from visualizer.platform.jobs import Job

    KILLED = 0x6B696C6C

    class Killing:
        """Ends the program with all it started: a virtual environment's python.exe starts another.

        It ends with our process as well.
        """

        def __init__(self, child: subprocess.Popen[bytes]) -> None:
            self._job = Job(child)

        def kill(self) -> None:
            """End it now."""
            self._job.terminate(KILLED)

        def close(self) -> None:
            """Let go of it, when it has ended."""
            self._job.close()

    def interrupt(child: subprocess.Popen[bytes]) -> None:
        """Nothing: a console sends Ctrl+C to both of us."""

else:
    from signal import SIGINT, SIGKILL

    KILLED = -SIGKILL

    class Killing:
        """Ends the program; what it has started goes on, as without us."""

        def __init__(self, child: subprocess.Popen[bytes]) -> None:
            self._child = child

        def kill(self) -> None:
            """End it now."""
            self._child.kill()

        def close(self) -> None:
            """Nothing is held."""

    def interrupt(child: subprocess.Popen[bytes]) -> None:
        """Send it the signal of Ctrl+C."""
        child.send_signal(SIGINT)
