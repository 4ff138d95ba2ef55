"""Iterates over the instructions of a code object."""

from __future__ import annotations

from opcode import EXTENDED_ARG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

    type Instruction = tuple[int, int | None, int, int]
    """Offset, line, opcode, argument."""


def instructions(code: CodeType) -> Iterator[Instruction]:
    """Yield (offset, line, opcode, argument) of every instruction."""
    instructions = code.co_code
    for start, end, line in code.co_lines():
        extended = 0
        # A program may give its code a line table that extends beyond the code's end.
        for at in range(start, min(end, len(instructions)), 2):
            argument = extended | instructions[at + 1]
            extended = argument << 8 if instructions[at] == EXTENDED_ARG else 0
            yield at, line, instructions[at], argument
