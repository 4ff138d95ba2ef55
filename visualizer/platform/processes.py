"""Starts and kills processes, and reports whether and since when they run."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

if sys.platform == "win32":

    def start_flags() -> int:
        """Return the ``creationflags`` for ``subprocess.Popen`` that keep a console from flashing
        up.

        The program shares our console, if we have one, so that keys and Ctrl+C reach it. Without a
        console of ours, as in the window, Windows would open one for each program.
        """
        import ctypes
        import subprocess

        has_console = bool(ctypes.WinDLL("kernel32").GetConsoleWindow())
        return 0 if has_console else subprocess.CREATE_NO_WINDOW

    def detached_flags() -> int:
        """Return the flags for a process that our console's Ctrl+C and our end must not reach."""
        import subprocess

        return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP

else:

    def start_flags() -> int:
        """Return the ``creationflags`` for ``subprocess.Popen``: 0 except on Windows."""
        return 0

    def detached_flags() -> int:
        """Return the flags for a process that outlives ours: 0, a session of its own does that."""
        return 0


if sys.platform == "linux":

    def start_time(process: int) -> int | None:
        """Return when the process began, in the kernel's ticks; None if unknown or gone.

        The id alone does not identify a process: systems use ids again.
        """
        fields = _stat(process)
        return int(fields[19]) if len(fields) > 19 else None

    def is_running(process: int) -> bool:
        """Whether the process exists and has not ended; a zombie has ended."""
        return _is_known(process) and _stat(process)[:1] not in (["Z"], ["X"])

    def machine_start() -> str:
        """Return what tells this start of the machine from others, with ``start_time``'s ticks."""
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            return ""

    def _stat(process: int) -> list[str]:
        """Return the fields of proc_pid_stat(5) from the state on."""
        try:
            text = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
        # The second field, the name in parentheses, may contain anything.
        return text.rpartition(")")[2].split()

    def _is_known(process: int) -> bool:
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True

else:

    def start_time(process: int) -> int | None:
        """Return when the process began, in milliseconds; None if unknown or gone.

        The id alone does not identify a process: systems use ids again.
        """
        import psutil

        try:
            return int(psutil.Process(process).create_time() * 1000)
        except (psutil.Error, OSError, ValueError, OverflowError):
            return None

    def is_running(process: int) -> bool:
        """Whether the process exists and has not ended; a zombie has ended."""
        import psutil

        try:
            return bool(psutil.Process(process).status() != psutil.STATUS_ZOMBIE)
        except psutil.AccessDenied:
            return True
        except (psutil.Error, OSError, ValueError, OverflowError):
            return False

    def machine_start() -> str:
        """Return nothing: ``start_time`` is a time of day, which no other start has."""
        return ""


START_METHODS = ("spawn",) if sys.platform == "win32" else ("fork", "forkserver", "spawn")
"""The start methods of ``multiprocessing``, without importing it, which takes long."""


def is_still_running(process: int, since: int | None) -> bool:
    """Whether the process runs and began at ``since``, if both times are known."""
    now = start_time(process)
    return is_running(process) and (since is None or now is None or now == since)


def kill(process: int) -> None:
    """Kill the process; it cannot refuse. Raises ``OSError``.

    Windows has exit codes instead of signals: there it ends with this signal's number.
    """
    os.kill(process, KILL_SIGNAL)


KILL_SIGNAL = 9
"""The number of SIGKILL, which no process can catch."""

if sys.platform == "win32":

    def describe_exit(status: int) -> str:
        """Describe an exit code; a negative one is minus the number of a signal."""
        return f"ended with exit code {status}"

else:

    def describe_exit(status: int) -> str:
        """Describe an exit code; a negative one is minus the number of a signal."""
        return f"killed by signal {-status}" if status < 0 else f"ended with exit code {status}"


if sys.platform == "win32":

    def restore_mask(mask: frozenset[int]) -> None:
        """Do nothing: Windows never blocks signals."""

else:

    def restore_mask(mask: frozenset[int]) -> None:
        """Block exactly the signals of ``mask`` again."""
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


if sys.platform == "linux":

    def death_signal() -> Callable[[], object] | None:
        """Return a function that has the calling process killed when its parent's thread ends
        (prctl(2)).

        The function takes no lock: it may be called between fork and exec.
        """
        import ctypes

        prctl = ctypes.CDLL(None).prctl
        request = 1  # PR_SET_PDEATHSIG, linux/prctl.h
        return lambda: prctl(request, int(signal.SIGKILL))

else:

    def death_signal() -> Callable[[], object] | None:
        """Return None: on other systems the recorder checks that its parent is still the same."""
        return None
