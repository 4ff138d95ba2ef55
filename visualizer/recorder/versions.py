"""The differences between the supported versions of CPython: 3.13, 3.14 and 3.15.

Measured at start if possible, otherwise defined here by version, and nowhere else.
"""

from __future__ import annotations

import sys
from opcode import opmap
from sys import getrefcount

VERSION = sys.version_info[:2]
KNOWN_VERSIONS = ((3, 13), (3, 14), (3, 15))
"""The supported versions of CPython with the GIL; major and minor, oldest first."""
KNOWN = "CPython " + ", ".join(f"{major}.{minor}" for major, minor in KNOWN_VERSIONS)
"""The supported versions as text."""

# ---- instructions ----


def instruction(name: str) -> int:
    """Return the number of an instruction; -1 if there is none of that name.

    ``opmap`` also has pseudo-instructions of the compiler, with numbers that no code contains.
    """
    number = opmap.get(name, -1)
    return number if number < 256 else -1


def instructions_named(*names: str) -> frozenset[int]:
    """Return the numbers of those of the instructions that exist."""
    return frozenset(map(instruction, names)) - {-1}


def instructions_beginning(*starts: str) -> frozenset[int]:
    """Return the numbers of the instructions with these prefixes."""
    return frozenset(map(instruction, (n for n in opmap if n.startswith(starts)))) - {-1}


RETURN_CONSTANT = instruction("RETURN_CONST")
"""Returns a constant that is never on the stack (before 3.14)."""
RETURNS = instructions_named("RETURN_VALUE", "RETURN_CONST")
CONSTANTS = instructions_named("LOAD_CONST", "LOAD_SMALL_INT", "LOAD_COMMON_CONSTANT")
LOCALS = instructions_named("LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_BORROW", "LOAD_DEREF")
WITH = instruction("BEFORE_WITH")
"""Enters a ``with`` (before 3.14)."""
SPECIAL, EXIT = instruction("LOAD_SPECIAL"), 1
"""Loads ``__exit__`` and ``__enter__`` of a ``with``, and its argument for the first (3.14)."""
LOOP_KEEPS = 1 if VERSION < (3, 15) else 2
"""Stack items of a loop: its iterator, and from 3.15 on the position in a list."""

# ---- objects ----

DERIVED_HAVE_VALUES = VERSION >= (3, 14)
"""Whether instances of classes derived from builtin ones have inline attributes."""

# ---- frames in memory: Include/internal/pycore_frame.h, pycore_interpframe_structs.h ----


LOCALS_AT = 9 if VERSION < (3, 14) else 10
"""The index of the first variable, behind which the stack begins; in words of eight bytes."""
DEPTH_IS_NOTED = VERSION >= (3, 14)
"""Whether the stack depth is a pointer that is always valid; else a number or marked as unknown."""
_FRAME_SIZE = 136 if VERSION < (3, 14) else 152
LENT, NO_OBJECT = 1, 2
"""Bits of a stack word: it is a borrowed, uncounted reference; it is no reference."""
MAY_BORROW = VERSION >= (3, 14)
"""Whether a call's variable may borrow the caller's reference, which alone is counted."""
COUNT = 0xFFFFFFFF
"""The bits of an object's first word that are its count."""
_HEADER = 16


def knows_frames(frame_type: type) -> bool:
    """Whether the layout of frames in memory is known."""
    return (
        VERSION in KNOWN_VERSIONS
        and sys.implementation.name == "cpython"
        and sys.byteorder == "little"
        and sys.maxsize > 1 << 32
        # Neither free-threaded nor with a list of all objects.
        and object.__basicsize__ == _HEADER
        and frame_type.__basicsize__ == _FRAME_SIZE
    )


# ---- references of the counting code itself ----


def _measured() -> tuple[int, int, int]:
    things = [object()]
    mapped, taken, held = next(map(getrefcount, things)), getrefcount(things[0]), 0
    for _, count in zip(things, map(getrefcount, things), strict=True):
        held = count
    return held, mapped, taken


HELD, MAPPED, TAKEN = _measured()
"""The counts of an object that only one list holds: as counted by ``Reporter`` (list, iterator,
argument), by ``map``, and as an item of the list.
"""


def _count_given(frame: object, *, _more: bool) -> int:
    count = getrefcount(frame)
    del frame
    return count


FRAME_HELD = _count_given(sys._getframe(), _more=False)
"""The count of a running frame that nothing else holds, as a positional argument."""
WRITER_IN_STRING_IO = sys.version_info < (3, 14)
"""Whether a ``StringIO`` contains its writer; otherwise it points to it."""
