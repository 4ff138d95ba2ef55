"""Files of which nothing is left behind, however their processes end."""

import os
import sys
from typing import NamedTuple

_HIGH = 1024
"""Below this, ours are put as high as they go: a program's own first file is number 3."""


class Appended(NamedTuple):
    """A file that a program appends to: ``descriptor`` is for it, ``reading`` for us."""

    descriptor: int
    reading: int


if sys.platform == "win32":

    def memory_file(name: str, size: int = 0, *, append: bool = False) -> int:
        """A descriptor of a new temporary file, gone with its last descriptor; not inherited.

        With ``append`` every write goes to its end, whoever moved the offset. Raises ``OSError``.
        """
        import tempfile

        descriptor, path = tempfile.mkstemp(prefix=name)
        os.close(descriptor)
        flags = os.O_RDWR | os.O_BINARY | os.O_NOINHERIT | os.O_TEMPORARY
        descriptor = os.open(path, flags | (os.O_APPEND if append else 0))
        os.truncate(descriptor, size)
        return descriptor

    def appended_file(name: str) -> Appended:
        """A file in memory that every write makes longer. Raises ``OSError``.

        A program's descriptor shares its offset with the one that it was given, so we read by one
        of our own.
        """
        import tempfile

        made, path = tempfile.mkstemp(prefix=name)
        os.close(made)
        flags = os.O_BINARY | os.O_NOINHERIT | os.O_TEMPORARY
        descriptor = os.open(path, flags | os.O_RDWR | os.O_APPEND)
        return Appended(descriptor, os.open(path, flags | os.O_RDONLY))

else:

    def memory_file(name: str, size: int = 0, *, append: bool = False) -> int:
        """A descriptor of a new file in memory, or of an unlinked temporary one; not inherited.

        With a ``size`` it keeps it where the system can see to that. With ``append`` every write
        goes to its end, whoever moved the offset. Raises ``OSError``.
        """
        import fcntl

        descriptor = _create(name)
        try:
            if size:
                os.truncate(descriptor, size)
                _seal(descriptor)
            if append:
                flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
                fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_APPEND)
            return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, _high_number())
        finally:
            os.close(descriptor)

    def appended_file(name: str) -> Appended:
        """A file in memory that every write makes longer. Raises ``OSError``."""
        descriptor = memory_file(name, append=True)
        return Appended(descriptor, descriptor)

    def _high_number() -> int:
        import resource

        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        return max(3, (min(soft, _HIGH) if soft > 0 else _HIGH) - 64)

    if sys.platform == "linux":

        def _create(name: str) -> int:
            return os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)

        def _seal(descriptor: int) -> None:
            # A mapped file that somebody shortens is a SIGBUS for who reads beyond its new end.
            import fcntl

            fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW)

    else:

        def _create(name: str) -> int:
            import tempfile

            descriptor, path = tempfile.mkstemp(prefix=name)
            os.unlink(path)
            return descriptor

        def _seal(descriptor: int) -> None:
            """Nothing: only Linux has a way."""
