"""Paths of files, found without the library's functions.

Those are Python code, which a program can change, and run with builtins that it may have replaced.
"""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_FileIO, _readlink, _stat = io.FileIO, os.readlink, os.stat
_library_realpath = os.path.realpath
MOST_LINKS = 40
"""As many symbolic links are followed on the way to a file (Linux: MAXSYMLINKS)."""


def link_target(path: str) -> str:
    """What a symbolic link says; empty for what is none."""
    try:
        return _readlink(path)
    except OSError:  # not several in one: from 3.14 on that takes room on the stack (watch.py)
        return ""
    except ValueError:
        return ""


if sys.platform == "win32":

    def join(folder: str, name: str) -> str:
        """``name`` as seen from ``folder``."""
        return os.path.join(folder, name)

    def real_path(path: str, target_of: Callable[[str], str] = link_target) -> str:
        """An absolute path without links, ``.`` and ``..``; what is not there is taken as it is.

        Links may be anywhere on the way, of several kinds; ``target_of`` is asked for all of them
        at once, where it is the engine's.
        """
        whole = "" if target_of is link_target else target_of(path)
        return whole or _library_realpath(path)

else:

    def join(folder: str, name: str) -> str:
        """``name`` as seen from ``folder``."""
        return name if name[:1] == "/" else f"{folder}/{name}"

    def real_path(path: str, target_of: Callable[[str], str] = link_target) -> str:
        """An absolute path without links, ``.`` and ``..``; what is not there is taken as it is."""
        found, links = "", 0
        rest = path.split("/")[::-1]
        while rest:
            part = rest.pop()
            if part in ("", "."):
                continue
            if part == "..":
                found = found.rpartition("/")[0]
                continue
            here = f"{found}/{part}"
            target = target_of(here) if links < MOST_LINKS else ""
            if target:
                links += 1
                found = "" if target[:1] == "/" else found
                rest += target.split("/")[::-1]
            else:
                found = here
        return found or "/"


def exists(path: str) -> bool:
    """Whether there is something of that name."""
    try:
        _stat(path)
    except (OSError, ValueError):
        return False
    return True


def text_in(path: str) -> bytes | None:
    """What is in a file; None where it cannot be read."""
    try:
        with _FileIO(path) as file:
            return file.readall()
    except (OSError, ValueError):
        return None
