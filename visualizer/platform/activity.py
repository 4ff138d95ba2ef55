"""Reads the state and the memory of a running process."""

import os
import sys
from typing import NamedTuple


class Activity(NamedTuple):
    """``sleeping``: waits, but not for a disk; ``seconds``: processor time used so far."""

    sleeping: bool
    seconds: float


def psutil_activity(process: int) -> Activity | None:
    """Return the activity by psutil, without ``/proc``; None if the process is gone or not ours."""
    import psutil

    try:
        one = psutil.Process(process)
        times, status = one.cpu_times(), one.status()
    except (psutil.Error, OSError):
        return None
    return Activity(
        status in (psutil.STATUS_SLEEPING, psutil.STATUS_IDLE), times.user + times.system
    )


def psutil_own_memory(process: int) -> int | None:
    """Return the bytes of memory that only ``process`` has, by psutil; None if it is gone.

    Where the system denies that number, return its resident size.
    """
    import psutil

    try:
        one = psutil.Process(process)
        try:
            return int(one.memory_full_info().uss)
        except (psutil.AccessDenied, OSError):  # not every system has this number
            return int(one.memory_info().rss)
    except (psutil.Error, OSError):
        return None


if sys.platform == "linux":
    from pathlib import Path

    from visualizer.platform.processes import stat_fields

    def activity(process: int) -> Activity | None:
        """Return the activity of ``process``; None if the system does not report it."""
        words = stat_fields(process)
        try:
            ticks = int(words[11]) + int(words[12])
        except (IndexError, ValueError):
            return None
        return Activity(words[0] == "S", ticks / os.sysconf("SC_CLK_TCK"))

    def own_memory(process: int) -> int | None:
        """Return the bytes in memory that only ``process`` has; None if not reported.

        Shared memory, the spool above all, does not count (proc_pid_statm(5)).
        """
        try:
            words = Path(f"/proc/{process}/statm").read_text().split()
            return (int(words[1]) - int(words[2])) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError, ValueError):
            return None

else:
    activity, own_memory = psutil_activity, psutil_own_memory


def can_measure_memory() -> bool:
    """Whether this system reports the memory of a process."""
    return own_memory(os.getpid()) is not None
