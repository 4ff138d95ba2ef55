"""Whose process writes a recording, and whether that process still runs."""

import os
import sys
from pathlib import Path


def myself() -> dict[str, object]:
    """What names this process: its number, when it began, and which start of which machine."""
    return _identity(os.getpid())


def is_alive(writer: object) -> bool:
    """Whether the process that ``myself`` described still runs, as far as can be told here."""
    if not isinstance(writer, dict) or not isinstance(writer.get("process"), int):
        return False
    process = writer["process"]
    return process > 0 and _runs(process) and _identity(process) == writer


def _identity(process: int) -> dict[str, object]:
    return {"process": process, "began": _began(process), "machine": _machine()}


def _began(process: int) -> str:
    """When ``process`` began, in the kernel's own ticks; a process number alone is used again."""
    try:
        text = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    # The name, the second field, is in parentheses and may hold anything; the start is the 22nd.
    fields = text.rpartition(")")[2].split()
    return fields[19] if len(fields) > 19 else ""


def _machine() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _state(process: int) -> str:
    """The kernel's letter for what ``process`` does: a zombie has ended, though it has a number."""
    try:
        text = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return text.rpartition(")")[2].strip()[:1]


if sys.platform == "win32":
    import ctypes

    _QUERY_LIMITED_INFORMATION, _STILL_ACTIVE = 0x1000, 259

    def _runs(process: int) -> bool:
        """Untested: no such machine at hand. ``os.kill`` would end the process there."""
        kernel = ctypes.WinDLL("kernel32")
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, process)
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE

else:

    def _runs(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError) as error:
            return isinstance(error, PermissionError)
        return _state(process) != "Z"
