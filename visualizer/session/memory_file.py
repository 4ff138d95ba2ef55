"""Files that have no name: nothing of them is left behind, however their processes end."""

import os
import sys

_HIGH = 1024
"""Below this, ours are put as high as they go: a program's own first file is number 3."""


def memory_file(name: str, size: int = 0, *, append: bool = False) -> int:
    """A descriptor of a new file in memory, or of an unlinked temporary one; not inherited.

    With a ``size`` it keeps it where the system can see to that. With ``append`` every write goes
    to its end, whoever moved the offset. Raises ``OSError``.
    """
    if sys.platform == "win32":
        raise OSError("memory files are not made on Windows")
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


def _create(name: str) -> int:
    if sys.platform != "linux":
        import tempfile

        descriptor, path = tempfile.mkstemp(prefix=name)
        os.unlink(path)
        return descriptor
    return os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)


def _seal(descriptor: int) -> None:
    # A mapped file that somebody shortens is a SIGBUS for whoever reads beyond its new end.
    if sys.platform == "linux":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW)


def _high_number() -> int:
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(3, (min(soft, _HIGH) if soft > 0 else _HIGH) - 64)
