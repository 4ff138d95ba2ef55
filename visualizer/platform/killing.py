"""Ending a program that somebody records, whatever it does."""

import subprocess
import sys

KILLED: int
"""The exit code by which we know that it was us."""
INTERRUPTED: int
"""That of a Python program which Ctrl+C has ended."""

if sys.platform == "win32":
    from visualizer.platform.jobs import Job

    KILLED = 0x6B696C6C
    INTERRUPTED = 0xC000013A  # STATUS_CONTROL_C_EXIT
    _FAULTS = range(0xC0000000, 0xD0000000)
    """Of these an exit code says what the system has ended the process for (NTSTATUS: an error,
    of the system's own). What a program itself ends with, -1 say, is 0xFFFFFFFF.
    """

    def what_killed(status: int) -> str | None:
        """What the system has ended a process for, by its exit code; None where it ended itself."""
        return f"Windows, with the status 0x{status:08X}" if status in _FAULTS else None

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
    from signal import SIGINT, SIGKILL, Signals, strsignal

    KILLED = -SIGKILL
    INTERRUPTED = -SIGINT

    def what_killed(status: int) -> str | None:
        """What the system has ended a process for, by its exit code; None where it ended itself."""
        if status >= 0:
            return None
        try:
            name = Signals(-status).name
        except ValueError:
            return f"signal {-status}"
        return f"{name} ({strsignal(-status)})"

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
