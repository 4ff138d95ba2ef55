"""What the system says of a running process."""

import os
import sys
from pathlib import Path
from typing import NamedTuple


class Activity(NamedTuple):
    """``sleeping`` for something other than a disk; ``seconds`` of processor time so far."""

    sleeping: bool
    seconds: float


def activity(process: int) -> Activity | None:
    """What ``process`` does (proc_pid_stat(5)); None where the system does not say."""
    if sys.platform != "linux":
        from visualizer.session import process_elsewhere

        told = process_elsewhere.activity(process)
        return None if told is None else Activity(*told)
    try:
        # The name, in brackets, may hold anything.
        words = Path(f"/proc/{process}/stat").read_text(errors="replace").rpartition(")")[2].split()
        ticks = int(words[11]) + int(words[12])
    except (OSError, IndexError, ValueError):
        return None
    return Activity(words[0] == "S", ticks / os.sysconf("SC_CLK_TCK"))


def own_memory(process: int) -> int | None:
    """Bytes in memory that only ``process`` has; None where the system does not say.

    What it shares, the spool first of all, is left out (proc_pid_statm(5)).
    """
    if sys.platform != "linux":
        from visualizer.session import process_elsewhere

        return process_elsewhere.own_memory(process)
    try:
        words = Path(f"/proc/{process}/statm").read_text().split()
        return (int(words[1]) - int(words[2])) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return None


def memory_is_known() -> bool:
    """Whether ``own_memory`` has an answer on this system."""
    return own_memory(os.getpid()) is not None
