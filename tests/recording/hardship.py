"""Causes of failed writing: no permission, no room."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform != "win32":
    import resource

NOBODY = 65_534


@contextmanager
def without_permission(folder: Path) -> Iterator[None]:
    """Make ``folder`` read-only, and give up root's rights meanwhile."""
    if sys.platform == "win32":
        pytest.skip("who owns a folder may always write there on Windows")
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
    """Limit the size of files: the effect of a full disk, without filling one."""
    if sys.platform == "win32":
        pytest.skip("Windows sets no limit to the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
