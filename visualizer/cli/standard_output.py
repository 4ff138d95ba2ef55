"""Standard output, which may be closed, full or a pipe without a reader."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from visualizer.model import CannotRun, NotKept


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Yield standard output for bytes, with errors raised here and not at exit. Raises
    ``CannotRun`` if it was closed from the start, ``NotKept`` if it is full, and
    ``BrokenPipeError``.
    """
    if sys.stdout is None:
        raise CannotRun("standard output is closed; redirect it to a file")
    try:
        sys.stdout.flush()
        with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stream:
            try:
                yield stream
            except KeyboardInterrupt:
                # Closing writes the rest of the buffer, and blocks until a reader takes it.
                _lead_nowhere(stream.fileno())
                raise
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or error
        raise NotKept("standard output: {reason}; choose another place", reason=reason) from error


def _lead_nowhere(descriptor: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def put(text: str) -> None:
    """Write ``text`` in UTF-8, whatever the locale."""
    with standard_output() as stream:
        stream.write(text.encode("utf-8", "backslashreplace"))
