"""The instructions of a code object, one after another."""

from __future__ import annotations

from opcode import EXTENDED_ARG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

    type Instruction = tuple[int, int | None, int, int]
    """Place, line, instruction, argument."""


def instructions(code: CodeType) -> Iterator[Instruction]:
    """(place, line, instruction, argument) of every instruction."""
    instructions = code.co_code
    for start, end, line in code.co_lines():
        extended = 0
        # A program may give its code a table of lines that goes on behind the code's end.
        for at in range(start, min(end, len(instructions)), 2):
            argument = extended | instructions[at + 1]
            extended = argument << 8 if instructions[at] == EXTENDED_ARG else 0
            yield at, line, instructions[at], argument
