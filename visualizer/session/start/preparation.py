"""Checks everything that can be checked before a program starts."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from visualizer.model import CannotRecord, CannotRun
from visualizer.platform.activity import can_measure_memory
from visualizer.session.engine.build_choice import Build, Core, core_for, never_cancelled
from visualizer.session.options import Options, requested_recorder
from visualizer.session.start.interpreter import (
    check_interpreter,
    check_own_interpreter,
    find_interpreter,
)
from visualizer.session.start.program import check_program
from visualizer.session.streams.input_file import open_input


class Prepared(NamedTuple):
    """The interpreter to run, the program's file name, and its source.

    ``core`` is the recorder's C part for that interpreter, ``has_engine`` whether that records.
    ``unrecorded`` is the reason if the program is to run without the recorder.
    """

    python: str
    name: str
    source: bytes
    core: Core = Core()
    has_engine: bool = False
    unrecorded: str | None = None


def prepare(options: Options, is_cancelled: Callable[[], bool] = never_cancelled) -> Prepared:
    """Check the program and the interpreter. Raises ``CannotRun``.

    The first call for an interpreter may compile the recorder's C part, which takes seconds;
    ``is_cancelled`` is polled meanwhile.
    """
    if options.directory is not None and not options.directory.is_dir():
        raise CannotRun("{file}: no such directory; choose another", file=options.directory)
    if options.memory_limit is not None and not can_measure_memory():
        raise CannotRun(
            "this system does not report how much memory a program uses;"
            " run it without a memory limit"
        )
    for name, value in options.environment:
        if not name or "=" in name or "\0" in name + value:
            raise CannotRun(
                "{name}: not a valid name for an environment variable; correct it", name=repr(name)
            )
    if options.input_file is not None:
        os.close(open_input(options.input_file))
    own = None if options.python is not None else check_program(_program_path(options))
    python = find_interpreter(options.python)
    version, build, unrecorded = _check_support(options, python)
    is_other = version != sys.version_info[:2]
    source = own or check_program(_program_path(options), python if is_other else None)
    can_be = unrecorded is None and (options.python is None or build is not None)
    asked = requested_recorder(options)
    wanted = can_be and asked != "python"
    core = core_for(python, build, is_cancelled) if wanted else Core()
    has_engine = wanted and not core.missing
    reason = f" ({core.missing})" if core.missing else ""
    if options.expressions is not None and not has_engine:
        raise CannotRun(
            "the values inside lines need the recorder in C, which is not used here{reason};"
            " record without them",
            reason=reason,
        )
    if asked == "core" and can_be and not has_engine:
        raise CannotRun(
            "the recorder in C was chosen, but cannot be used here{reason}; choose auto or python",
            reason=reason,
        )
    return Prepared(python, options.program.name, source, core, has_engine, unrecorded)


def _check_support(
    options: Options, python: str
) -> tuple[tuple[int, int] | None, Build | None, str | None]:
    """Return the interpreter's version and build, as far as reported, and why it cannot record.

    Raises ``CannotRun``, with ``options.unrecorded`` only if the interpreter cannot run.
    """
    try:
        if options.python is not None:
            return *check_interpreter(python), None
        check_own_interpreter(python)
    except CannotRecord as error:
        if not options.unrecorded:
            raise
        return None, None, str(error)
    return sys.version_info[:2], None, None


def _program_path(options: Options) -> Path:
    return options.directory / options.program if options.directory else options.program
