"""Determines whether a returned value is still an operand on the caller's stack."""

from __future__ import annotations

from opcode import EXTENDED_ARG, opmap, stack_effect

from visualizer.recorder.versions import instructions_beginning, instructions_named

_CALL, _LOAD_ATTR = opmap["CALL"], opmap["LOAD_ATTR"]
_TAKES = instructions_beginning("LOAD_ATTR", "LOAD_SUPER", "LOAD_FROM_DICT", "LOAD_SPECIAL")
_PUSHES = instructions_beginning("LOAD_") - _TAKES
_PUSHES |= instructions_named("PUSH_NULL", "NOP", "NOT_TAKEN", "EXTENDED_ARG")


def is_still_pending(instructions: bytes, call: int, now: int) -> bool:
    """Whether the result of the instruction at ``call`` is untouched at the instruction ``now``.

    Follows only instructions that push operands for a later one, or call with operands pushed
    since: an argument list over several lines. Any other instruction may have consumed the value.
    """
    if now <= call:
        return False
    above = extended = 0
    for at in range(call + 2, now, 2):
        instruction, argument = instructions[at], extended | instructions[at + 1]
        if instruction == 0:  # CACHE
            continue
        extended = argument << 8 if instruction == EXTENDED_ARG else 0
        if instruction == _CALL:
            taken = argument + 2
        elif instruction == _LOAD_ATTR:
            taken = 1
        elif instruction in _PUSHES:
            taken = 0
        else:
            return False
        if taken > above:
            return False
        above += stack_effect(instruction, argument)
    return True
