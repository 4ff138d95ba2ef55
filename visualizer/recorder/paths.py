"""Resolves paths without the library's functions.

Those are Python code, which a program can replace, and use builtins that it may have replaced.
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
"""How many symbolic links are followed on the way to a file (Linux: MAXSYMLINKS)."""


def link_target(path: str) -> str:
    """Return the target of a symbolic link; empty for anything else."""
    try:
        return _readlink(path)
    except OSError:  # not several types in one: from 3.14 on that needs stack space (watch.py)
        return ""
    except ValueError:
        return ""


if sys.platform == "win32":
    # Functions of ntpath that typeshed lacks.
    from nt import _getfinalpathname, _getfullpathname  # type: ignore[attr-defined]

    _resolve_existing: Callable[[str], str] = _getfinalpathname
    _full: Callable[[str], str] = _getfullpathname
    _PLAIN, _SHARED = "\\\\?\\", "\\\\?\\UNC\\"
    """Prefixes of paths that Windows has resolved, of local and of remote files."""

    def join(folder: str, name: str) -> str:
        """Return ``name`` relative to ``folder``."""
        if name[1:2] == ":" or name[:2] in ("\\\\", "//"):
            return name
        if name[:1] in ("\\", "/"):  # from the root of the drive
            return f"{folder[:2]}{name}" if folder[1:2] == ":" else name
        return f"{folder}\\{name}"

    def real_path(path: str, target_of: Callable[[str], str] = link_target) -> str:
        """Return an absolute path without links, ``.`` and ``..``; keeps parts that do not exist.

        Links may occur anywhere on the way and be of several kinds; the engine's ``target_of``
        resolves all of them at once.
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
            if found := _existing(path):
                return f"{found}\\{rest}" if rest and found[-1:] != "\\" else f"{found}{rest}"
            above, _, name = path.rpartition("\\")
            if not above or not name:
                break
            # The root of a drive ends with a backslash.
            path, rest = (f"{above}\\" if above[-1:] == ":" else above), _below(name, rest)
        return f"{path}{rest}"

    def _below(name: str, rest: str) -> str:
        return f"{name}\\{rest}" if rest else name

    def _existing(path: str) -> str:
        """Return the resolved path; empty if it does not exist."""
        try:
            found = _resolve_existing(path)
        except OSError:
            return ""
        except ValueError:
            return ""
        if found.startswith(_SHARED):
            return f"\\\\{found.removeprefix(_SHARED)}"
        return found.removeprefix(_PLAIN)

else:

    def join(folder: str, name: str) -> str:
        """Return ``name`` relative to ``folder``."""
        return name if name[:1] == "/" else f"{folder}/{name}"

    def real_path(path: str, target_of: Callable[[str], str] = link_target) -> str:
        """Return an absolute path without links, ``.`` and ``..``; keeps parts that do not
        exist.
        """
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
    """Whether the path exists."""
    try:
        _stat(path)
    except (OSError, ValueError):
        return False
    return True


def text_in(path: str) -> bytes | None:
    """Return a file's bytes; None if it cannot be read."""
    try:
        with _FileIO(path) as file:
            return file.readall()
    except (OSError, ValueError):
        return None
