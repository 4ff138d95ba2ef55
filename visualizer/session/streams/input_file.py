"""Opens a file as a program's standard input."""

import os
from pathlib import Path

from visualizer.model import check_regular, not_read


def open_input(file: Path, *, devices: bool = False) -> int:
    """Return a descriptor that reads ``file`` from its start. Raises ``CannotRun``.

    ``devices`` allows a device or a pipe, too, which may keep the caller waiting.
    """
    check_regular(file, devices=devices)
    try:
        return os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise not_read(file, error) from None
