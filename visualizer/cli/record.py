"""The verb ``record``."""

import argparse
import os
from pathlib import Path

from visualizer.cli.language import error_text
from visualizer.model import CannotRecord, CannotRun, WrongUsage
from visualizer.session.options import Options
from visualizer.session.record import record_program

_SUFFIXES = (".py", ".pyw")


def record(found: argparse.Namespace) -> int:
    """Run a program as a shell would, with the arguments after ``--``, and record it."""
    program = Path(found.program)
    out: Path = found.output or Path(_stem(program) + ".memtrace")
    if str(out) == "-":
        raise WrongUsage("a recording cannot go to standard output; name a file with -o")
    stdin = None if found.stdin is None else _open(found.stdin)
    options = Options(
        program=program,
        arguments=found.rest,
        python=found.python,
        stdin=stdin,
        max_steps=found.max_steps,
        time_limit=found.time_limit,
        # ``Path`` drops a leading "./", which sys.argv keeps.
        as_given=found.program,
        recorder=found.recorder,
        unrecorded=found.unrecorded,
        allocator=found.allocator,
        expressions=found.expressions,
    )
    try:
        record_program(options, out, tee=True, quiet=found.quiet)
    except CannotRecord as fault:
        reason = error_text(fault)
        raise CannotRun("{reason}, or run it unrecorded with --unrecorded", reason=reason) from None
    finally:
        if stdin is not None:
            os.close(stdin)
    return 0


def _stem(program: Path) -> str:
    return program.stem if program.suffix in _SUFFIXES else program.name


def _open(file: Path) -> int:
    try:
        return os.open(file, os.O_RDONLY)
    except OSError as error:
        raise CannotRun(
            "{file}: cannot be read: {reason}", file=file, reason=error.strerror or error
        ) from error
