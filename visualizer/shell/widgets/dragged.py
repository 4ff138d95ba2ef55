"""Reads data that are dragged over the window or pasted into it."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_in(data: QMimeData) -> list[Path]:
    """Return the local files among the data."""
    files = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return [Path(file) for file in files if file]
