"""Standard input, output and error of a program on its own pseudo-terminal."""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress

from visualizer.platform.terminals import (
    FLUSH_SILENCE,
    is_interrupt,
    is_readable,
    open_terminal,
    resize,
)
from visualizer.session.spool import Spool
from visualizer.session.streams.pipes import StreamName

_MOST = 65536


class TerminalStreams:
    """Standard streams on one terminal: all output counts as standard output.

    The terminal does not translate line ends, so that the recording has what was written; our own
    terminal translates them. ``like`` is a terminal whose settings and size it copies. Raises
    ``OSError``.
    """

    def __init__(self, like: int | None = None) -> None:
        self._master, self._slave = open_terminal(like)
        self._unsent = bytearray()
        self._taken = 0
        self.stdin = self.stdout = self.stderr = self._slave
        self.inherited: tuple[int, ...] = ()
        self.output_files: tuple[int, int] | None = None
        # The recorder waits for an answer before each step.
        self.is_behind = False
        self.shortest_pause = 0.00005
        if like is not None:
            self.resize(like)

    def resize(self, like: int) -> None:
        """Give the program's terminal the size of ``like``; the program is notified."""
        resize(self._master, like)

    def is_interrupt(self, data: bytes) -> bool:
        """Whether the terminal turns the input ``data`` into the signal of Ctrl+C."""
        return is_interrupt(self._master, data)

    def close_child_ends(self) -> None:
        """Close our copy of the side that the program has inherited."""
        os.close(self._slave)
        self._slave = -1

    def read_new(self, spool: Spool) -> Iterator[tuple[StreamName, bytes]]:
        """Yield the output since the last call; then answer a pending request of the recorder."""
        asked = spool.pending_sync()
        while data := self._read(FLUSH_SILENCE if asked else 0.0):
            self._taken += len(data)
            yield "stdout", data
        if asked:
            spool.answer_sync(asked, self._taken)

    def _read(self, patience: float) -> bytes:
        if patience and not is_readable(self._master, patience):
            return b""
        try:
            return os.read(self._master, _MOST)
        except BlockingIOError:
            return b""
        except OSError as error:
            if error.errno != errno.EIO:  # the other side is closed
                raise
            return b""

    def pump(self) -> None:
        """Send pending input."""
        with suppress(BlockingIOError):
            while self._unsent:
                del self._unsent[: os.write(self._master, self._unsent)]

    def send(self, data: bytes) -> None:
        """Type ``data``."""
        self._unsent += data
        self.pump()

    def finish_input(self) -> None:
        """Type Ctrl+D, which ends the input at the beginning of a line."""
        self.send(b"\x04")

    def is_waited_for(self, process: int) -> bool:
        """Return False: on a terminal the program itself prompts."""
        return False

    def readable(self) -> tuple[int, ...]:
        """Return the terminal's descriptor."""
        return (self._master,)

    def close(self) -> None:
        """Close everything; harmless a second time."""
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)
        self._master = self._slave = -1
