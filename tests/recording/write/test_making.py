"""Making a recording does not wait for the disk, which would take longer than all the rest."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from visualizer.recording import Writer
from visualizer.recording.write import making, written_file

OFF = 0


class _Watched(sqlite3.Connection):
    """Notes the statements that would wait for the disk."""

    waiting: list[str] = []  # noqa: RUF012

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        found = super().execute(sql, *values)
        (level,) = super().execute("PRAGMA synchronous").fetchone()
        if level != OFF:
            self.waiting.append(sql)
        return found


def test_the_disk_is_never_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(path: Path, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(
            f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, factory=_Watched
        )

    monkeypatch.setattr(_Watched, "waiting", [])
    for module in (making, written_file):
        monkeypatch.setattr(module, "connect", connect)
    Writer(tmp_path / "a.memtrace", "a.py").abandon()
    assert _Watched.waiting == []
