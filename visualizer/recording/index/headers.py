"""What the first numbers of records tell: which line each step is about to run.

``scan_lines`` is that in C (``follow/lines.c``) where it was built.
"""

import struct
from array import array

from visualizer.recorder import wire
from visualizer.recording.follow.follower import compiled
from visualizer.recording.follow.plain.raw_objects import Fault

_LINE = wire.EVENTS.index("line")
_MOST_FILES, _MOST_LINES = (1 << 31) - 1, (1 << 32) - 1
_BEFORE = {wire.HELLO: 5, wire.TEXT: 2, wire.SOURCE: 3}
"""How many numbers each operation takes that may stand before ``STEP``, itself included."""
_number = struct.Struct("<q").unpack_from
_place = struct.Struct("<q4q")
"""``STEP``, event, thread, file, line."""


def plain_scan_lines(records: bytes) -> bytes:
    """Of each whole step ``file << 32 | line`` where it is about to run a line, else -1.

    As 64-bit numbers. Raises ``Fault`` where the records cannot be read.
    """
    lines, line = array("q"), -1
    try:
        where, behind = wire.split(records)
        for start, _ in where:
            count, _ = wire.HEADER.unpack_from(records, start)
            at, end = start + wire.HEADER.size, start + wire.HEADER.size + 8 * count
            while at < end and (width := _BEFORE.get(_number(records, at)[0])):
                at += 8 * width
            if at >= end:
                continue
            (first,) = _number(records, at)
            if first == wire.STEP:
                line = _line_of(*_place.unpack(records[at : min(at + _place.size, end)])[1:])
            is_of_step = first in (wire.STEP, wire.ON)
            if is_of_step and _number(records, end - 8)[0] != wire.MORE:
                lines.append(line)
    except (ValueError, struct.error) as error:
        raise Fault("a record that cannot be read") from error
    if behind != len(records):
        raise Fault("a record that cannot be read")
    return lines.tobytes()


def _line_of(event: int, _thread: int, file: int, line: int) -> int:
    is_line = event == _LINE and 0 <= file <= _MOST_FILES and 0 <= line <= _MOST_LINES
    return file << 32 | line if is_line else -1


scan_lines = plain_scan_lines if compiled is None else compiled.scan_lines


def begins_within(records: bytes) -> bool:
    """Whether the first of these records is not a later part of a step."""
    at = wire.HEADER.size
    return len(records) < at + 8 or bool(_number(records, at)[0] != wire.ON)
