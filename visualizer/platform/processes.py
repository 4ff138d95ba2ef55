"""Starts and kills processes, and reports whether and since when they run."""

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path


def start_flags() -> int:
    """Return the ``creationflags`` for ``subprocess.Popen`` that keep a console from flashing up.

    0 except on Windows. The program shares our console, if we have one, so that keys and Ctrl+C
    reach it. Without a console of ours, as in the window, Windows would open one for each program.
    """
    flags = 0
    if sys.platform == "win32":
        import ctypes
        import subprocess

        has_console = bool(ctypes.WinDLL("kernel32").GetConsoleWindow())
        flags = 0 if has_console else subprocess.CREATE_NO_WINDOW
    return flags


def detached_flags() -> int:
    """Return the flags for a process that our console's Ctrl+C and our end must not reach.

    0 except on Windows: elsewhere a session of its own does that.
    """
    flags = 0
    if sys.platform == "win32":
        import subprocess

        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return flags


def stat_fields(process: int) -> list[str]:
    """Return the fields of proc_pid_stat(5) from the state on, on Linux; none if it is gone."""
    try:
        text = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    # The second field, the name in parentheses, may contain anything.
    return text.rpartition(")")[2].split()


if sys.platform == "linux":

    def start_time(process: int) -> int | None:
        """Return when the process began, in the kernel's ticks; None if unknown or gone.

        The id alone does not identify a process: systems use ids again.
        """
        fields = stat_fields(process)
        return int(fields[19]) if len(fields) > 19 else None

    def is_running(process: int) -> bool:
        """Whether the process exists and has not ended; a zombie has ended."""
        return _is_known(process) and stat_fields(process)[:1] not in (["Z"], ["X"])

    def machine_start() -> str:
        """Return what tells this start of the machine from others, with ``start_time``'s ticks."""
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            return ""

    def id_space() -> str:
        """Return the name of our process ids' namespace: a container has ids of its own."""
        try:
            return os.readlink("/proc/self/ns/pid")
        except OSError:
            return ""

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

    def id_space() -> str:
        """Return nothing: all processes of the machine see the same ids."""
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


def describe_exit(status: int) -> str:
    """Describe an exit code; a negative one is minus the number of a signal, not on Windows."""
    if status < 0 and sys.platform != "win32":
        return f"killed by signal {-status}"
    return f"ended with exit code {status}"


def restore_mask(mask: frozenset[int]) -> None:
    """Block exactly the signals of ``mask`` again; Windows never blocks any."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def death_signal() -> Callable[[], object] | None:
    """Return a function that has the calling process killed when its parent's thread ends
    (prctl(2)).

    The function takes no lock: it may be called between fork and exec. It is None on other systems
    than Linux: there the recorder checks that its parent is still the same.
    """
    ask: Callable[[], object] | None = None
    if sys.platform == "linux":
        import ctypes

        prctl = ctypes.CDLL(None).prctl
        request = 1  # PR_SET_PDEATHSIG, linux/prctl.h
        ask = partial(prctl, request, int(signal.SIGKILL))
    return ask
