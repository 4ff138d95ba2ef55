"""The variables that inlined comprehensions bind (PEP 709).

In a function they are among its variables. The frame of a module or a class has them as fast
locals of its own, which ``f_locals`` shows instead of the namespace while a comprehension runs.

Before 3.13.2 a frame treats a variable that is a cell elsewhere in the function always as a cell,
and crashes if an inlined comprehension (PEP 709) has put a plain value there (CPython's issue
128396); ``locals()`` does so too. Reading the names alone is safe.
"""

from __future__ import annotations

import sys
from opcode import opmap

from visualizer.recorder.code.instructions import instructions
from visualizer.recorder.objects.texts import safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType

MAY_CRASH = sys.version_info < (3, 13, 2)

_CLEAR = opmap["LOAD_FAST_AND_CLEAR"]
"""The first instruction of a comprehension for each of its variables."""
_CELLS_OF_CLASSES = "__class__", "__classdict__", "__conditional_annotations__"
"""The fast locals of a class that no comprehension binds."""


def unreadable(code: CodeType) -> frozenset[str]:
    """Return the names that must not be read; hardly any code has one."""
    own, cells = code.co_varnames, frozenset(code.co_cellvars)
    if not MAY_CRASH or cells.isdisjoint(own):
        return frozenset()
    places = {place for _, _, instruction, place in instructions(code) if instruction == _CLEAR}
    return cells.intersection(own[place] for place in places if place < len(own))


def comprehension_names(code: CodeType) -> frozenset[str]:
    """Return the names that comprehensions bind in a module or a class.

    Without those that a class takes from the function around it: its frame shows their values.
    """
    own = frozenset((*code.co_varnames, *code.co_cellvars))
    return own.difference(_CELLS_OF_CLASSES, code.co_freevars)


def variables(
    frame: FrameType, hidden: frozenset[str] | None = None
) -> tuple[list[str], list[object]]:
    """Return the names and values of a function's frame without those that must not be read.

    ``hidden`` are these, if known: reading a frame's code raises an audit event. A frame may have
    extra names, also keys that are no text: they appear as their ``repr``.
    """
    own = frame.f_locals
    if hidden is None:
        hidden = unreadable(frame.f_code) if MAY_CRASH else frozenset()
    given = [*own.keys()]
    if not hidden:
        return [name if type(name) is str else safe_repr(name) for name in given], [*own.values()]
    # Looks up no other keys: their hash may be the program's.
    names = [name for name in given if type(name) is str and name not in hidden]
    return names, [own[name] for name in names]
