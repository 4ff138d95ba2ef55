"""The session's side of the spool: a ring buffer in shared memory, with a page of counters."""

import os

from visualizer.platform.memory_files import shared_memory
from visualizer.recorder import wire

RING = 8 << 20
"""The recorder may be this many bytes ahead; both processes hold them in memory once written."""

WAITS_FOR_CREDIT = 1


class Spool:
    """A ring buffer that the recorder maps; it inherits ``descriptor``. Raises ``OSError``.

    ``name`` is the text by which the recorder finds it; ``consumed`` bytes have been read so far,
    and ``room`` is the capacity. We trust nothing in it: the other process runs the student's code.
    """

    def __init__(self, ring: int = RING) -> None:
        self._ring = self.room = ring
        self.consumed = 0
        size = wire.SPOOL_HEADER + ring
        self.name, self.descriptor, self._map = shared_memory("visualizer-spool", size)
        self._map[: len(wire.SPOOL_MAGIC)] = wire.SPOOL_MAGIC
        # Aligned 64-bit items are never read half written.
        self._numbers = memoryview(self._map)[: wire.SPOOL_HEADER].cast("Q")

    @property
    def written(self) -> int:
        """The total bytes that the recorder claims to have written."""
        return self._numbers[wire.WRITTEN // 8]

    def read(self, upto: int, most: int) -> bytes:
        """Return at most ``most`` of the bytes before the position ``upto``, and free their space.

        Raises ``ValueError`` if the counters are inconsistent.
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
        """Whether the recorder waits at the last step that it is allowed."""
        return self._numbers[wire.WAITING // 8] == WAITS_FOR_CREDIT

    @property
    def end_reason(self) -> str | None:
        """Why the recorder ended before the program, in its own words; None while it records."""
        length = self._numbers[wire.LAST_WORDS // 8]
        start = wire.LAST_WORDS + 8
        text = self._map[start : min(start + length, wire.SPOOL_HEADER)]
        return text.decode("utf-8", "backslashreplace") if length else None

    def stop_recorder(self) -> None:
        """Accept no more records: the recorder must end, and the program continue without it."""
        self._numbers[wire.UNWANTED // 8] = 1
        # The recorder waits at its next step and finds the flag there.
        self.allow(1)

    def allow(self, step: int) -> None:
        """Let the recorder continue up to ``step``; 0: without limit."""
        self._numbers[wire.CREDIT // 8] = step

    def pending_sync(self) -> int:
        """The number of the recorder's request to read all output; 0 if none is pending."""
        asked = self._numbers[wire.SYNC_ASKED // 8]
        return asked if asked != self._numbers[wire.SYNC_DONE // 8] else 0

    def answer_sync(self, asked: int, taken: int) -> None:
        """Report to the recorder that ``taken`` bytes of output have arrived in total."""
        self._numbers[wire.STDOUT_TAKEN // 8] = taken
        self._numbers[wire.SYNC_DONE // 8] = asked

    def close(self) -> None:
        """Release the memory; harmless a second time."""
        if not self._map.closed:
            self._numbers.release()
            self._map.close()
            if self.descriptor >= 0:
                os.close(self.descriptor)
