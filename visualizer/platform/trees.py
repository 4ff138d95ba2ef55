"""A process with its descendants, which can be listed and killed together."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from visualizer.platform.processes import start_flags

type _Stream = int | IO[Any] | None

if sys.platform == "win32":
    from visualizer.platform.jobs import Birthplace, Job

    _SUSPENDED = 0x4
    """The process starts suspended, so that its own children are in the job, too."""
    _birthplace = Birthplace()
    """Without it a process that is suspended when ours is killed would stay so for ever."""

    class Tree:
        """A process with its descendants; ``process`` is the first. Raises ``OSError``.

        All end with our process, too.
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
            import psutil

            with _birthplace.open():
                self.process: subprocess.Popen[bytes] = subprocess.Popen(
                    command,
                    stdin=stdin,
                    stdout=stdout,
                    stderr=stderr,
                    cwd=cwd,
                    env=env,
                    creationflags=start_flags() | _SUSPENDED,
                )
            self._job = Job(self.process)
            with suppress(psutil.Error):
                psutil.Process(self.process.pid).resume()

        def kill(self) -> None:
            """Kill all processes; harmless if they have ended."""
            self._job.terminate(1)

        def members(self) -> list[int]:
            """Return the ids of the processes that have not ended."""
            return self._job.members()

        def wait_until_gone(self, patience: float = 1.0) -> None:
            """Wait at most ``patience`` seconds until the killed processes write no more files."""
            _wait_until_none(self, patience)

else:
    import os
    import signal

    class Tree:
        """A process with its descendants; ``process`` leads a session of its own.

        Raises ``OSError``.
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
            self.process: subprocess.Popen[bytes] = subprocess.Popen(
                command,
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                cwd=cwd,
                env=env,
                creationflags=start_flags(),
                start_new_session=True,
            )

        def kill(self) -> None:
            """Kill all processes; harmless if they have ended."""
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

        def members(self) -> list[int]:
            """Return the ids of the processes that have not ended."""
            return _of_session(self.process.pid)

        def wait_until_gone(self, patience: float = 1.0) -> None:
            """Wait at most ``patience`` seconds until the killed processes write no more files."""
            _wait_until_none(self, patience)

    if sys.platform == "linux":

        def _of_session(session: int) -> list[int]:
            found = []
            for folder in Path("/proc").iterdir():
                if folder.name.isdecimal():
                    try:
                        stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
                    except OSError:
                        continue  # it has just ended
                    state, *_, of = stat.rpartition(")")[2].split()[:4]
                    # A zombie has no resources any more.
                    if int(of) == session and state not in "ZX":
                        found.append(int(folder.name))
            return found

    else:

        def _of_session(session: int) -> list[int]:
            import psutil

            found = []
            for process in psutil.process_iter():
                with suppress(OSError, psutil.Error):
                    is_of_it = os.getsid(process.pid) == session
                    if is_of_it and process.status() != psutil.STATUS_ZOMBIE:
                        found.append(int(process.pid))
            return found


def _wait_until_none(tree: Tree, patience: float) -> None:
    until = time.monotonic() + patience
    while tree.members() and time.monotonic() < until:
        time.sleep(0.002)
