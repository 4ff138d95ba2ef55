"""The session's side of the spool: numbers in a page of shared memory, and a ring of bytes."""

import mmap
import os
import sys

from visualizer.platform.memory_files import memory_file
from visualizer.recorder import wire

RING = 8 << 20
"""Bytes that the recorder may be ahead; once they have been written, both processes have them."""

WAITS_FOR_CREDIT = 1


class Spool:
    """Created here, mapped by the recorder, which inherits ``descriptor``.

    ``name`` is the text by which the recorder finds it; ``consumed`` bytes have been taken so far,
    and ``room`` is for that many.
    Nothing in it is trusted: the process on the other side is the student's. Raises ``OSError``.
    """

    def __init__(self, ring: int = RING) -> None:
        self._ring = self.room = ring
        self.consumed = 0
        size = wire.SPOOL_HEADER + ring
        if sys.platform == "win32":  # untested: a mapping with a name, and no descriptor
            self.descriptor = -1
            name = f"visualizer-{os.getpid()}-{id(self)}"
            self.name = f"{name}:{size}"
            self._map = mmap.mmap(-1, size, tagname=name)
        else:
            self.descriptor = memory_file("visualizer-spool", size)
            self.name = str(self.descriptor)
            self._map = mmap.mmap(self.descriptor, size, trackfd=False)
        self._map[: len(wire.SPOOL_MAGIC)] = wire.SPOOL_MAGIC
        # Aligned 64-bit items, so that a number is never seen half written.
        self._numbers = memoryview(self._map)[: wire.SPOOL_HEADER].cast("Q")

    @property
    def written(self) -> int:
        """How many bytes the recorder says it has ever written."""
        return self._numbers[wire.WRITTEN // 8]

    def take(self, upto: int, most: int) -> bytes:
        """The next of the ``upto`` bytes ever written, ``most`` at the most; makes room for others.

        Raises ``ValueError`` when the numbers cannot be true.
        """
        start = self.consumed
        length = upto - start
        if not 0 <= length <= self._ring:
            raise ValueError("the spool's numbers cannot be true")
        if not length:
            return b""
        at = start % self._ring
        length = min(length, most, self._ring - at)
        data = self._map[wire.SPOOL_HEADER + at : wire.SPOOL_HEADER + at + length]
        self.consumed = start + length
        self._numbers[wire.CONSUMED // 8] = self.consumed
        return data

    @property
    def waits_for_credit(self) -> bool:
        """Whether the recorder stands at the step that it may not go beyond."""
        return self._numbers[wire.WAITING // 8] == WAITS_FOR_CREDIT

    @property
    def last_words(self) -> str | None:
        """Why the recorder says it has ended before the program; None while it goes on."""
        length = self._numbers[wire.LAST_WORDS // 8]
        start = wire.LAST_WORDS + 8
        text = self._map[start : min(start + length, wire.SPOOL_HEADER)]
        return text.decode("utf-8", "backslashreplace") if length else None

    def refuse(self) -> None:
        """Take no more records: the recorder is to end, and the program to go on without it."""
        self._numbers[wire.UNWANTED // 8] = 1
        # It waits at its next step, and learns it there.
        self.allow(1)

    def allow(self, step: int) -> None:
        """Let the recorder go up to ``step``; 0: as far as it likes."""
        self._numbers[wire.CREDIT // 8] = step

    def asked_to_sync(self) -> int:
        """The number of the recorder's request that all output be taken; 0 when there is none."""
        asked = self._numbers[wire.SYNC_ASKED // 8]
        return asked if asked != self._numbers[wire.SYNC_DONE // 8] else 0

    def answer_sync(self, asked: int, taken: int) -> None:
        """Tell the recorder that ``taken`` bytes of output have come in all."""
        self._numbers[wire.STDOUT_TAKEN // 8] = taken
        self._numbers[wire.SYNC_DONE // 8] = asked

    def close(self) -> None:
        """Let go of the memory; harmless a second time."""
        if not self._map.closed:
            self._numbers.release()
            self._map.close()
            if self.descriptor >= 0:
                os.close(self.descriptor)
