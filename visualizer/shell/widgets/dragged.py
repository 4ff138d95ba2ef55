"""What is dragged over the window or pasted into it."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def file_in(data: QMimeData) -> Path | None:
    """The first file of this machine among what is dragged."""
    files = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return next((Path(file) for file in files if file), None)
