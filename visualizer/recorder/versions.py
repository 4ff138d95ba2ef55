"""What differs between the versions of CPython whose programs are recorded: 3.13, 3.14 and 3.15.

What can be measured is measured, at start; what cannot be stands here by version, and nowhere else.
"""

from __future__ import annotations

import sys
from opcode import opmap
from sys import getrefcount

VERSION = sys.version_info[:2]
KNOWN_VERSIONS = ((3, 13), (3, 14), (3, 15))
"""Those of CPython that are known, with the GIL; major and minor, oldest first."""
KNOWN = "CPython " + ", ".join(f"{major}.{minor}" for major, minor in KNOWN_VERSIONS)
"""The same, for a person."""

# ---- instructions ----


def instruction(name: str) -> int:
    """The number of an instruction; -1 where there is none of that name.

    ``opmap`` also has what the compiler alone knows, by numbers that no code has.
    """
    number = opmap.get(name, -1)
    return number if number < 256 else -1


def instructions_named(*names: str) -> frozenset[int]:
    """The numbers of those of these instructions that there are."""
    return frozenset(map(instruction, names)) - {-1}


def instructions_beginning(*starts: str) -> frozenset[int]:
    """The numbers of the instructions whose names begin so."""
    return frozenset(map(instruction, (n for n in opmap if n.startswith(starts)))) - {-1}


RETURN_CONSTANT = instruction("RETURN_CONST")
"""Gives back a constant that never lies on the stack (before 3.14)."""
RETURNS = instructions_named("RETURN_VALUE", "RETURN_CONST")
CONSTANTS = instructions_named("LOAD_CONST", "LOAD_SMALL_INT", "LOAD_COMMON_CONSTANT")
LOCALS = instructions_named("LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_BORROW", "LOAD_DEREF")
WITH = instruction("BEFORE_WITH")
"""Enters a ``with`` (before 3.14)."""
SPECIAL, EXIT = instruction("LOAD_SPECIAL"), 1
"""Finds ``__exit__`` and ``__enter__`` of a ``with``, and what it says for the first (3.14)."""
LOOP_KEEPS = 1 if VERSION < (3, 15) else 2
"""How much lies on the stack for a loop: its iterator, and from 3.15 on where it is in a list."""

# ---- objects ----

DERIVED_HAVE_VALUES = VERSION >= (3, 14)
"""Whether instances of classes derived from builtin ones have their attributes in themselves."""

# ---- frames in memory: Include/internal/pycore_frame.h, pycore_interpframe_structs.h ----


class FrameLayout:
    """Where a frame has its variables, and behind them its stack; in words of eight bytes.

    ``locals_at`` is the first of them, ``object_size`` the size of a frame object. Where
    ``is_noted`` the height of the stack is a pointer that is right whenever anything can look
    (from 3.14 on); before, it is a number, or says that it is not known.
    """

    def __init__(self, locals_at: int, object_size: int, *, is_noted: bool) -> None:
        self.locals_at = locals_at
        self.object_size = object_size
        self.is_noted = is_noted


_LAYOUTS = {
    (3, 13): FrameLayout(9, 136, is_noted=False),
    (3, 14): FrameLayout(10, 152, is_noted=True),
    (3, 15): FrameLayout(10, 152, is_noted=True),
}
LENT, NO_OBJECT = 1, 2
"""Bits of a word on a stack: it is a reference that is not counted; it is no reference at all."""
MAY_LEND = VERSION >= (3, 14)
"""Whether a variable may be lent: the caller's reference is counted, the one of the call is not."""
COUNT = 0xFFFFFFFF
"""The bits of an object's first word that are its count."""
_HEADER = 16


def frame_layout(frame_type: type) -> FrameLayout | None:
    """How frames lie in memory; None where that is not known."""
    found = _LAYOUTS.get(VERSION)
    is_plain = (
        sys.implementation.name == "cpython"
        and sys.byteorder == "little"
        and sys.maxsize > 1 << 32
        # Neither without the lock nor with every object in a list.
        and object.__basicsize__ == _HEADER
    )
    if found is None or not is_plain or frame_type.__basicsize__ != found.object_size:
        return None
    return found


# ---- how often an object is held by who counts it ----


def _measured() -> tuple[int, int, int]:
    things = [object()]
    mapped, taken, held = next(map(getrefcount, things)), getrefcount(things[0]), 0
    for _, count in zip(things, map(getrefcount, things), strict=True):
        held = count
    return held, mapped, taken


HELD, MAPPED, TAKEN = _measured()
"""Of what is in one list alone: where that is counted as ``Telling`` does (the list, who walks it,
the argument), by ``map``, and as an item of the list."""


def _count_given(frame: object, *, _more: bool) -> int:
    count = getrefcount(frame)
    del frame
    return count


FRAME_HELD = _count_given(sys._getframe(), _more=False)
"""Of a frame that runs and that nobody else holds, given to a function by place."""
