"""What has to be done once, before the program's first line, to be able to watch it."""

from __future__ import annotations

import os

from visualizer.recorder.spool import Spool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from visualizer.recorder.core.engine import Engine
    from visualizer.recorder.watch import Watch

_ROOM = 8
"""So many descriptors are needed to import a module."""
HIGH = 700
"""Where the recorder's own descriptors begin: a program's first file is to be number 3."""


def prepare(
    settings: dict[str, Any],
    spool: str,
    native: Any,
    while_importing: Callable[[Callable[[], Any]], Any],
) -> Watch | Engine:
    """A recorder, ready to start: in C where ``native`` is the engine.

    ``while_importing`` calls a function where modules of the recorder can be imported while the
    program runs.

    Raises ``ValueError`` and ``OSError`` if the spool is none.
    """
    opened = Spool(spool, settings["parent"])
    load_out_of_the_way()
    for name in ("stdout", "stderr"):
        if settings[name] is not None:
            settings[name] = out_of_the_way(settings[name])
    if native is not None:
        from visualizer.recorder.core.engine import Engine

        return Engine(native, settings, opened, while_importing)
    from visualizer.recorder.watch import Watch

    return Watch(settings, opened)


def load_out_of_the_way() -> None:
    """Import what keeps a file of its own open (libffi does), all low descriptors being taken."""
    taken: list[int] = []
    try:
        taken.append(os.open(os.devnull, os.O_RDONLY))
        while taken[-1] < HIGH:
            taken.append(os.dup(taken[0]))
    except OSError:  # the limit of open files is lower than that
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
