"""Stores the runs of the labs between starts: a JSON file for each run."""

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visualizer.labs.reading import Shape, completed, fits
from visualizer.labs.report import Report
from visualizer.platform.files import replacing

MOST = 100
"""Runs that are stored for a lab; the oldest are deleted."""
_LARGEST = 8 << 20
"""Largest file in bytes that the labs can have written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored run: ``when`` in seconds since 1970."""

    path: Path
    when: float


class History:
    """The runs of one lab in ``folder``, which is made when there is something to keep.

    ``shape`` is that of their reports: files may contain anything.
    """

    def __init__(self, folder: Path, shape: Shape) -> None:
        self.folder, self._shape = folder, shape
        self._invalid: set[Path] = set()

    def keep(self, report: Mapping[str, Any], when: float | None = None) -> Entry:
        """Store a run, whole or not at all, and delete the oldest. Raises ``OSError``."""
        at = time.time() if when is None else when
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{round(at * 1000):015d}.json"
        with replacing(path) as beside:
            beside.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
        self._invalid.discard(path)
        for entry in self._files()[MOST:]:
            self.forget(entry)
        return Entry(path, at)

    def entries(self) -> list[Entry]:
        """Return the stored runs, the newest first, without those that ``load`` found invalid."""
        return [entry for entry in self._files() if entry.path not in self._invalid]

    def _files(self) -> list[Entry]:
        try:
            found = [path for path in self.folder.glob("*.json") if path.stem.isdecimal()]
        except OSError:
            return []
        entries = [Entry(path, int(path.stem) / 1000) for path in found]
        return sorted(entries, key=lambda entry: entry.when, reverse=True)

    def load(self, entry: Entry) -> Report | None:
        """Return a stored run, whose missing figures are None, if its file is there and valid."""
        found: object = None
        try:
            if entry.path.stat().st_size <= _LARGEST:
                found = json.loads(entry.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError):
            pass
        if not fits(found, self._shape):
            self._invalid.add(entry.path)
            return None
        report: Report = completed(found, self._shape)
        return report

    def forget(self, entry: Entry) -> None:
        """Delete a stored run."""
        with suppress(OSError):
            entry.path.unlink()
