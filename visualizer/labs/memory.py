"""Memory: what a process has had of it, and what the machine has left."""

from contextlib import suppress
from pathlib import Path

_STATUS = Path("/proc/self/status")
_CONTROL_GROUP = Path("/sys/fs/cgroup")


def peak_resident() -> int:
    """Bytes: the most that this process had. ``ru_maxrss`` would be its starter's, too."""
    found = _kibibytes(_STATUS, "VmHWM:")
    if found is None:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return found


def resident() -> int:
    """Bytes that this process has in memory now."""
    found = _kibibytes(_STATUS, "VmRSS:")
    return peak_resident() if found is None else found


def forget_peak() -> None:
    """Let ``peak_resident`` begin again from what there is now, where the system can (Linux)."""
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
