"""Reads memory, processor time and mapped files of processes."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Usage:
    """A process's memory in bytes.

    ``rss`` counts shared memory in full, so a sum counts it several times; ``pss`` divides it among
    its users; ``uss`` is the memory that no other process shares. Only Linux reports ``pss``;
    elsewhere it equals ``uss``.
    """

    rss: int = 0
    pss: int = 0
    uss: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.rss + other.rss, self.pss + other.pss, self.uss + other.uss)

    def maximum(self, other: "Usage") -> "Usage":
        """Return the larger one of each number."""
        return Usage(max(self.rss, other.rss), max(self.pss, other.pss), max(self.uss, other.uss))


class MappedFile(NamedTuple):
    """A mapped part of a file; ``is_gone`` if the file has been deleted."""

    path: str
    size: int
    is_gone: bool


if sys.platform == "linux":
    _DELETED = " (deleted)"

    def usage_of(process: int) -> Usage | None:
        """Return the memory of a process; None if it is gone or unknown."""
        try:
            text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            return None
        found = {}
        for line in text.splitlines()[1:]:
            name, _, rest = line.partition(":")
            found[name] = int(rest.split()[0]) * 1024
        if "Pss" not in found:  # a zombie has no memory
            return None
        private = found.get("Private_Clean", 0) + found.get("Private_Dirty", 0)
        return Usage(found["Rss"], found["Pss"], private)

    def mapped_below(process: int, beginnings: tuple[str, ...]) -> list[MappedFile]:
        """Return the mapped files whose paths begin with one of ``beginnings``."""
        try:
            text = Path(f"/proc/{process}/maps").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
        found = []
        for line in text.splitlines():
            start = next((one for one in beginnings if one in line), None)
            if start is not None:
                path = line[line.index(start) :]
                low, high = (int(number, 16) for number in line.split(maxsplit=1)[0].split("-"))
                is_gone = path.endswith(_DELETED)
                found.append(MappedFile(path.removesuffix(_DELETED), high - low, is_gone))
        return found

else:
    from visualizer.platform.activity import psutil_own_memory

    def usage_of(process: int) -> Usage | None:
        """Return the memory of a process; None if it is gone or unknown."""
        import psutil

        own = psutil_own_memory(process)
        try:
            everything = int(psutil.Process(process).memory_info().rss)
        except (psutil.Error, OSError):
            return None
        if own is None:
            return None
        own = min(own, everything)  # it may have grown between the two calls
        return Usage(everything, own, own)

    def mapped_below(process: int, beginnings: tuple[str, ...]) -> list[MappedFile]:
        """Return nothing: other systems do not report who has shared memory mapped."""
        return []


CLOCK_TICK: float
"""The resolution of processor time in seconds. Windows claims a finer one than it has."""

if sys.platform == "win32":
    from visualizer.platform.jobs import seconds_of_own_job

    CLOCK_TICK = 1 / 64

    def processor_time() -> float:
        """Return the processor time of this process and of its ended descendants, at least.

        Windows adds it up for a job, which contains all processes of a lab.
        """
        return max(time.process_time(), seconds_of_own_job())

else:
    import resource

    CLOCK_TICK = time.get_clock_info("process_time").resolution

    def processor_time() -> float:
        """Return the processor time of this process and of the children that it has waited for."""
        own = resource.getrusage(resource.RUSAGE_SELF)
        theirs = resource.getrusage(resource.RUSAGE_CHILDREN)
        return own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime
