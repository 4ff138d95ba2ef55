"""The values of expressions between two steps, read on demand from the records of a chunk."""

import struct
from functools import lru_cache

from visualizer.model.evaluation import Evaluated
from visualizer.recorder import wire
from visualizer.recording.index.lines import records_of_steps
from visualizer.recording.read.places import ChunkPlace
from visualizer.recording.read.stored import Stored

_STEP, _OPERANDS, _CHUNKS = 8, 15, 2


class Evaluations:
    """The values made after each step; caches those of the last chunks."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._in_place = lru_cache(_CHUNKS)(self._read)

    def after(self, step: int) -> tuple[Evaluated, ...]:
        """Return the values made after ``step`` and before the next one, in order.

        None are recorded unless the user asked for them. Raises ``DamagedRecording``.
        """
        if not 0 <= step < self._stored.steps:
            return ()
        for place in self._stored.chunks(step + 1, -1):
            found = self._of_chunk(place).get(step + 1)
            # A step in several records may begin in an earlier chunk.
            if found or place.first <= step:
                return found or ()
        return ()

    def _of_chunk(self, place: ChunkPlace) -> dict[int, tuple[Evaluated, ...]]:
        """Return the values by the step that sends them."""
        try:
            return self._in_place(place)
        except (ValueError, IndexError, struct.error) as error:
            text = f"step {place.first}: a record that cannot be read"
            raise self._stored.rows.damaged(text) from error

    def _read(self, place: ChunkPlace) -> dict[int, tuple[Evaluated, ...]]:
        records, _ = self._stored.rows.chunk(place)
        step, found = place.first, dict[int, tuple[Evaluated, ...]]()
        for numbers, at, is_whole, text in records_of_steps(records):
            if numbers[at] == wire.STEP and (some := self._in_record(numbers, at + _STEP, text)):
                found[step] = some
            step += is_whole
        return found

    def _in_record(self, numbers: tuple[int, ...], at: int, text: bytes) -> tuple[Evaluated, ...]:
        found, read = list[Evaluated](), 0
        if at < len(numbers) and numbers[at] == wire.RESET:
            at += 1
        while at < len(numbers) and numbers[at] == wire.EXPRESSION:
            operands = numbers[at + 1 : at + 1 + _OPERANDS]
            size = operands[14]
            shown = text[read : read + size].decode("utf-8", "surrogatepass")
            read += size
            at += 1 + _OPERANDS
            counts = []
            while at + 2 < len(numbers) and numbers[at] == wire.MEANWHILE:
                counts.append((numbers[at + 1], numbers[at + 2]))
                at += 3
            found.append(self._evaluated(operands, shown, tuple(counts)))
        return tuple(found)

    def _evaluated(
        self, operands: tuple[int, ...], text: str, counts: tuple[tuple[int, int], ...]
    ) -> Evaluated:
        thread, frame, file, line, column, end_line, end_column, kind, ordinal = operands[:9]
        value, address, count, type_, ended, _ = operands[9:]
        names = self._stored.names
        if min(file, kind, type_) < 0:
            raise ValueError("a number below 0")
        return Evaluated(
            thread,
            frame,
            names[file],
            (line, column, end_line, end_column),
            wire.EXPRESSION_KINDS[kind],
            ordinal,
            value if value > 0 else None,
            -value if value < 0 else None,
            address,
            None if count < 0 else count,
            names[type_],
            bool(ended),
            text,
            counts,
        )
