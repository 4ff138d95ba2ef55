"""Processes: how they are started, whether they still run, and since when."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

if sys.platform == "win32":

    def start_flags() -> int:
        """What ``subprocess.Popen`` is given as ``creationflags``: on Windows, none may flash up.

        A console that we have is the program's as well: keys and Ctrl+C reach it that way. Where we
        have none, as a window has not, Windows would open one for each program.
        """
        import ctypes
        import subprocess

        has_console = bool(ctypes.WinDLL("kernel32").GetConsoleWindow())
        return 0 if has_console else subprocess.CREATE_NO_WINDOW

    def apart_flags() -> int:
        """The same for one that neither our console's Ctrl+C nor its end may reach."""
        import subprocess

        return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP

else:

    def start_flags() -> int:
        """What ``subprocess.Popen`` is given as ``creationflags``: nothing but on Windows."""
        return 0

    def apart_flags() -> int:
        """The same for one that goes on when we end: a session of its own does that."""
        return 0


if sys.platform == "linux":

    def began(process: int) -> int | None:
        """When it began, in the kernel's own ticks; None where there is none, or no telling.

        A number alone is given out again.
        """
        fields = _stat(process)
        return int(fields[19]) if len(fields) > 19 else None

    def is_running(process: int) -> bool:
        """Whether it is there and has not ended: who has, but was not waited for, has a number."""
        return _is_known(process) and _stat(process)[:1] not in (["Z"], ["X"])

    def _stat(process: int) -> list[str]:
        """What the kernel tells of it (proc_pid_stat(5)), from its state on."""
        try:
            text = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
        # The name, the second field, is in parentheses and may hold anything.
        return text.rpartition(")")[2].split()

    def _is_known(process: int) -> bool:
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True

else:

    def began(process: int) -> int | None:
        """When it began, in thousandths of a second; None where there is none, or no telling.

        A number alone is given out again.
        """
        import psutil

        try:
            return int(psutil.Process(process).create_time() * 1000)
        except (psutil.Error, OSError, ValueError, OverflowError):
            return None

    def is_running(process: int) -> bool:
        """Whether it is there and has not ended: who has, but was not waited for, has a number."""
        import psutil

        try:
            return bool(psutil.Process(process).status() != psutil.STATUS_ZOMBIE)
        except psutil.AccessDenied:
            return True
        except (psutil.Error, OSError, ValueError, OverflowError):
            return False


START_METHODS = ("spawn",) if sys.platform == "win32" else ("fork", "forkserver", "spawn")
"""How ``multiprocessing`` can start processes, without asking it, which takes long to import."""


def is_still_running(process: int, since: int | None) -> bool:
    """Whether it is there, and the one that ``began`` then, where both are known."""
    now = began(process)
    return is_running(process) and (since is None or now is None or now == since)


def kill(process: int) -> None:
    """End it, whatever it does; nothing of it runs any more. Raises ``OSError``.

    Windows knows no signals, only exit codes: there it ends with the number of this one.
    """
    os.kill(process, KILLING)


KILLING = 9
"""The number of the signal that nobody can refuse."""

if sys.platform == "win32":

    def how_it_ended(status: int) -> str:
        """An exit code in words; a negative one is the number of a signal."""
        return f"ended with exit code {status}"

else:

    def how_it_ended(status: int) -> str:
        """An exit code in words; a negative one is the number of a signal."""
        return f"killed by signal {-status}" if status < 0 else f"ended with exit code {status}"


if sys.platform == "win32":

    def restore_mask(mask: frozenset[int]) -> None:
        """Nothing: no signal is ever blocked there."""

else:

    def restore_mask(mask: frozenset[int]) -> None:
        """Let those signals alone be blocked that were before."""
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


if sys.platform == "linux":

    def death_signal() -> Callable[[], object] | None:
        """A function that has the calling process killed when its parent's thread ends (prctl(2)).

        It takes no lock: it may be called between fork and exec.
        """
        import ctypes

        prctl = ctypes.CDLL(None).prctl
        request = 1  # PR_SET_PDEATHSIG, linux/prctl.h
        return lambda: prctl(request, int(signal.SIGKILL))

else:

    def death_signal() -> Callable[[], object] | None:
        """None: elsewhere the recorder looks whether its parent is still the same."""
        return None
