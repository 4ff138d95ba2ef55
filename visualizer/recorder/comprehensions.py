"""Variables that may not be asked for: those of a comprehension that are cells in its function.

Before 3.13.2 a frame takes whatever stands in the place of a variable that is a cell elsewhere in
the function for a cell, and crashes where an inlined comprehension (PEP 709) has put a plain value
there (CPython's issue 128396); ``locals()`` does so too. Their names are safe to ask for.
"""

from __future__ import annotations

import sys
from opcode import opmap

from visualizer.recorder.instructions import instructions
from visualizer.recorder.texts import safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType

MAY_CRASH = sys.version_info < (3, 13, 2)

_CLEAR = opmap["LOAD_FAST_AND_CLEAR"]
"""What a comprehension begins with for each of its variables."""


def unreadable(code: CodeType) -> frozenset[str]:
    """The names that may not be asked for; hardly any code has one."""
    own, cells = code.co_varnames, frozenset(code.co_cellvars)
    if not MAY_CRASH or cells.isdisjoint(own):
        return frozenset()
    places = {place for _, _, instruction, place in instructions(code) if instruction == _CLEAR}
    return cells.intersection(own[place] for place in places if place < len(own))


def variables(
    frame: FrameType, hidden: frozenset[str] | None = None
) -> tuple[list[str], list[object]]:
    """The names and values of a function's frame, less those that may not be asked for.

    ``hidden`` are these where they are known: asking a frame for its code is audited. A frame may
    have been given more names, also such that are no text: these go by their ``repr``.
    """
    own = frame.f_locals
    if hidden is None:
        hidden = unreadable(frame.f_code) if MAY_CRASH else frozenset()
    given = [*own.keys()]
    if not hidden:
        return [name if type(name) is str else safe_repr(name) for name in given], [*own.values()]
    # No name that is not text is looked up: its hash may be of the program's own.
    names = [name for name in given if type(name) is str and name not in hidden]
    return names, [own[name] for name in names]
