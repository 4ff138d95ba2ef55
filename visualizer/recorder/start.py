"""What has to be done once, before the program's first line, to be able to watch it."""

from __future__ import annotations

import os

from visualizer.recorder.spool import Spool
from visualizer.recorder.watch import Watch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HIGH = 700
"""Where the recorder's own descriptors begin: a program's first file is to be number 3."""


def prepare(settings: dict[str, Any], spool: str) -> Watch:
    """A watch, ready to start. Raises ``ValueError`` and ``OSError`` if the spool is none."""
    opened = Spool(spool, settings["parent"])
    for name in ("stdout", "stderr"):
        if settings[name] is not None:
            settings[name] = out_of_the_way(settings[name])
    return Watch(settings, opened)


def out_of_the_way(descriptor: int) -> int:
    """Move a descriptor up high, where no program expects one."""
    high = HIGH
    while True:
        try:
            os.fstat(high)
        except OSError:
            break
        high += 1
    try:
        os.dup2(descriptor, high, inheritable=False)
    except OSError:  # the limit of open files is lower than that
        high = os.dup(descriptor)
    if descriptor > 2:
        os.close(descriptor)
    return high
