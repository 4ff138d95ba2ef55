"""Stores data of each program between sessions, outside the program's file."""

import hashlib
from contextlib import suppress
from pathlib import Path

from visualizer.model import NotKept
from visualizer.shell.sessions.folder import read_json, write_json

_VERSION = 1
_MOST = 500
"""The maximum number of programs; the least recently used are forgotten."""


class ProgramMemory:
    """Keeps a small file for each program by its path; failures are ignored.

    The contents are not trusted: the caller validates them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, program: Path) -> dict[str, object]:
        """Return all stored data of a program; empty if there are none."""
        found = read_json(self._file(program))
        same = found.get("program") == str(program.absolute())
        return found if same and found.get("version") == _VERSION else {}

    def keep(self, program: Path, key: str, value: object) -> None:
        """Store ``value`` for a program; an empty value removes the entry."""
        known = {k: v for k, v in self.of(program).items() if k not in ("version", "program")}
        if (known.get(key) or None) == (value or None):
            return
        known[key] = value
        kept = {k: v for k, v in known.items() if v}
        file = self._file(program)
        with suppress(OSError, NotKept):
            if not kept:
                file.unlink(missing_ok=True)
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                self._make_room()
            write_json(file, {"version": _VERSION, "program": str(program.absolute()), **kept})

    def _file(self, program: Path) -> Path:
        name = hashlib.sha256(str(program.absolute()).encode("utf-8", "surrogateescape"))
        return self._folder / f"{name.hexdigest()[:32]}.json"

    def _make_room(self) -> None:
        found = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in found[: max(0, len(found) - _MOST + 1)]:
            path.unlink(missing_ok=True)
