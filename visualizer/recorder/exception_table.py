"""The exception table of a code object: which handler an exception goes to.

InternalDocs/exception_handling.md says how it is packed.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def entries(table: bytes) -> Iterator[tuple[int, int, int, int, int]]:
    """Of each entry start, end, handler, how much stays on the stack, and what is put on top."""
    numbers: list[int] = []
    value = 0
    for byte in table:
        value = value << 6 | byte & 63
        if not byte & 64:
            numbers.append(value)
            value = 0
    for start, length, target, depth in zip(*[iter(numbers)] * 4, strict=False):
        # The exception goes on top, below it where it was raised, if that is kept.
        yield 2 * start, 2 * (start + length), 2 * target, depth >> 1, 1 + (depth & 1)
