"""The verb ``record``."""

import argparse
import os
from pathlib import Path

from visualizer.cli.language import error_text, translated, translated_text
from visualizer.model import CannotRecord, CannotRun, WrongUsage
from visualizer.platform.terminals import error_terminal, put_error
from visualizer.session.options import Options
from visualizer.session.record import Notices, record_program
from visualizer.session.streams.input_file import open_input

_SUFFIXES = (".py", ".pyw")


def record(found: argparse.Namespace) -> int:
    """Run a program as a shell would, with the arguments after ``--``, and record it."""
    program = Path(found.program)
    out: Path = found.output or Path(_stem(program) + ".memtrace")
    if str(out) == "-":
        raise WrongUsage("a recording cannot go to standard output; name a file with -o")
    stdin = None if found.stdin is None else open_input(found.stdin, devices=True)
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
    on_screen = not found.quiet and error_terminal() is not None
    notices = Notices(_say_compiling, _say_slow) if on_screen else None
    try:
        record_program(options, out, tee=True, quiet=found.quiet, notices=notices)
    except CannotRecord as fault:
        reason = error_text(fault)
        raise CannotRun("{reason}, or run it unrecorded with --unrecorded", reason=reason) from None
    finally:
        if stdin is not None:
            os.close(stdin)
    return 0


def _say_compiling() -> None:
    _say(translated("compiling the fast recorder for this Python, once"))


def _say_slow(reason: str) -> None:
    reason = translated_text(reason)
    _say(translated("this recording is slow, without the recorder in C: {reason}", reason=reason))


def _say(message: str) -> None:
    put_error(f"visualizer: {message}\n")


def _stem(program: Path) -> str:
    return program.stem if program.suffix in _SUFFIXES else program.name
