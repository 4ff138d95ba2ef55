"""Reads from the first numbers of records which line each step is about to run.

``scan_lines`` is the C function (``follow/lines.c``) if it was built.
"""

from array import array
from collections.abc import Sequence

from visualizer.recorder import wire
from visualizer.recording.follow.follower import compiled
from visualizer.recording.follow.plain.raw_objects import Fault

_LINE = wire.EVENTS.index("line")
_MOST_FILES, _MOST_LINES = (1 << 31) - 1, (1 << 32) - 1
_BEFORE = {wire.HELLO: (5, 2), wire.TEXT: (2, 1), wire.SOURCE: (3, 1)}
"""For each operation allowed before ``STEP`` its count of numbers, itself included, and how many
numbers at its end are lengths of text."""


def begin_of_step(numbers: Sequence[int]) -> tuple[int, int]:
    """Return the index of a record's step among its numbers, and the length of the text before."""
    at = text = 0
    while at < len(numbers) and (before := _BEFORE.get(numbers[at])):
        width, lengths = before
        at += width
        text += sum(numbers[at - lengths : at])
    return at, text


def plain_scan_lines(records: bytes) -> bytes:
    """Return ``file << 32 | line`` for each whole step that is about to run a line, else -1.

    As 64-bit numbers. Raises ``Fault`` where the records cannot be read.
    """
    lines, line = array("q"), -1
    try:
        where, behind = wire.split(records)
        for start, _ in where:
            count, _ = wire.HEADER.unpack_from(records, start)
            first = start + wire.HEADER.size
            numbers = memoryview(records)[first : first + 8 * count].cast("q")
            at, _ = begin_of_step(numbers)
            if at >= count:
                continue
            if numbers[at] == wire.STEP:
                event, _, file, place = numbers[at + 1 : at + 5]
                line = _line_of(event, file, place)
            if numbers[at] in (wire.STEP, wire.ON) and numbers[-1] != wire.MORE:
                lines.append(line)
    except ValueError as error:
        raise Fault("a record that cannot be read") from error
    if behind != len(records):
        raise Fault("a record that cannot be read")
    return lines.tobytes()


def _line_of(event: int, file: int, line: int) -> int:
    is_line = event == _LINE and 0 <= file <= _MOST_FILES and 0 <= line <= _MOST_LINES
    return file << 32 | line if is_line else -1


scan_lines = plain_scan_lines if compiled is None else compiled.scan_lines


def begins_within(records: bytes) -> bool:
    """Whether the first record does not continue a step."""
    first = memoryview(records)[wire.HEADER.size : wire.HEADER.size + 8]
    return len(first) < 8 or first.cast("q")[0] != wire.ON
