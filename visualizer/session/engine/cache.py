"""The user's cache folder."""

import os
import stat
import sys
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
    return _is_private(folder)


if sys.platform == "win32":

    def _is_private(folder: Path) -> bool:
        return True  # the permissions of a user's own folder ensure it

else:

    def _is_private(folder: Path) -> bool:
        found = folder.stat()
        others = stat.S_IWGRP | stat.S_IWOTH
        return found.st_uid == os.getuid() and not found.st_mode & others
