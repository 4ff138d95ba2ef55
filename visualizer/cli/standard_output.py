"""Standard output, which may be closed, full or a pipe that nobody reads."""

import os
import sys
from typing import BinaryIO

from visualizer.model import CannotRun


def open_standard_output() -> BinaryIO:
    """Standard output for bytes; closing it leaves the stream itself open.

    Raises ``CannotRun`` when it was closed from the start.
    """
    if sys.stdout is None:
        raise CannotRun("standard output is closed")
    sys.stdout.flush()
    return os.fdopen(sys.stdout.fileno(), "wb", closefd=False)


def put(text: str) -> None:
    """Write ``text`` in UTF-8, whatever the locale; errors show here and not at exit."""
    with open_standard_output() as stream:
        stream.write(text.encode("utf-8", "backslashreplace"))


def let_go() -> None:
    """After an error: what is still in the buffer must not complain a second time at exit."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
