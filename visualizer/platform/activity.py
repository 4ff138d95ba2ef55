"""What the system says of a running process."""

import os
import sys
from typing import NamedTuple


class Activity(NamedTuple):
    """``sleeping`` for something other than a disk; ``seconds`` of processor time so far."""

    sleeping: bool
    seconds: float


def activity_of(process: int) -> Activity | None:
    """By psutil, where there is no ``/proc``; None where it is gone, or not ours."""
    import psutil

    try:
        one = psutil.Process(process)
        times, status = one.cpu_times(), one.status()
    except (psutil.Error, OSError):
        return None
    return Activity(
        status in (psutil.STATUS_SLEEPING, psutil.STATUS_IDLE), times.user + times.system
    )


def own_memory_of(process: int) -> int | None:
    """By psutil; bytes that only it has, or all where that may not be asked; None: it is gone."""
    import psutil

    try:
        one = psutil.Process(process)
        try:
            return int(one.memory_full_info().uss)
        except (psutil.AccessDenied, OSError):  # not every system has an answer
            return int(one.memory_info().rss)
    except (psutil.Error, OSError):
        return None


if sys.platform == "linux":
    from pathlib import Path

    def activity(process: int) -> Activity | None:
        """What ``process`` does (proc_pid_stat(5)); None where the system does not say."""
        try:
            text = Path(f"/proc/{process}/stat").read_text(errors="replace")
            # The name, in brackets, may hold anything.
            words = text.rpartition(")")[2].split()
            ticks = int(words[11]) + int(words[12])
        except (OSError, IndexError, ValueError):
            return None
        return Activity(words[0] == "S", ticks / os.sysconf("SC_CLK_TCK"))

    def own_memory(process: int) -> int | None:
        """Bytes in memory that only ``process`` has; None where the system does not say.

        What it shares, the spool first of all, is left out (proc_pid_statm(5)).
        """
        try:
            words = Path(f"/proc/{process}/statm").read_text().split()
            return (int(words[1]) - int(words[2])) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError, ValueError):
            return None

else:

    def activity(process: int) -> Activity | None:
        """What ``process`` does; None where the system does not say."""
        return activity_of(process)

    def own_memory(process: int) -> int | None:
        """Bytes in memory that only ``process`` has; None where the system does not say."""
        return own_memory_of(process)


def memory_is_known() -> bool:
    """Whether ``own_memory`` has an answer on this system."""
    return own_memory(os.getpid()) is not None
