"""Decodes the exception table of a code object, which maps instructions to handlers.

Format: InternalDocs/exception_handling.md.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def entries(table: bytes) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield (start, end, handler, kept stack depth, values pushed) for each entry."""
    numbers: list[int] = []
    value = 0
    for byte in table:
        value = value << 6 | byte & 63
        if not byte & 64:
            numbers.append(value)
            value = 0
    for start, length, target, depth in zip(*[iter(numbers)] * 4, strict=False):
        # The exception is pushed, preceded by the raising instruction's offset if "lasti" is set.
        yield 2 * start, 2 * (start + length), 2 * target, depth >> 1, 1 + (depth & 1)
