"""All that can be known to be wrong before a program is started."""

import os
from pathlib import Path
from typing import NamedTuple

from visualizer.model import CannotRun
from visualizer.session.input_file import open_input
from visualizer.session.interpreter import check_interpreter, find_interpreter
from visualizer.session.options import Options
from visualizer.session.process_state import memory_is_known
from visualizer.session.program import check_program


class Prepared(NamedTuple):
    """The interpreter to run, the program's name in its own folder, and what stands in its file."""

    python: str
    name: str
    source: bytes


def prepare(options: Options) -> Prepared:
    """Check the program and the interpreter. Raises ``CannotRun``."""
    if options.directory is not None and not options.directory.is_dir():
        raise CannotRun("{file}: no such directory; choose another", file=options.directory)
    if options.memory_limit is not None and not memory_is_known():
        raise CannotRun("this system does not say how much memory a program has: no memory limit")
    for name, value in options.environment:
        if not name or "=" in name or "\0" in name + value:
            raise CannotRun("{name}: no name of an environment variable; mend it", name=repr(name))
    if options.input_file is not None:
        os.close(open_input(options.input_file))
    source = check_program(_where_it_is(options))
    python = find_interpreter(options.python)
    if options.python is not None:
        check_interpreter(python)
    return Prepared(python, options.program.name, source)


def _where_it_is(options: Options) -> Path:
    return options.directory / options.program if options.directory else options.program
