"""Where what can be made again is kept for one person."""

import os
import stat
import sys
from pathlib import Path

NAME = "visualizer"


def cache_folder() -> Path | None:
    """The platform's folder for that, which need not be there; None where there is no telling."""
    if sys.platform == "win32":
        above = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        above = os.path.expanduser("~/Library/Caches")
    else:
        # A path that is not absolute is to be ignored (XDG Base Directory Specification).
        given = os.environ.get("XDG_CACHE_HOME", "")
        above = given if os.path.isabs(given) else os.path.expanduser("~/.cache")
    return Path(above, NAME) if os.path.isabs(above) else None


def make_own(folder: Path) -> bool:
    """Make a folder that nobody else may write to; whether it is one now. Raises ``OSError``."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return _is_own(folder)


if sys.platform == "win32":

    def _is_own(folder: Path) -> bool:
        return True  # a person's own folder there has rights that say so

else:

    def _is_own(folder: Path) -> bool:
        found = folder.stat()
        others = stat.S_IWGRP | stat.S_IWOTH
        return found.st_uid == os.getuid() and not found.st_mode & others
