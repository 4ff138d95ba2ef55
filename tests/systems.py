"""A test's requirements on the system, each with the reason for skipping the test elsewhere."""

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
"""How a lab words the end of a process that killed itself."""
ENDED_BY_ANOTHER = "ended with exit code 15" if ON_WINDOWS else KILLED
"""How a lab words the end of a process that psutil ended."""

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
needs_sessions = pytest.mark.skipif(
    ON_WINDOWS, reason="needs sessions of processes: on Windows a job ends them all at once"
)
needs_seals = pytest.mark.skipif(
    sys.platform != "linux", reason="needs sealed memory files, which only Linux has"
)
needs_proc = pytest.mark.skipif(
    sys.platform != "linux", reason="needs the facts about processes in /proc, which only Linux has"
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
    """Whether Windows programs run on Wine, which has its own faults."""
    if sys.platform == "win32":
        import ctypes

        return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
    return False


def wine_fails(why: str) -> pytest.MarkDecorator:
    """Mark a test of documented Windows behaviour that Wine lacks."""
    return pytest.mark.skipif(is_wine(), reason=f"a fault of Wine's: {why}")


needs_times_of_others = wine_fails(
    "GetProcessTimes tells the caller's own processor time for that of any other process"
)


def make_no_file(path: Path) -> None:
    """Make a path that is neither file nor folder (a FIFO); on Windows, a folder."""
    if sys.platform == "win32":
        path.mkdir()
    else:
        os.mkfifo(path)


def as_printed(output: bytes) -> bytes:
    """Return a program's output with the system's line ends as newlines."""
    return output.replace(os.linesep.encode(), b"\n")


def home_in(folder: Path) -> dict[str, str]:
    """Return the environment variables that put a process's personal files into ``folder``."""
    names = ("CONFIG", "STATE", "DATA", "CACHE")
    places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in names}
    return {**places, **({"LOCALAPPDATA": str(folder)} if ON_WINDOWS else {})}


def state_in(folder: Path) -> Path:
    """Return the state folder of a window that was started with ``home_in``."""
    return folder / ("visualizer/State" if ON_WINDOWS else "state/visualizer")


def needed_to_start() -> dict[str, str]:
    """Return the variables that a process needs even if it inherits no other."""
    names = ("SYSTEMROOT", "TEMP", "USERPROFILE") if ON_WINDOWS else ()
    return {name: os.environ[name] for name in names if name in os.environ}


def let_others_run() -> None:
    """Give up the rest of this thread's turn."""
    time.sleep(0)
