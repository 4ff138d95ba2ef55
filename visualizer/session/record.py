"""The command ``record``: runs a program as a shell would, and records it.

The program starts first and waits before its first line; the modules that store the recording are
imported while its interpreter starts.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from visualizer.model import CannotRun, NotKept, NotRecorded
from visualizer.platform.interrupts import Interrupts
from visualizer.platform.terminals import is_in_foreground
from visualizer.session.destination import Destination
from visualizer.session.options import Options
from visualizer.session.start.preparation import Prepared, prepare
from visualizer.session.start.running import StartedProgram

if TYPE_CHECKING:
    from visualizer.model import End
    from visualizer.session.streams.own_terminal import OwnTerminal


class Notices(NamedTuple):
    """Functions that tell the user why a recording takes longer.

    ``say_compiling`` is called while the recorder's C part is compiled, ``say_slow`` with the
    reason if there is none.
    """

    say_compiling: Callable[[], None]
    say_slow: Callable[[str], None]


def record_program(
    options: Options,
    out: Path,
    *,
    tee: bool,
    quiet: bool = False,
    notices: Notices | None = None,
) -> "End":
    """Run the program on our own standard streams and record it to ``out``; return how it ended.

    ``tee`` forwards its output to ours; ``quiet`` hides the progress line. Ctrl+C gives the end
    ``stopped``. Raises ``CannotRun`` if it could not run, ``NotKept`` if the recording could not be
    stored, ``NotRecorded`` if the recorder failed while the program continued: the recording then
    has the part before.
    """
    _open_closed_standard_streams()
    stdin = 0 if options.stdin is None else options.stdin
    options = options._replace(stdin=stdin, terminal=tee and _on_terminal(stdin))
    prepared = _prepare(options, notices)
    with ExitStack() as stack:
        destination = stack.enter_context(closing(Destination(out)))
        if destination.is_same_file(options.program, stdin):
            raise NotKept(
                "{file}: is the program itself or its input; choose another file", file=out
            )
        interrupts = stack.enter_context(Interrupts(window=options.terminal))
        terminal = stack.enter_context(_own_terminal()) if options.terminal else None
        streams = terminal.streams if terminal else None
        with _killed_on_error(
            StartedProgram(options, prepared, streams, interrupts.mask)
        ) as running:
            from visualizer.session.attendant import OutputForwarder, SessionRunner
            from visualizer.session.session import Session

            # A program with the terminal to itself leaves no room for a progress line.
            forwarder = OutputForwarder(tee=tee, progress=not quiet and terminal is None)
            writer = destination.writer(prepared.name)
            session = Session(options, writer, forwarder, prepared=prepared, running=running)
            runner = SessionRunner(session, writer, forwarder, interrupts, terminal)
            runner.start()
        end = runner.run_to_end()
        destination.finish()
        if session.failure is not None:
            raise NotRecorded(
                "{file}: recorded only up to step {steps}: {reason}; the program continued"
                " unrecorded",
                file=options.program,
                steps=session.steps,
                reason=session.failure,
            )
        return end


def _prepare(options: Options, notices: Notices | None) -> Prepared:
    if notices is None:
        return prepare(options)

    @cache
    def is_cancelled() -> bool:  # polled only while a compiler runs, of any process
        notices.say_compiling()
        return False

    prepared = prepare(options, is_cancelled)
    if prepared.core.missing:
        notices.say_slow(prepared.core.missing)
    return prepared


@contextmanager
def _killed_on_error(running: StartedProgram) -> Iterator[StartedProgram]:
    """Kill the waiting program if an error occurs before it begins."""
    try:
        yield running
    except BaseException:
        running.kill()
        running.child.wait()
        running.close()
        raise


def _on_terminal(stdin: int) -> bool:
    """Whether the program would be in the foreground of a terminal with all its streams."""
    return all(os.isatty(one) for one in (0, stdin, 1, 2)) and is_in_foreground()


def _own_terminal() -> "OwnTerminal":
    # Imported on demand: most runs have files and pipes.
    from visualizer.session.streams.own_terminal import OwnTerminal

    try:
        return OwnTerminal()
    except OSError as error:
        reason = error.strerror or error
        raise CannotRun("cannot open a terminal for the program: {reason}", reason=reason) from None


def _open_closed_standard_streams() -> None:
    # Otherwise a file of ours could become a standard stream that our caller has closed.
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
