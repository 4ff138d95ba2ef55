"""What the verb ``record`` does: run a program as a shell would, and keep what it did.

The program is started first, and waits before its first line; what keeps and shows the recording is
brought in while its interpreter starts.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from visualizer.model import CannotRun, NotKept, NotRecorded
from visualizer.platform.interrupts import Interrupts
from visualizer.platform.terminals import is_in_foreground
from visualizer.session.destination import Destination
from visualizer.session.options import Options
from visualizer.session.preparation import prepare
from visualizer.session.running import Running

if TYPE_CHECKING:
    from visualizer.model import End
    from visualizer.session.own_terminal import OwnTerminal


def record_program(options: Options, out: Path, *, tee: bool, quiet: bool = False) -> "End":
    """Run the program of ``options`` on our own standard streams and record it to ``out``.

    ``tee`` passes its output on to ours; ``quiet`` keeps progress off the terminal. Ctrl+C gives
    the end ``stopped``. Raises ``CannotRun`` when it could not be run, ``NotKept`` when the
    recording could not be kept, ``NotRecorded`` when the recorder failed while the program went on:
    what could be kept is there then.
    """
    _occupy_standard_streams()
    stdin = 0 if options.stdin is None else options.stdin
    options = options._replace(stdin=stdin, terminal=tee and _on_terminal(stdin))
    prepared = prepare(options)
    with ExitStack() as stack:
        destination = stack.enter_context(closing(Destination(out)))
        if destination.is_same_file(options.program, stdin):
            raise NotKept(
                "{file}: is the program itself or its input; choose another file", file=out
            )
        interrupts = stack.enter_context(Interrupts(window=options.terminal))
        terminal = stack.enter_context(_own_terminal()) if options.terminal else None
        streams = terminal.streams if terminal else None
        with _ended_on_error(Running(options, prepared, streams, interrupts.mask)) as running:
            from visualizer.session.attendant import Attendant, Passing
            from visualizer.session.session import Session

            # Where the program has the terminal to itself, there is no room for a line of ours.
            passing = Passing(tee=tee, progress=not quiet and terminal is None)
            writer = destination.writer(prepared.name)
            session = Session(options, writer, passing, prepared=prepared, running=running)
            attendant = Attendant(session, writer, passing, interrupts, terminal)
            attendant.begin()
        end = attendant.to_the_end()
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


@contextmanager
def _ended_on_error(running: Running) -> Iterator[Running]:
    """A program that has not begun yet, and must not if something fails here."""
    try:
        yield running
    except BaseException:
        running.kill()
        running.child.wait()
        running.close()
        raise


def _on_terminal(stdin: int) -> bool:
    """Whether the program would be on a terminal from end to end, and in its foreground."""
    return all(os.isatty(one) for one in (0, stdin, 1, 2)) and is_in_foreground()


def _own_terminal() -> "OwnTerminal":
    # Imported where there is one: most runs have files and pipes.
    from visualizer.session.own_terminal import OwnTerminal

    try:
        return OwnTerminal()
    except OSError as error:
        reason = error.strerror or error
        raise CannotRun("cannot open a terminal for the program: {reason}", reason=reason) from None


def _occupy_standard_streams() -> None:
    # A file that we open must not become the descriptor of a stream that our caller closed.
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
