"""A process with its descendants, which can be listed and killed together."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from visualizer.platform.processes import start_flags, stat_fields

type _Stream = int | IO[Any] | None

if sys.platform == "win32":
    from visualizer.platform.jobs import Birthplace, Job

    _SUSPENDED = 0x4
    """The process starts suspended, so that its own children are in the job, too."""
    _birthplace = Birthplace().open
    """Without it a process that is suspended when ours is killed would stay so for ever."""
else:
    import os
    import signal
    from contextlib import nullcontext as _birthplace

    _SUSPENDED = 0


class Tree:
    """A process with its descendants; ``process`` is the first. Raises ``OSError``.

    On Windows all end with our process, too; elsewhere the first leads a session of its own.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        stdin: _Stream = None,
        stdout: _Stream = None,
        stderr: _Stream = None,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        with _birthplace():
            self.process: subprocess.Popen[bytes] = subprocess.Popen(
                command,
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                cwd=cwd,
                env=env,
                creationflags=start_flags() | _SUSPENDED,
                start_new_session=sys.platform != "win32",
            )
        if sys.platform == "win32":
            import psutil

            self._job = Job(self.process)
            with suppress(psutil.Error):
                psutil.Process(self.process.pid).resume()

    def kill(self) -> None:
        """Kill all processes; harmless if they have ended."""
        if sys.platform == "win32":
            self._job.terminate(1)
        else:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def members(self) -> list[int]:
        """Return the ids of the processes that have not ended."""
        if sys.platform == "win32":
            found = self._job.members()
        else:
            found = processes_of_session(self.process.pid)
        return found

    def wait_until_gone(self, patience: float = 1.0) -> None:
        """Wait at most ``patience`` seconds until the killed processes write no more files."""
        until = time.monotonic() + patience
        while self.members() and time.monotonic() < until:
            time.sleep(0.002)


if sys.platform == "linux":

    def processes_of_session(session: int) -> list[int]:
        """Return the ids of the processes of a session that have not ended."""
        found = []
        for name in os.listdir("/proc"):
            if name.isdecimal() and _session_of(int(name)) == session:
                # A zombie has no resources any more.
                state = stat_fields(int(name))[:1]
                if state not in ([], ["Z"], ["X"]):
                    found.append(int(name))
        return found

    def _session_of(process: int) -> int | None:
        # One call, where a file of /proc takes several and is written again each time.
        try:
            return os.getsid(process)
        except OSError:
            return None

elif sys.platform != "win32":

    def processes_of_session(session: int) -> list[int]:
        """Return the ids of the processes of a session that have not ended."""
        import psutil

        found = []
        for process in psutil.process_iter():
            with suppress(OSError, psutil.Error):
                is_of_it = os.getsid(process.pid) == session
                if is_of_it and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(int(process.pid))
        return found
