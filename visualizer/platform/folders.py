"""The folders that a system has for a program's files, and for named shared memory."""

import os
import stat
import sys
import tempfile
from pathlib import Path

NAME = "visualizer"


def cache_folder() -> Path | None:
    """Return the platform's cache folder for us, which may not exist; None if there is none."""
    if sys.platform == "win32":
        above = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        above = os.path.expanduser("~/Library/Caches")
    else:
        # Relative paths must be ignored (XDG Base Directory Specification).
        given = os.environ.get("XDG_CACHE_HOME", "")
        above = given if os.path.isabs(given) else os.path.expanduser("~/.cache")
    return Path(above, NAME) if os.path.isabs(above) else None


def make_private_folder(folder: Path) -> bool:
    """Create a folder; return whether nobody else may write to it. Raises ``OSError``."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    is_private = True
    if sys.platform != "win32":  # there the permissions of a user's own folder ensure it
        found = folder.stat()
        others = stat.S_IWGRP | stat.S_IWOTH
        is_private = found.st_uid == os.getuid() and not found.st_mode & others
    return is_private


def local_folder() -> Path | None:
    """Return the folder of a person's own files that the environment names; None if none.

    On Windows Qt names the same one, but asks the system alone, so that a process could not be
    given another by its environment. None elsewhere: there Qt follows the environment.
    """
    given = os.environ.get("LOCALAPPDATA", "") if sys.platform == "win32" else ""
    return Path(given) if os.path.isabs(given) else None


if sys.platform == "linux":
    SEGMENTS = Path("/dev/shm")
else:
    # A folder that never exists: on other systems a segment is no file. Windows removes a segment
    # with its last user.
    SEGMENTS = Path(tempfile.gettempdir(), f"visualizer-segments-{os.getpid()}")
