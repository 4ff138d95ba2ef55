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
    # ntpath's own ways, which typeshed does not tell of.
    from nt import _getfinalpathname, _getfullpathname  # type: ignore[attr-defined]

    _at_once: Callable[[str], str] = _getfinalpathname
    _full: Callable[[str], str] = _getfullpathname
    _PLAIN, _SHARED = "\\\\?\\", "\\\\?\\UNC\\"
    """What Windows puts before a path that it has resolved, of this machine and of another."""

    def join(folder: str, name: str) -> str:
        """``name`` as seen from ``folder``."""
        if name[1:2] == ":" or name[:2] in ("\\\\", "//"):
            return name
        if name[:1] in ("\\", "/"):  # from the root of the drive
            return f"{folder[:2]}{name}" if folder[1:2] == ":" else name
        return f"{folder}\\{name}"

    def real_path(path: str, target_of: Callable[[str], str] = link_target) -> str:
        """An absolute path without links, ``.`` and ``..``; what is not there is taken as it is.

        Links may be anywhere on the way, of several kinds; ``target_of`` is asked for all of them
        at once, where it is the engine's.
        """
        whole = "" if target_of is link_target else target_of(path)
        return whole or _resolved(path)

    def _resolved(path: str) -> str:
        try:
            path = _full(path)
        except OSError:
            return path
        except ValueError:
            return path
        rest = ""
        while path:
            if found := _there(path):
                return f"{found}\\{rest}" if rest and found[-1:] != "\\" else f"{found}{rest}"
            above, _, name = path.rpartition("\\")
            if not above or not name:
                break
            # The root of a drive has a backslash of its own.
            path, rest = (f"{above}\\" if above[-1:] == ":" else above), _below(name, rest)
        return f"{path}{rest}"

    def _below(name: str, rest: str) -> str:
        return f"{name}\\{rest}" if rest else name

    def _there(path: str) -> str:
        """Where it really is; empty where there is nothing of that name."""
        try:
            found = _at_once(path)
        except OSError:
            return ""
        except ValueError:
            return ""
        if found.startswith(_SHARED):
            return f"\\\\{found.removeprefix(_SHARED)}"
        return found.removeprefix(_PLAIN)

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
