"""Lines at which the part in C may look ahead.

Of a line that reads and replaces attributes and items it depends on the objects at hand what it
does. So that is worked out before it runs, from its instructions and those objects (core/ahead.c).
Here is said of which lines that is worth trying, and which line each instruction belongs to.
"""

from __future__ import annotations

from opcode import opmap

from visualizer.recorder.packing import pack
from visualizer.recorder.simple import instructions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.recorder.builtin_types import CodeType

_SEEN_THROUGH = {
    opmap[name]
    for name in (
        *("CACHE", "NOP", "EXTENDED_ARG", "POP_TOP", "COPY", "SWAP", "PUSH_NULL", "LOAD_CONST"),
        *("LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_LOAD_FAST", "LOAD_NAME", "LOAD_GLOBAL"),
        *("LOAD_DEREF", "STORE_FAST", "STORE_FAST_LOAD_FAST", "STORE_FAST_STORE_FAST"),
        *("STORE_NAME", "LOAD_ATTR", "STORE_ATTR", "BINARY_SUBSCR", "STORE_SUBSCR", "BINARY_OP"),
        *("COMPARE_OP", "IS_OP", "TO_BOOL", "UNARY_NOT", "UNARY_NEGATIVE", "CALL", "FOR_ITER"),
        *("JUMP_FORWARD", "JUMP_BACKWARD", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_FALSE"),
        *("POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE"),
    )
    if name in opmap
}
_AT_A_LOOPS_HEAD = {opmap[name] for name in ("GET_ITER", "END_FOR")}
"""Of the line of a loop's head that is only what runs before and after all of its rounds."""


def lines_to_look_ahead(code: CodeType) -> tuple[frozenset[int], bytes]:
    """The lines of which it is worth trying; and the line of each instruction, 0 for none."""
    lines: list[int] = []
    found: set[int] = set()
    spoilt: set[int] = set()
    for at, line, instruction, _ in instructions(code):
        lines += [0] * (at // 2 + 1 - len(lines))
        lines[at // 2] = line or 0
        if line is not None:
            is_good = instruction in _SEEN_THROUGH or instruction in _AT_A_LOOPS_HEAD
            (found if is_good else spoilt).add(line)
    return frozenset(found - spoilt), pack(lines)
