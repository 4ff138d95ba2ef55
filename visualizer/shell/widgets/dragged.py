"""Reads data that are dragged over the window or pasted into it."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def file_in(data: QMimeData) -> Path | None:
    """Return the first local file among the data."""
    files = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return next((Path(file) for file in files if file), None)
