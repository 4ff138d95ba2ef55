"""Standard input, output and error of a program on a pseudo-terminal of its own."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import suppress

from visualizer.platform.terminals import is_interrupt, is_readable, open_terminal, resize
from visualizer.session.spool import Spool
from visualizer.session.streams import StreamName

_MOST = 65536
_QUIET = 0.0 if sys.platform == "linux" else 0.002
"""Seconds of silence after which all output must have come.

Linux takes in what the other side wrote before it calls a master empty (n_tty_read, since 4.5).
"""


class TerminalStreams:
    """The program writes to one terminal, and so all its output is standard output.

    Its terminal passes line ends on as they are written, so that what is recorded is what was
    written; turning them into what a screen needs is left to ours. ``like`` is a terminal whose
    settings and size it gets. Raises ``OSError``.
    """

    def __init__(self, like: int | None = None) -> None:
        self._master, self._slave = open_terminal(like)
        self._unsent = bytearray()
        self._taken = 0
        self.stdin = self.stdout = self.stderr = self._slave
        self.inherited: tuple[int, ...] = ()
        self.noted: tuple[int, int] | None = None
        # Before each step the recorder waits for an answer.
        self.is_behind = False
        self.shortest_pause = 0.00005
        if like is not None:
            self.resize(like)

    def resize(self, like: int) -> None:
        """Give the program's terminal the size of the terminal ``like``; the program is told."""
        resize(self._master, like)

    def is_interrupt(self, data: bytes) -> bool:
        """Whether the terminal makes of the input ``data`` the signal of Ctrl+C."""
        return is_interrupt(self._master, data)

    def started(self) -> None:
        """The program has its end."""
        os.close(self._slave)
        self._slave = -1

    def take(self, spool: Spool) -> Iterator[tuple[StreamName, bytes]]:
        """What has been written since the last time; answers the recorder that asks for it."""
        asked = spool.asked_to_sync()
        while data := self._read(_QUIET if asked else 0.0):
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
            if error.errno != errno.EIO:  # nobody has the other side open
                raise
            return b""

    def pump(self) -> None:
        """Send on what could not be sent at once."""
        with suppress(BlockingIOError):
            while self._unsent:
                del self._unsent[: os.write(self._master, self._unsent)]

    def send(self, data: bytes) -> None:
        """Type ``data``."""
        self._unsent += data
        self.pump()

    def finish_input(self) -> None:
        """Type Ctrl+D, which at the beginning of a line is the end of input."""
        self.send(b"\x04")

    def is_waited_for(self, process: int) -> bool:
        """False: on a terminal it is the program that asks."""
        return False

    def readable(self) -> tuple[int, ...]:
        """The terminal."""
        return (self._master,)

    def close(self) -> None:
        """Let go of everything; harmless a second time."""
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)
        self._master = self._slave = -1
