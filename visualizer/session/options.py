"""The program to run, and its limits.

Modules that are imported before a program starts use named tuples instead of dataclasses:
``dataclasses`` imports ``inspect``, and a person waits for that.
"""

import os
from pathlib import Path
from typing import NamedTuple

RECORDER_VARIABLE = "VISUALIZER_RECORDER"
"""The environment variable that selects the recorder if the options do not."""


class Options(NamedTuple):
    """A program, its interpreter and environment, and its limits.

    ``as_given`` is the program's path as typed, which becomes ``sys.argv[0]``: a ``Path`` drops a
    leading ``./``. ``stdin`` is a descriptor to inherit; without one the program reads a pipe fed
    by ``Session.send_input``, or ``input_file``. ``environment`` overrides our own environment, in
    pairs of name and value. The limits are in steps, seconds, bytes of memory of the program, and
    bytes of the recording. ``credit`` is the step up to which the program may run ahead, 0 for no
    limit. ``terminal`` gives it a pseudo-terminal instead of files and a pipe. With ``patient`` its
    time does not elapse while it waits for input. ``recorder`` is ``python``, or ``auto`` or
    ``core`` for the one with a C part, if the interpreter has one; None leaves it to the
    environment variable. ``as_on_console`` gives its streams the encoding that a console would have
    in a plain run, and the program a session of its own, so that it cannot use our terminal. With
    ``unrecorded`` the program runs even if its interpreter cannot record it. With ``allocator``
    each step also has the free blocks of the interpreter's allocator. ``expressions`` are the lines
    of the program whose expressions are recorded, an empty tuple for those of all files; None
    records no expressions.
    """

    program: Path
    arguments: tuple[str, ...] = ()
    python: Path | None = None
    directory: Path | None = None
    stdin: int | None = None
    max_steps: int = 10_000_000
    time_limit: float | None = None
    memory_limit: int | None = None
    size_limit: int | None = None
    credit: int = 0
    terminal: bool = False
    as_given: str | None = None
    environment: tuple[tuple[str, str], ...] = ()
    input_file: Path | None = None
    patient: bool = False
    recorder: str | None = None
    unrecorded: bool = False
    as_on_console: bool = False
    allocator: bool = False
    expressions: tuple[int, ...] | None = None


def requested_recorder(options: Options) -> str:
    """Return the requested recorder: ``auto``, ``core`` or ``python``."""
    return options.recorder or os.environ.get(RECORDER_VARIABLE, "auto")
