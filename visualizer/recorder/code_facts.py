"""What a code object says once and for all about every frame that runs it."""

from __future__ import annotations

from opcode import opmap
from sys import getrefcount

from visualizer.recorder.call_lines import known_lines
from visualizer.recorder.comprehensions import unreadable
from visualizer.recorder.heights import Heights
from visualizer.recorder.lock_sites import local_names, lock_sites
from visualizer.recorder.look_ahead import lines_to_look_ahead
from visualizer.recorder.simple import simple_lines, simple_loops

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from visualizer.recorder.builtin_types import CodeType

CLASS_PLUMBING = frozenset(
    ("__module__", "__qualname__", "__firstlineno__", "__static_attributes__", "__classcell__")
)

# Include/cpython/code.h
OPTIMIZED = 0x1
GENERATOR, COROUTINE, ITERABLE_COROUTINE, ASYNC_GENERATOR = 0x20, 0x80, 0x100, 0x200

# Instructions that may write something out, or call what may: a line without any is quiet.
_LOUD_NAMES = (
    *("CALL", "IMPORT", "BEFORE", "LOAD_SPECIAL", "SEND", "YIELD", "RAISE", "DELETE"),
    *("WITH", "END_ASYNC", "GET_A", "EXIT", "RETURN"),
)
LOUD = frozenset(number for name, number in opmap.items() if name.startswith(_LOUD_NAMES))
RETURN_CONST = opmap.get("RETURN_CONST", -1)


class CodeFacts:
    """What is the same for every frame of a code object.

    Facts go by the code's address; another code that comes to lie there has another ``co_code``,
    which a code object makes once (Objects/codeobject.c), and which ``instructions`` keeps.
    ``local_numbers`` are the names of its fast locals, less the cells, by their places.
    ``lines`` are those of which is known what they change (``call_lines``). ``ahead`` are those at
    which one may look ahead, and the line of each instruction (``look_ahead``).
    ``bare`` are those at which nothing lies on the stack, as ``Operands.read`` has them.
    """

    __slots__ = (
        *("ahead", "bare", "cells", "constant_addresses", "constants", "file", "first_line"),
        *(
            "function",
            "heights",
            "instructions",
            "kind",
            "lines",
            "local_numbers",
            "loops",
            "loud",
            "number",
        ),
        *("places", "plumbing", "simple", "sites", "unreadable"),
    )

    def __init__(
        self, code: CodeType, file: int, number: Callable[[str], int], own_number: int
    ) -> None:
        self.number = own_number
        self.function = number(code.co_name)
        self.file = file
        self.kind = frame_kind(code)
        self.instructions = code.co_code
        self.loud = loud_lines(code)
        self.simple = {} if self.kind == 2 else simple_lines(code, number)
        self.loops = {} if self.kind == 2 else simple_loops(code, number)
        self.cells = frozenset(map(number, code.co_cellvars + code.co_freevars))
        self.lines = known_lines(code, number, self.simple, self.loops) if self.kind < 2 else ()
        self.ahead = lines_to_look_ahead(code) if self.kind < 2 else (frozenset[int](), b"")
        self.constant_addresses = (*map(id, mortal_constants(code.co_consts)),)
        self.constants = len(self.constant_addresses)
        self.first_line = code.co_firstlineno
        self.unreadable = unreadable(code)
        self.sites = lock_sites(code, number)
        self.heights = Heights(code)
        self.local_numbers = tuple(map(number, code.co_varnames))
        self.places = len(local_names(code))
        self.bare: set[int] = set()
        self.plumbing = None if code.co_flags & OPTIMIZED else CLASS_PLUMBING

    def returns_constant(self, instruction: int) -> bool:
        """Whether a return there hands out a constant, which the stack does not hold then."""
        return self.instructions[instruction] == RETURN_CONST


def loud_lines(code: CodeType) -> frozenset[int | None]:
    """The lines of a code object whose instructions may cause output."""
    instructions = code.co_code
    # A program may give its code a table of lines that goes on behind the code's end.
    return frozenset(
        line
        for start, end, line in code.co_lines()
        if any(number in LOUD for number in instructions[start:end:2])
    )


def frame_kind(code: CodeType) -> int:
    """The index in ``wire.FRAME_KINDS``."""
    flags = code.co_flags
    if flags & ASYNC_GENERATOR:
        return 5
    if flags & (COROUTINE | ITERABLE_COROUTINE):
        return 4
    if flags & GENERATOR:
        return 3
    if flags & OPTIMIZED:
        return 1
    return 0 if code.co_name == "<module>" else 2


def mortal_constants(constants: Iterable[object]) -> list[object]:
    """Those that have a count, with the items of constant tuples; None and small ints have none."""
    found = []
    for constant in constants:
        if getrefcount(constant) < 1 << 31:
            found.append(constant)
            if type(constant) is tuple:
                found += mortal_constants(constant)
    return found
