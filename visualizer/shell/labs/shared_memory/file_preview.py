"""Describes an HDF5 file, which another process reads: the window does not import h5py."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from visualizer.shell.own_process import OwnProcess

_MODULE = "visualizer.labs.shared_memory.tables.preview"


@dataclass(frozen=True, slots=True)
class TableFound:
    """A dataset: ``dtype`` are names and types, ``first`` its first rows, ``stored`` bytes."""

    name: str
    shape: tuple[int, ...]
    dtype: Sequence[tuple[str, str]]
    bytes: int
    stored: int
    chunks: Sequence[int] | None
    compression: str | None
    attributes: Mapping[str, str]
    first: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class FileFound:
    """A file; ``tables`` may be only the first of ``count``. ``error`` says why none was read."""

    path: str = ""
    bytes: int = 0
    count: int = 0
    tables: tuple[TableFound, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    checksum: str = ""
    rows: int = 0
    h5py: str = ""
    hdf5: str = ""
    error: str = ""


class FilePreview(QObject):
    """Describes files; ``came`` carries the description of a file, or of its ``error``."""

    came = Signal(FileFound)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: OwnProcess | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._process is not None

    def look(self, path: str) -> None:
        """Read the file at ``path``, and no longer another one."""
        self.shut_down()
        self._process = OwnProcess(self, _MODULE, path)
        self._process.ended.connect(self._end)
        self._process.start()

    def _end(self) -> None:
        process, self._process = self._process, None
        assert process is not None
        try:
            found: Any = json.loads(bytes(process.readAllStandardOutput().data()))
        except ValueError:
            found = None
        if not isinstance(found, dict):
            found = {"error": process.last_words or _MODULE}
        process.deleteLater()
        self.came.emit(_file_found(found))

    def shut_down(self) -> None:
        """Stop reading."""
        process, self._process = self._process, None
        if process is not None:
            process.end()


def _file_found(found: Mapping[str, Any]) -> FileFound:
    """Read what ``labs/shared_memory/tables/preview.py`` prints."""
    tables = tuple(
        TableFound(**{**one, "shape": tuple(one["shape"])}) for one in found.get("tables", ())
    )
    return FileFound(**{**found, "tables": tables})


def shape_text(shape: tuple[int, ...]) -> str:
    """Format a shape as numpy does, with thousands separators: (500,000,)."""
    return f"({', '.join(f'{one:,}' for one in shape)}{',' if len(shape) == 1 else ''})"
