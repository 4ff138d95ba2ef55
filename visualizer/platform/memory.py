"""Memory: what a process has had of it, and what the machine has left."""

import os
import sys
from contextlib import suppress
from pathlib import Path

_CONTROL_GROUP = Path("/sys/fs/cgroup")


def largest_ever(raw: int, system: str = sys.platform) -> int:
    """Bytes, of what ``getrusage`` calls ``ru_maxrss``: macOS has bytes there, others KiB."""
    return raw if system == "darwin" else raw * 1024


if sys.platform == "linux":
    _STATUS = Path("/proc/self/status")

    def peak_resident() -> int:
        """Bytes: the most that this process had. ``ru_maxrss`` would be its starter's, too."""
        found = _kibibytes(_STATUS, "VmHWM:")
        if found is None:
            import resource

            return largest_ever(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return found

    def resident() -> int:
        """Bytes that this process has in memory now."""
        found = _kibibytes(_STATUS, "VmRSS:")
        return peak_resident() if found is None else found

    def forget_peak() -> None:
        """Let ``peak_resident`` begin again from what there is now."""
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")

    def available() -> int | None:
        """Bytes that can be taken without pushing out anybody; None where nobody says so.

        A container's own limit holds where it is lower than what the machine has.
        """
        machine = _kibibytes(Path("/proc/meminfo"), "MemAvailable:")
        own = _left_to_us()
        known = [one for one in (machine, own) if one is not None]
        return min(known) if known else None

    def installed() -> int:
        """Bytes that the machine has; 0 where it does not say."""
        try:
            return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError):
            return 0

    def _left_to_us() -> int | None:
        try:
            most = (_CONTROL_GROUP / "memory.max").read_text(encoding="ascii").strip()
            taken = int((_CONTROL_GROUP / "memory.current").read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        return max(0, int(most) - taken) if most.isdigit() else None

    def _kibibytes(path: Path, name: str) -> int | None:
        try:
            text = path.read_text(encoding="utf-8")
            return int(text.split(name)[1].split()[0]) * 1024
        except (OSError, IndexError, ValueError):
            return None

else:

    def resident() -> int:
        """Bytes that this process has in memory now."""
        import psutil

        return int(psutil.Process().memory_info().rss)

    def forget_peak() -> None:
        """Nothing: only Linux lets ``peak_resident`` begin again."""

    def available() -> int | None:
        """Bytes that can be taken without pushing out anybody."""
        import psutil

        return int(psutil.virtual_memory().available)

    def installed() -> int:
        """Bytes that the machine has."""
        import psutil

        return int(psutil.virtual_memory().total)

    if sys.platform == "win32":

        def peak_resident() -> int:
            """Bytes: the most that this process had."""
            import psutil

            return int(psutil.Process().memory_info().peak_wset)

    else:

        def peak_resident() -> int:
            """Bytes: the most that this process had."""
            import resource

            return largest_ever(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
