"""Opens a file as a program's standard input."""

import os
import stat
from pathlib import Path

from visualizer.model import CannotRun


def open_input(file: Path) -> int:
    """Return a descriptor that reads ``file`` from its start. Raises ``CannotRun``."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise CannotRun("{file}: not a regular file; choose another input file", file=file)
        return os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise CannotRun("{file}: no such file; choose another input file", file=file) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CannotRun(
            "{file}: cannot be read: {reason}; choose another input file", file=file, reason=reason
        ) from None
