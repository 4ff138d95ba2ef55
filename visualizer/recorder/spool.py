"""Writes records to a ring buffer in shared memory, which survives a kill of this process.

``wire`` has its layout, ``visualizer.session.spool`` the reading side. The mapping outlives every
descriptor, so a program may close them all.
"""

from __future__ import annotations

import mmap
import os
import sys
import time

from visualizer.recorder import wire
from visualizer.recorder.wire import SPOOL_HEADER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_sleep = time.sleep
_parent = os.getppid if sys.platform != "win32" else None
"""The parent process; not checked on Windows, where a virtual environment's ``python.exe`` is the
parent, and where the session's job ends us with the session.
"""
_exit = os._exit
_PAUSE = 0.0005
_SPINS = 200


class Spool:
    """The writing end of the ring buffer: ``write`` appends, ``count_step`` waits for credit.

    It waits by short sleeps in a loop. If the session has died, waiting ends the process, because
    no process would ever read the records or grant credit. If the session lives but rejects
    records, waiting raises ``BrokenPipeError``. ``before_wait`` is called before each sleep, during
    which other threads run. The engine in C writes to ``mapping`` in the same way.
    """

    def __init__(self, where: str, parent: int) -> None:
        if sys.platform == "win32":  # a named mapping that the session has created
            name, _, room = where.rpartition(":")
            size = int(room)
            self.mapping = mmap.mmap(-1, size, tagname=name)
        else:
            descriptor = int(where)
            size = os.fstat(descriptor).st_size
            self.mapping = mmap.mmap(descriptor, size, trackfd=False)
            os.close(descriptor)
        if self.mapping[: len(wire.SPOOL_MAGIC)] != wire.SPOOL_MAGIC:
            raise ValueError("not a spool")
        self._room = size - SPOOL_HEADER
        self._numbers = memoryview(self.mapping)[:SPOOL_HEADER].cast("Q")
        self._written = 0
        self._steps = 0
        self._parent = parent
        self.before_wait: Callable[[], object] | None = None

    def write(self, record: bytes) -> None:
        """Append one record, in pieces if it is longer than the free space."""
        rest = self._write_a_piece(memoryview(record))
        if rest:
            self._write_in_pieces(rest)

    def _write_in_pieces(self, rest: memoryview) -> None:
        late: BaseException | None = None
        while rest:
            try:
                rest = self._write_a_piece(rest)
            except BaseException as error:  # a signal's: no half record must stay
                if self._numbers[wire.UNWANTED // 8]:
                    raise
                late = error
        if late is not None:
            raise late

    def _write_a_piece(self, rest: memoryview) -> memoryview:
        """Write one piece and return the rest; an exception occurs only before anything is
        written.
        """
        start = self._written % self._room
        free = self._room - (self._written - self._numbers[wire.CONSUMED // 8])
        if free == 0:
            self._wait(2)
            return rest
        length = min(free, self._room - start, len(rest))
        piece, following = rest[:length], rest[length:]
        self.mapping[SPOOL_HEADER + start : SPOOL_HEADER + start + length] = piece
        self._written += length
        self._numbers[wire.WRITTEN // 8] = self._written
        return following

    def count_step(self) -> None:
        """Count a written step, and wait until there is credit for the next."""
        self._steps += 1
        numbers = self._numbers
        numbers[wire.STEPS // 8] = self._steps
        if numbers[wire.CREDIT // 8]:
            while 0 < numbers[wire.CREDIT // 8] <= self._steps:
                self._wait(1)

    def _wait(self, why: int) -> None:
        if self.before_wait is not None:
            self.before_wait()
        self._numbers[wire.WAITING // 8] = why
        if _parent is not None and _parent() != self._parent:
            _exit(1)
        if self._numbers[wire.UNWANTED // 8]:
            raise BrokenPipeError("nobody takes the records any more")
        try:
            _sleep(_PAUSE)
        finally:
            self._numbers[wire.WAITING // 8] = 0

    def report_end(self, text: bytes) -> None:
        """Report why no more records follow; there is always space for this."""
        text = text[: SPOOL_HEADER - wire.LAST_WORDS - 8]
        self.mapping[wire.LAST_WORDS + 8 : wire.LAST_WORDS + 8 + len(text)] = text
        self._numbers[wire.LAST_WORDS // 8] = len(text)

    def sync_terminal(self) -> int:
        """Have the session read all terminal output; return its total bytes."""
        numbers = self._numbers
        asked = numbers[wire.SYNC_ASKED // 8] + 1
        numbers[wire.SYNC_ASKED // 8] = asked
        rounds = 0
        while numbers[wire.SYNC_DONE // 8] < asked:
            rounds += 1
            if rounds < _SPINS:  # the answer usually arrives before the shortest sleep ends
                _sleep(0)
            else:
                self._wait(2)
        return numbers[wire.STDOUT_TAKEN // 8]
