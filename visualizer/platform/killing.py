"""Ends a recorded program unconditionally."""

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psutil import Process

KILLED: int
"""The exit code of a process that we killed."""
INTERRUPTED: int
"""The exit code of a Python program that Ctrl+C ended."""

if sys.platform == "win32":
    from visualizer.platform.jobs import Job

    KILLED = 0x6B696C6C
    INTERRUPTED = 0xC000013A  # STATUS_CONTROL_C_EXIT
    _FAULTS = range(0xC0000000, 0xD0000000)
    """Exit codes with which the system ends a process (NTSTATUS with severity "error").

    A program's own exit code -1, for instance, is 0xFFFFFFFF.
    """

    def describe_killer(status: int) -> str | None:
        """Describe what killed a process, by its exit code; None if it ended by itself."""
        return f"Windows, with the status 0x{status:08X}" if status in _FAULTS else None

    class Killer:
        """Ends a program with its descendants: a virtual environment's python.exe starts another.

        They also end with our process.
        """

        def __init__(self, child: subprocess.Popen[bytes]) -> None:
            self._job = Job(child)

        def kill(self) -> None:
            """End the program now."""
            self._job.terminate(KILLED)

        def close(self) -> None:
            """Release the handles, after the end."""
            self._job.close()

    def interrupt(child: subprocess.Popen[bytes]) -> None:
        """Do nothing: a console sends Ctrl+C to both processes."""

else:
    from contextlib import suppress
    from signal import SIGINT, SIGKILL, Signals, strsignal

    from visualizer.platform.trees import processes_of_session

    if TYPE_CHECKING:
        from socket import socket

    KILLED = -SIGKILL
    INTERRUPTED = -SIGINT

    def describe_killer(status: int) -> str | None:
        """Describe what killed a process, by its exit code; None if it ended by itself."""
        if status >= 0:
            return None
        try:
            name = Signals(-status).name
        except ValueError:
            return f"signal {-status}"
        return f"{name} ({strsignal(-status)})"

    class Killer:
        """Ends a program with its descendants: workers of multiprocessing would wait for ever.

        Those with a session of their own stay: the program detached them, as ``webbrowser`` does.
        On Linux the group that the program leads also ends with our process, however that ends.
        """

        def __init__(self, child: subprocess.Popen[bytes]) -> None:
            self._child = child
            self._bond = _bond(child.pid)

        def kill(self) -> None:
            """End the program now."""
            import psutil

            found = set[psutil.Process]()
            # Once it has been waited for, another process may have its id.
            if self._child.poll() is None:
                with suppress(psutil.Error, OSError):
                    own = psutil.Process(self._child.pid)
                    own.suspend()
                    # A suspended process starts no other.
                    while new := {*_attached(own)} - found:
                        found |= new
                        for one in new:
                            with suppress(psutil.Error):
                                one.suspend()
            self._child.kill()
            for one in found:
                with suppress(psutil.Error):
                    one.kill()

        def close(self) -> None:
            """Let the processes that an ended program has left run on."""
            import fcntl

            for end in self._bond:
                fcntl.fcntl(end, fcntl.F_SETFL, 0)
            for end in self._bond:
                end.close()
            self._bond = ()

    def _bond(program: int) -> "tuple[socket, ...]":
        """Have the kernel kill a program's process group as soon as our process is gone.

        Each socket of a pair signals its owner, the group, when the other closes, as one of them
        does first at our end. Nothing if we are in that group ourselves.
        """
        ends: tuple[socket, ...] = ()
        if sys.platform == "linux":
            import fcntl
            import socket as sockets

            with suppress(OSError):
                if os.getpgid(program) != program:
                    return ()
                ends = sockets.socketpair()
                for end in ends:
                    fcntl.fcntl(end, fcntl.F_SETOWN, -program)
                    fcntl.fcntl(end, fcntl.F_SETSIG, SIGKILL)
                    fcntl.fcntl(end, fcntl.F_SETFL, os.O_ASYNC)
        return ends

    def _attached(program: "Process") -> "Iterator[Process]":
        """Yield the other processes of a session that the program leads, orphans too; of a shell's
        session only the program's descendants.
        """
        import psutil

        session = os.getsid(program.pid)
        descendants = {one.pid for one in program.children(recursive=True)}
        for process in processes_of_session(session):
            if process != program.pid and (session == program.pid or process in descendants):
                with suppress(psutil.Error):
                    yield psutil.Process(process)

    def interrupt(child: subprocess.Popen[bytes]) -> None:
        """Send the program the signal of Ctrl+C."""
        child.send_signal(SIGINT)
