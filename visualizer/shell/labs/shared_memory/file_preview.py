"""Describes an HDF5 file, which another process reads: the window does not import h5py."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from visualizer.shell.own_process import OwnProcess

_MODULE = "visualizer.labs.shared_memory.tables.preview"


type FileFound = Mapping[str, Any]
"""The output of ``labs/shared_memory/tables/preview.py``; empty before, or with an ``error``."""


class FilePreview(QObject):
    """Describes files; ``came`` carries the description of a file, or of its ``error``."""

    came = Signal(dict)

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
        self.came.emit(found)

    def shut_down(self) -> None:
        """Stop reading."""
        process, self._process = self._process, None
        if process is not None:
            process.end()


def shape_text(shape: Sequence[int]) -> str:
    """Write a shape as Python does: thousands separators would look like further lengths."""
    return str(tuple(shape))
