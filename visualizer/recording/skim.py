"""What can be told of records from their first numbers alone: how many steps there are, and which.

That costs a twentieth of following them. It believes what it reads: whoever follows the records
later finds out what contradicts itself.
"""

import struct
from array import array
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, NamedTuple

from visualizer.recorder import wire
from visualizer.recording.raw_objects import Fault

WROTE = 0x10
"""Beside the number of its event, a step's byte says that output came."""
WHOLE = 1 << 62
"""More steps than there are."""

_EVENTS = len(wire.EVENTS)
_STEP, _ON, _MORE, _FAILED = wire.STEP, wire.ON, wire.MORE, wire.FAILED
_LINE = wire.EVENTS.index("line")
_HEADS = (_STEP, _MORE, _EVENTS, _LINE, WROTE)
"""What the walk in C is told of records."""
_MOST_FILES, _MOST_LINES = (1 << 31) - 1, (1 << 32) - 1
_PLACE = 8
_HEAD = wire.HEADER.size
_front = struct.Struct("<10q").unpack_from
_number = struct.Struct("<q").unpack_from
_BEFORE = {wire.HELLO: 5, wire.TEXT: 2, wire.SOURCE: 3, _FAILED: 2}
"""How many numbers each operation takes that may stand before ``STEP``, itself included."""

native: Callable[..., tuple[Any, ...]] | None = None
"""The same in C (``walk.c``), where it was built."""
with suppress(ImportError):
    native = import_module("visualizer.recording.walk").skim


class _Place(NamedTuple):
    event: int
    file: int
    line: int
    out: int
    err: int


class Skim:
    """Goes past records, in order; ``written`` is how much output the steps so far speak of.

    ``failure`` is what the recorder says went wrong with it; nothing after that is looked at.
    ``lines`` gets for each step that is about to run a line ``file << 32 | line``, for others -1.
    """

    def __init__(self, lines: array[int] | None = None) -> None:
        self.written = (0, 0)
        self.failure: str | None = None
        self._lines = lines
        self._place: _Place | None = None
        """Of the step that is not whole yet."""

    def take(self, records: bytes, at: int, end: int, events: bytearray, most: int = WHOLE) -> int:
        """Go from ``at`` past whole records, until ``most`` steps are whole or ``end`` is reached.

        Puts the byte of each whole step behind ``events``. Gives the place behind the last record.
        Raises ``Fault`` where a record cannot be one.
        """
        most += len(events)
        while at < end and len(events) < most and self.failure is None:
            at = self._plain(records, at, end, events, most)
            if at >= end or len(events) >= most:
                break
            behind = self._one(records, at, events)
            if behind == at:
                break
            at = behind
        return at

    def _plain(self, records: bytes, at: int, end: int, events: bytearray, most: int) -> int:
        """Go past records that are a step each, as nearly all are; ``at`` is a multiple of 8."""
        if native is not None:
            room = min(most - len(events), len(records))
            at, self.written, more_events, lines = native(
                records, at, end, room, self.written, _HEADS
            )
            events += more_events
            if self._lines is not None:
                self._lines.frombytes(lines)
            self._place = None if more_events else self._place
            return int(at)
        front, more, see = _front, _MORE, self._lines
        last, size = memoryview(records)[: len(records) & ~7].cast("q"), len(records)
        out, err = self.written
        try:
            while at < end and len(events) < most:
                count, text, number, event, _, file, line, _, wrote, erred = front(records, at)
                behind = at + 16 + 8 * count + text + (-text & 7)
                if number != _STEP or count < _PLACE or not 0 <= text <= behind <= size:
                    break
                if not 0 <= event < _EVENTS or last[(at >> 3) + 1 + count] == more:
                    break
                if wrote > out or erred > err:
                    out, err, event = max(wrote, out), max(erred, err), event | WROTE
                if see is not None:
                    see.append(line_key(event & 0x0F, file, line))
                events.append(event)
                self._place = None
                at = behind
        except struct.error:
            pass  # the last of what there is
        self.written = out, err
        return at

    def _one(self, records: bytes, at: int, events: bytearray) -> int:
        """Go past any record; ``at`` itself where it is not whole yet."""
        if at + _HEAD > len(records):
            return at
        count, size = wire.HEADER.unpack_from(records, at)
        try:
            behind = at + wire.record_length(count, size)
        except ValueError as error:
            raise Fault(str(error)) from error
        if behind > len(records) or not count:
            return behind if behind <= len(records) else at
        numbers, texts = at + _HEAD, at + _HEAD + 8 * count
        is_part = self._look_before_step(records, numbers, texts, texts + size)
        if self.failure is not None:
            return at
        (last,) = _number(records, texts - 8)
        if is_part and self._place is not None and last != _MORE:
            self._end_step(self._place, events)
        return behind

    def _look_before_step(self, records: bytes, at: int, end: int, text_end: int) -> bool:
        """Take in what stands before a step and its place; whether the record is part of one."""
        if _number(records, at)[0] == _ON:
            return True
        text = end
        while at < end:
            (number,) = _number(records, at)
            width = _BEFORE.get(number)
            if width is None:
                break
            if at + 8 * width > end:
                raise Fault("a record that cannot be read")
            (size,) = _number(records, at + 8 * (width - 1))
            if number == _FAILED:
                said = records[text : min(text + max(size, 0), text_end)]
                self.failure = said.decode("utf-8", "backslashreplace")
                return False
            if number == wire.HELLO:
                size += _number(records, at + 8 * (width - 2))[0]
            text += max(size, 0)
            at += 8 * width
        is_step = at + 8 * _PLACE <= end and _number(records, at)[0] == _STEP
        if is_step:
            _, event, _, file, line, _, out, err = struct.unpack_from("<8q", records, at)
            if not 0 <= event < _EVENTS:
                raise Fault(f"event {event} in line {line}")
            self._place = _Place(event, file, line, out, err)
        return is_step

    def _end_step(self, place: _Place, events: bytearray) -> None:
        event, file, line, out, err = place
        self._place = None
        was_out, was_err = self.written
        if out > was_out or err > was_err:
            self.written = max(out, was_out), max(err, was_err)
            events.append(event | WROTE)
        else:
            events.append(event)
        if self._lines is not None:
            self._lines.append(line_key(event, file, line))


def line_key(event: int, file: int, line: int) -> int:
    """The file, by the number of its name, and the line that a step is about to run; else -1."""
    is_line = event == _LINE and 0 <= file <= _MOST_FILES and 0 <= line <= _MOST_LINES
    return file << 32 | line if is_line else -1
