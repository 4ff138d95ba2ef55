"""Write records where a kill of this process cannot take them: a ring of shared memory.

The session's side of the ring, and its layout, are in ``wire``. The mapping outlives every
descriptor, so a program may close what it likes.
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
"""Who started us; not asked on Windows, where a virtual environment's ``python.exe`` has done that,
and where the session's job ends us with the session."""
_exit = os._exit
_PAUSE = 0.0005
_SPINS = 200


class Spool:
    """The recorder's end: ``write`` appends, ``count_step`` waits for credit.

    Waiting is a short sleep in a loop; it ends the process when the session has died, because
    nobody would ever take the records or give credit again. Where the session lives on and wants no
    more of them, whoever would wait raises ``BrokenPipeError``. ``before_wait`` is called each
    time: other threads run meanwhile.
    """

    def __init__(self, where: str, parent: int) -> None:
        if sys.platform == "win32":  # a mapping by name, as the session made it
            name, _, room = where.rpartition(":")
            size = int(room)
            self._map = mmap.mmap(-1, size, tagname=name)
        else:
            descriptor = int(where)
            size = os.fstat(descriptor).st_size
            self._map = mmap.mmap(descriptor, size, trackfd=False)
            os.close(descriptor)
        if self._map[: len(wire.SPOOL_MAGIC)] != wire.SPOOL_MAGIC:
            raise ValueError("not a spool")
        self._room = size - SPOOL_HEADER
        self._numbers = memoryview(self._map)[:SPOOL_HEADER].cast("Q")
        self._written = 0
        self._steps = 0
        self._parent = parent
        self.before_wait: Callable[[], object] | None = None

    def mapping(self) -> mmap.mmap:
        """The shared memory, for the engine in C, which writes there as this does."""
        return self._map

    def go_on(self, written: int, steps: int) -> None:
        """Somebody else has written so much."""
        self._written, self._steps = written, steps

    def write(self, record: bytes) -> None:
        """Append one record; in pieces, when it is longer than what is free."""
        rest = self._write_a_piece(memoryview(record))
        if rest:
            self._write_in_pieces(rest)

    def _write_in_pieces(self, rest: memoryview) -> None:
        late: BaseException | None = None
        while rest:
            try:
                rest = self._write_a_piece(rest)
            except BaseException as error:  # a signal's: half a record must not stay behind
                if self._numbers[wire.UNWANTED // 8]:
                    raise
                late = error
        if late is not None:
            raise late

    def _write_a_piece(self, rest: memoryview) -> memoryview:
        """What is left to be written; an exception comes before anything was."""
        start = self._written % self._room
        free = self._room - (self._written - self._numbers[wire.CONSUMED // 8])
        if free == 0:
            self._wait(2)
            return rest
        length = min(free, self._room - start, len(rest))
        piece, following = rest[:length], rest[length:]
        self._map[SPOOL_HEADER + start : SPOOL_HEADER + start + length] = piece
        self._written += length
        self._numbers[wire.WRITTEN // 8] = self._written
        return following

    def count_step(self) -> None:
        """The record of a step is written; wait while there is no credit for the next."""
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

    def last_words(self, text: bytes) -> None:
        """Say why there will be no more records; there is always room for that."""
        text = text[: SPOOL_HEADER - wire.LAST_WORDS - 8]
        self._map[wire.LAST_WORDS + 8 : wire.LAST_WORDS + 8 + len(text)] = text
        self._numbers[wire.LAST_WORDS // 8] = len(text)

    def settle_terminal(self) -> int:
        """Have the session take everything that went to the terminal; how many bytes it took."""
        numbers = self._numbers
        asked = numbers[wire.SYNC_ASKED // 8] + 1
        numbers[wire.SYNC_ASKED // 8] = asked
        rounds = 0
        while numbers[wire.SYNC_DONE // 8] < asked:
            rounds += 1
            if rounds < _SPINS:  # the answer mostly comes sooner than the shortest sleep ends
                _sleep(0)
            else:
                self._wait(2)
        return numbers[wire.STDOUT_TAKEN // 8]
