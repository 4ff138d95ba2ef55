"""What a test needs of the system: each with the reason for which it is left out elsewhere."""

import os
import sys
import time
from pathlib import Path

import pytest

ON_WINDOWS = sys.platform == "win32"
ON_LINUX = sys.platform == "linux"
KILLED, ABORTED = (
    ("ended with exit code 9", "ended with exit code 3")
    if ON_WINDOWS
    else ("killed by signal 9", "killed by signal 6")
)
"""How a process has ended by its own hand, as a lab says it."""
ENDED_BY_ANOTHER = "ended with exit code 15" if ON_WINDOWS else KILLED
"""The same where psutil has ended it."""

needs_signals = pytest.mark.skipif(
    ON_WINDOWS, reason="needs POSIX signals: on Windows a process is ended or it is not"
)
needs_named_pipes = pytest.mark.skipif(
    ON_WINDOWS, reason="needs a FIFO in a folder, which Windows has not"
)
needs_modes = pytest.mark.skipif(
    ON_WINDOWS, reason="needs POSIX permissions: on Windows a mode refuses nothing but writing"
)
needs_links = pytest.mark.skipif(
    ON_WINDOWS, reason="needs symbolic links, for which Windows wants a right of its own"
)
needs_poll = pytest.mark.skipif(
    ON_WINDOWS, reason="needs poll: Windows does not say whether a pipe has room"
)
needs_waits = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux says whether a program waits for a pipe"
)
needs_posix = pytest.mark.skipif(
    ON_WINDOWS,
    reason="the program asks for what POSIX alone has: fork, exec in place, signals, limits",
)
needs_a_large_stack = pytest.mark.skipif(
    ON_WINDOWS, reason="needs more stack than the 2 MB of Windows' python.exe"
)
needs_fork = pytest.mark.skipif(ON_WINDOWS, reason="needs fork, which Windows has not")
needs_seals = pytest.mark.skipif(
    sys.platform != "linux", reason="needs sealed memory files, which only Linux has"
)
needs_proc = pytest.mark.skipif(
    sys.platform != "linux", reason="needs /proc, to compare all that a process is given"
)
needs_a_terminal = pytest.mark.skipif(
    ON_WINDOWS, reason="needs a pseudo-terminal, which the standard library has for POSIX alone"
)
needs_files_of_segments = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux shows shared memory as files"
)
needs_devices = pytest.mark.skipif(
    ON_WINDOWS, reason="needs devices that are found as files, which Windows has not"
)
needs_a_shell = pytest.mark.skipif(
    ON_WINDOWS, reason="needs a shell that closes streams: Windows gives each process three"
)
needs_scripts = pytest.mark.skipif(
    ON_WINDOWS, reason="needs a shell script in the place of an interpreter"
)
needs_own_builds = pytest.mark.skipif(
    ON_WINDOWS, reason="on Windows no engine is compiled, only the installed one is used"
)
needs_any_name = pytest.mark.skipif(ON_WINDOWS, reason="Windows allows no such name of a file")
needs_resource_limits = pytest.mark.skipif(
    ON_WINDOWS, reason="needs setrlimit, which Windows has not"
)


def is_wine() -> bool:
    """Whether Windows' programs run on something else here; that has faults of its own."""
    if sys.platform == "win32":
        import ctypes

        return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
    return False


def wine_fails(why: str) -> pytest.MarkDecorator:
    """For what Windows does by its documentation, and Wine does not."""
    return pytest.mark.skipif(is_wine(), reason=f"a fault of Wine's: {why}")


needs_times_of_others = wine_fails(
    "GetProcessTimes tells the caller's own processor time for that of any other process"
)


def make_no_file(path: Path) -> None:
    """Make what is neither a file nor a folder, or where there is no such thing a folder."""
    if sys.platform == "win32":
        path.mkdir()
    else:
        os.mkfifo(path)


def as_printed(output: bytes) -> bytes:
    """What a program printed, without what the system makes of the end of a line."""
    return output.replace(os.linesep.encode(), b"\n")


def home_in(folder: Path) -> dict[str, str]:
    """What in its environment has a process keep what is one person's own in ``folder``."""
    names = ("CONFIG", "STATE", "DATA", "CACHE")
    places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in names}
    return {**places, **({"LOCALAPPDATA": str(folder)} if ON_WINDOWS else {})}


def state_in(folder: Path) -> Path:
    """Where a window keeps its state that was started with ``home_in``."""
    return folder / ("visualizer/State" if ON_WINDOWS else "state/visualizer")


def needed_to_start() -> dict[str, str]:
    """Of our environment what a process needs that gets none of it."""
    names = ("SYSTEMROOT", "TEMP", "USERPROFILE") if ON_WINDOWS else ()
    return {name: os.environ[name] for name in names if name in os.environ}


def let_others_run() -> None:
    """Give up the rest of this thread's turn."""
    time.sleep(0)
