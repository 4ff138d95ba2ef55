"""What to run, and how far.

Here and wherever else a program has still to be started, named tuples stand for frozen dataclasses:
the module of those brings ``inspect`` in, and a person waits for it.
"""

import os
from pathlib import Path
from typing import NamedTuple

RECORDER_VARIABLE = "VISUALIZER_RECORDER"
"""The environment variable that says which recorder to take where the options do not."""


class Options(NamedTuple):
    """A program, the interpreter and the surroundings it runs in, and its limits.

    ``as_given`` is the program's path as the user wrote it, which becomes ``sys.argv[0]``: a
    ``Path`` forgets a leading ``./``. ``stdin`` is a descriptor to hand on; without one the program
    reads a pipe fed by ``Session.send_input``, or ``input_file`` where one is named.
    ``environment`` is put over our own environment, in pairs of name and value. Limits: steps,
    seconds, bytes of memory that the program holds, bytes of the recording. ``credit`` is the step
    up to which the program may run ahead, 0 as far as it likes. ``terminal`` gives it a
    pseudo-terminal instead of files and pipe. ``patient``: while the program waits for input its
    time does not run out. ``recorder`` is ``python``, or ``auto`` or ``core`` for the one with a
    part in C, where there is one for the interpreter; without a word here the environment says it.
    ``as_on_console``: its streams have the encoding of a console, as it would have one in a plain
    run. ``unrecorded`` runs the program also where its interpreter cannot record it.
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


def asked_recorder(options: Options) -> str:
    """Which recorder is asked for: ``auto``, ``core`` or ``python``."""
    return options.recorder or os.environ.get(RECORDER_VARIABLE, "auto")
