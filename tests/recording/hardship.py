"""What makes writing fail: no permission, no room."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65_534


@contextmanager
def without_permission(folder: Path) -> Iterator[None]:
    """Nothing can be written in ``folder``, by root neither."""
    me = os.geteuid()
    folder.chmod(0o555)
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)
        folder.chmod(0o755)


@contextmanager
def room_for(bytes_: int) -> Iterator[None]:
    """No file grows beyond so many bytes: what a full disk does, without filling one."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
