"""Derives facts from a code object that hold for every frame that runs it."""

from __future__ import annotations

from sys import getrefcount
from types import CodeType

from visualizer.recorder.frames.comprehensions import comprehension_names, unreadable
from visualizer.recorder.frames.heights import StackHeights
from visualizer.recorder.locks.lock_sites import local_names, lock_sites
from visualizer.recorder.versions import instructions_beginning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

IMPLICIT_CLASS_NAMES = frozenset(
    (
        *("__module__", "__qualname__", "__firstlineno__", "__static_attributes__"),
        *("__classcell__", "__classdictcell__", "__conditional_annotations__"),
    )
)

# Include/cpython/code.h
OPTIMIZED = 0x1
GENERATOR, COROUTINE, ITERABLE_COROUTINE, ASYNC_GENERATOR = 0x20, 0x80, 0x100, 0x200

# Instructions that may write output, or call something that may; other lines write none.
MAY_WRITE = instructions_beginning(
    *("CALL", "IMPORT", "BEFORE", "LOAD_SPECIAL", "SEND", "YIELD", "RAISE", "DELETE"),
    *("WITH", "END_ASYNC", "GET_A", "EXIT", "RETURN"),
)


class CodeInfo:
    """Facts that hold for every frame of a code object.

    Stored by the code's address. Another code at the same address has another ``co_code``, which a
    code object creates once (Objects/codeobject.c) and ``instructions`` keeps. ``places`` are the
    names of its fast locals. ``inner`` are the locals that comprehensions bind in a module or a
    class, with their places before the stack.
    """

    __slots__ = (
        *("cells", "file", "function", "heights", "implicit_names", "instructions", "is_init"),
        *("inner", "kind", "number", "places", "sites", "unreadable"),
    )

    def __init__(
        self, code: CodeType, file: int, number: Callable[[str], int], own_number: int
    ) -> None:
        self.number = own_number
        self.function = number(code.co_name)
        self.file = file
        self.kind = frame_kind(code)
        self.instructions = code.co_code
        self.is_init = code.co_name == "__init__"
        self.cells = frozenset(map(number, code.co_cellvars + code.co_freevars))
        self.unreadable = unreadable(code)
        self.sites = lock_sites(code, number)
        self.heights = StackHeights(code)
        self.places = tuple(map(number, local_names(code)))
        bound = () if code.co_flags & OPTIMIZED else comprehension_names(code)
        self.inner = {
            name: place - len(self.places)
            for place, name in enumerate(local_names(code))
            if name in bound
        }
        self.implicit_names = None if code.co_flags & OPTIMIZED else IMPLICIT_CLASS_NAMES


def writing_lines(code: CodeType) -> frozenset[int | None]:
    """Return the lines of a code object whose instructions may write output."""
    instructions = code.co_code
    # A program may give its code a line table that extends beyond the code's end.
    return frozenset(
        line
        for start, end, line in code.co_lines()
        if any(number in MAY_WRITE for number in instructions[start:end:2])
    )


def frame_kind(code: CodeType) -> int:
    """Return the index in ``wire.FRAME_KINDS``."""
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


def known_constants(constants: list[object], known: Container[int]) -> list[object]:
    """Return the ``constants``, which this extends, with an address in ``known``.

    A class body is never an object of the recording, but it keeps the code of its functions.
    """
    found = []
    for constant in constants:
        if id(constant) in known:
            found.append(constant)
        elif type(constant) is CodeType:
            constants += mortal_constants(constant.co_consts)
    return found


def mortal_constants(constants: Iterable[object]) -> list[object]:
    """Return the constants with a count, and those inside tuples; None and small ints have none."""
    found = []
    for constant in constants:
        if getrefcount(constant) < 1 << 31:
            found.append(constant)
            if type(constant) is tuple:
                found += mortal_constants(constant)
    return found
