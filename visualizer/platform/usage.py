"""What processes take: memory and processor time, and which files they have mapped."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Usage:
    """Bytes of a process. ``pss`` divides what is shared by those who share it, ``uss`` is what
    nobody else has; ``rss`` counts all, so that the sum counts what is shared several times.

    Only Linux tells ``pss``; elsewhere ``uss`` stands for it.
    """

    rss: int = 0
    pss: int = 0
    uss: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.rss + other.rss, self.pss + other.pss, self.uss + other.uss)

    def most(self, other: "Usage") -> "Usage":
        """Of each number the larger one."""
        return Usage(max(self.rss, other.rss), max(self.pss, other.pss), max(self.uss, other.uss))


class MappedFile(NamedTuple):
    """A part of a file that is mapped; one that ``is_gone`` has no name any more."""

    path: str
    size: int
    is_gone: bool


if sys.platform == "linux":
    _DELETED = " (deleted)"

    def usage_of(process: int) -> Usage | None:
        """Of one process; None where it is gone, or nobody says."""
        try:
            text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            return None
        found = {}
        for line in text.splitlines()[1:]:
            name, _, rest = line.partition(":")
            found[name] = int(rest.split()[0]) * 1024
        if "Pss" not in found:  # it has no memory any more
            return None
        private = found.get("Private_Clean", 0) + found.get("Private_Dirty", 0)
        return Usage(found["Rss"], found["Pss"], private)

    def command_of(process: int) -> str:
        """Its command line. Raises ``OSError`` where it is gone."""
        return Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="replace")

    def mapped_below(process: int, beginnings: tuple[str, ...]) -> list[MappedFile]:
        """The files that it has mapped whose paths begin so; where the system tells."""
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
    from visualizer.platform.activity import own_memory_of

    def usage_of(process: int) -> Usage | None:
        """Of one process; None where it is gone, or nobody says."""
        import psutil

        own = own_memory_of(process)
        try:
            everything = int(psutil.Process(process).memory_info().rss)
        except (psutil.Error, OSError):
            return None
        if own is None:
            return None
        own = min(own, everything)  # it may have grown between the two answers
        return Usage(everything, own, own)

    def command_of(process: int) -> str:
        """Its command line. Raises ``OSError`` where it is gone."""
        import psutil

        try:
            return "\0".join(psutil.Process(process).cmdline())
        except (psutil.Error, OSError) as error:
            raise ProcessLookupError(str(error)) from None

    def mapped_below(process: int, beginnings: tuple[str, ...]) -> list[MappedFile]:
        """None: elsewhere nobody tells of shared memory who has it mapped."""
        return []


CLOCK_TICK: float
"""Seconds: processor time is counted in so many. Windows claims more than it does."""

if sys.platform == "win32":
    from visualizer.platform.jobs import seconds_of_own_job

    CLOCK_TICK = 1 / 64

    def processor_time() -> float:
        """Seconds that this process and those that it has started had, that have ended at least.

        Windows counts them together for a job, which the processes of a lab are.
        """
        return max(time.process_time(), seconds_of_own_job())

else:
    import resource

    CLOCK_TICK = time.get_clock_info("process_time").resolution

    def processor_time() -> float:
        """Seconds that this process and the children that it has waited for had."""
        own = resource.getrusage(resource.RUSAGE_SELF)
        theirs = resource.getrusage(resource.RUSAGE_CHILDREN)
        return own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime
