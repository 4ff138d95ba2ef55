"""Reads the memory of this process and of the machine."""

import os
import sys
from contextlib import suppress
from pathlib import Path

_CONTROL_GROUP = Path("/sys/fs/cgroup")


def peak_bytes(raw: int, system: str = sys.platform) -> int:
    """Convert ``ru_maxrss`` of ``getrusage`` to bytes: macOS reports bytes, other systems KiB."""
    return raw if system == "darwin" else raw * 1024


if sys.platform == "linux":
    _STATUS = Path("/proc/self/status")

    def peak_resident() -> int:
        """Return this process's peak in bytes. ``ru_maxrss`` would include its parent's peak."""
        found = _kibibytes(_STATUS, "VmHWM:")
        if found is None:
            import resource

            return peak_bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return found

    def resident() -> int:
        """Return the bytes that this process has in memory now."""
        found = _kibibytes(_STATUS, "VmRSS:")
        return peak_resident() if found is None else found

    def forget_peak() -> None:
        """Restart ``peak_resident`` from the current size."""
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")

    def available() -> int | None:
        """Return the bytes that can be allocated without swapping; None if unknown.

        A container's own limit counts if it is lower than the machine's.
        """
        machine = _kibibytes(Path("/proc/meminfo"), "MemAvailable:")
        own = _left_in_control_group()
        known = [one for one in (machine, own) if one is not None]
        return min(known) if known else None

    def installed() -> int:
        """Return the machine's bytes of memory; 0 if unknown."""
        try:
            return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError):
            return 0

    def _left_in_control_group() -> int | None:
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
        """Return the bytes that this process has in memory now."""
        import psutil

        return int(psutil.Process().memory_info().rss)

    def forget_peak() -> None:
        """Do nothing: only Linux can restart ``peak_resident``."""

    def available() -> int | None:
        """Return the bytes that can be allocated without swapping."""
        import psutil

        return int(psutil.virtual_memory().available)

    def installed() -> int:
        """Return the machine's bytes of memory."""
        import psutil

        return int(psutil.virtual_memory().total)

    if sys.platform == "win32":

        def peak_resident() -> int:
            """Return this process's peak in bytes."""
            import psutil

            return int(psutil.Process().memory_info().peak_wset)

    else:

        def peak_resident() -> int:
            """Return this process's peak in bytes."""
            import resource

            return peak_bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
