"""Creates the recorder before the program's first line."""

from __future__ import annotations

import os

from visualizer.recorder.spool import Spool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from visualizer.recorder.bridge.engine import Engine
    from visualizer.recorder.events.watch import Watch

_ROOM = 8
"""How many descriptors an import needs."""
HIGH = 700
"""The lowest descriptor of the recorder: a program's first file must be number 3."""


def prepare(settings: dict[str, Any], spool: str, native: Any) -> Watch | Engine:
    """Return a recorder ready to start; the engine in C if ``native`` is given.

    Raises ``ValueError`` and ``OSError`` if there is no valid spool.
    """
    opened = Spool(spool, settings["parent"])
    import_ctypes()
    for name in ("stdout", "stderr"):
        if settings[name] is not None:
            settings[name] = move_high(settings[name])
    if native is not None:
        from visualizer.recorder.bridge.engine import Engine

        return Engine(native, settings, opened)
    from visualizer.recorder.events.watch import Watch

    return Watch(settings, opened)


def import_ctypes() -> None:
    """Import libffi's user, which keeps a file open, while all low descriptors are occupied."""
    taken: list[int] = []
    try:
        taken.append(os.open(os.devnull, os.O_RDONLY))
        while taken[-1] < HIGH:
            taken.append(os.dup(taken[0]))
    except OSError:  # the limit of open files is lower
        for descriptor in taken[-_ROOM:]:
            os.close(descriptor)
        del taken[-_ROOM:]
    try:
        import _ctypes  # noqa: F401
    except ImportError:
        pass
    finally:
        for descriptor in taken:
            os.close(descriptor)


def move_high(descriptor: int) -> int:
    """Move a descriptor above the numbers that programs expect."""
    high = HIGH
    while True:
        try:
            os.fstat(high)
        except OSError:
            break
        high += 1
    try:
        os.dup2(descriptor, high, inheritable=False)
    except OSError:  # the limit of open files is lower
        high = os.dup(descriptor)
    if descriptor > 2:
        os.close(descriptor)
    return high
