"""The values of expressions between two steps, read on demand from the records of a chunk."""

import struct
from functools import lru_cache

from visualizer.model.evaluation import Evaluated
from visualizer.recorder import wire
from visualizer.recording.index.lines import begin_of_step
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
        chunk = self._stored.chunk_of(step + 1)
        while chunk >= 0:
            found = self._of_chunk(chunk)
            if step + 1 in found:
                return found[step + 1]
            # A step in several records may begin in an earlier chunk.
            if step + 1 > self._stored.places[chunk].first or chunk == 0:
                return ()
            chunk -= 1
            if step + 1 not in self._of_chunk(chunk):
                return ()
        return ()

    def _of_chunk(self, chunk: int) -> dict[int, tuple[Evaluated, ...]]:
        """Return the values by the step that sends them."""
        place = self._stored.places[chunk]
        try:
            return self._in_place(place)
        except (ValueError, IndexError, struct.error) as error:
            text = f"step {place.first}: a record that cannot be read"
            raise self._stored.rows.damaged(text) from error

    def _read(self, place: ChunkPlace) -> dict[int, tuple[Evaluated, ...]]:
        records, _ = self._stored.rows.chunk(place.number)
        step, found = place.first, dict[int, tuple[Evaluated, ...]]()
        for start, end in wire.split(records)[0]:
            numbers, text = wire.unpack(records[start:end])
            at, read = begin_of_step(numbers)
            if at > len(numbers):
                raise ValueError("an operation that is cut off")
            if at == len(numbers):
                continue
            if numbers[at] == wire.STEP:
                some = self._in_record(numbers, at + _STEP, text, read)
                if some:
                    found[step] = some
            if numbers[at] in (wire.STEP, wire.ON) and numbers[-1] != wire.MORE:
                step += 1
        return found

    def _in_record(
        self, numbers: tuple[int, ...], at: int, text: bytes, read: int
    ) -> tuple[Evaluated, ...]:
        found = []
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
