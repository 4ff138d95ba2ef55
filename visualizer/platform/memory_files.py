"""Files that vanish with the processes that use them, however those end."""

import contextlib
import itertools
import mmap
import os
import sys
from typing import NamedTuple

_HIGH = 1024
"""Descriptors of ours are as high as possible below this: a program's own first file is number 3.
"""


INHERITS_BY_NUMBER = sys.platform != "win32"
"""Whether a program finds descriptors by our numbers, besides the standard streams."""


class Shared(NamedTuple):
    """Memory to share with a process that we start.

    ``name`` is the text by which the process finds it; ``descriptor`` is for it to inherit, -1
    where memory has a name of its own instead.
    """

    name: str
    descriptor: int
    mapping: mmap.mmap


class Appended(NamedTuple):
    """A file that a program appends to: ``descriptor`` is for the program, ``reading`` for us."""

    descriptor: int
    reading: int


if sys.platform == "win32":
    _numbers = itertools.count()
    """A name that is in use would share its memory with us."""

    def memory_file(name: str, size: int = 0, *, append: bool = False) -> int:
        """Return a descriptor of a new temporary file that vanishes with its last descriptor.

        The descriptor is not inherited. With ``append`` every write goes to the end of the file,
        whatever its offset. Raises ``OSError``.
        """
        import tempfile

        descriptor, path = tempfile.mkstemp(prefix=name)
        os.close(descriptor)
        flags = os.O_RDWR | os.O_BINARY | os.O_NOINHERIT | os.O_TEMPORARY
        descriptor = os.open(path, flags | (os.O_APPEND if append else 0))
        os.truncate(descriptor, size)
        return descriptor

    def free_part(descriptor: int, start: int, end: int) -> None:
        """Do nothing: such a file is on the disk."""

    def shared_memory(name: str, size: int) -> Shared:
        """Create a named mapping of ``size`` bytes. Raises ``OSError``."""
        tag = f"{name}-{os.getpid()}-{next(_numbers)}"
        return Shared(f"{tag}:{size}", -1, mmap.mmap(-1, size, tagname=tag))

    def appended_file(name: str) -> Appended:
        """Open a new file to which every write appends. Raises ``OSError``.

        A program's descriptor shares its offset with the one that it inherited, so we read by
        another.
        """
        import tempfile

        made, path = tempfile.mkstemp(prefix=name)
        os.close(made)
        flags = os.O_BINARY | os.O_NOINHERIT | os.O_TEMPORARY
        descriptor = os.open(path, flags | os.O_RDWR | os.O_APPEND)
        return Appended(descriptor, os.open(path, flags | os.O_RDONLY))

else:

    def memory_file(name: str, size: int = 0, *, append: bool = False) -> int:
        """Return a descriptor of a new file in memory, or of an unlinked temporary file.

        The descriptor is not inherited. A file with a ``size`` keeps that size if the system can
        enforce it. With ``append`` every write goes to the end of the file, whatever its offset.
        Raises ``OSError``.
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

    def shared_memory(name: str, size: int) -> Shared:
        """Create a file of ``size`` bytes in memory and map it. Raises ``OSError``."""
        descriptor = memory_file(name, size)
        return Shared(str(descriptor), descriptor, mmap.mmap(descriptor, size, trackfd=False))

    def appended_file(name: str) -> Appended:
        """Open a new file in memory to which every write appends. Raises ``OSError``."""
        descriptor = memory_file(name, append=True)
        return Appended(descriptor, descriptor)

    def _high_number() -> int:
        import resource

        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        return max(3, (min(soft, _HIGH) if soft > 0 else _HIGH) - 64)

    if sys.platform == "linux":

        def _create(name: str) -> int:
            return os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)

        def free_part(descriptor: int, start: int, end: int) -> None:
            """Free the memory of a part of a file in memory, which then reads as zeros.

            The file keeps its length. ``start`` is a multiple of a page. Harmless if the file has
            been cut meanwhile.
            """
            with (
                contextlib.suppress(OSError, ValueError),
                mmap.mmap(descriptor, end - start, offset=start, trackfd=False) as part,
            ):
                part.madvise(mmap.MADV_REMOVE)

        def _seal(descriptor: int) -> None:
            # Reading a mapped file beyond the end to which another process cut it raises SIGBUS.
            import fcntl

            fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW)

    else:

        def _create(name: str) -> int:
            import tempfile

            descriptor, path = tempfile.mkstemp(prefix=name)
            os.unlink(path)
            return descriptor

        def free_part(descriptor: int, start: int, end: int) -> None:
            """Do nothing: such a file is on the disk."""

        def _seal(descriptor: int) -> None:
            """Do nothing: only Linux can seal files."""
