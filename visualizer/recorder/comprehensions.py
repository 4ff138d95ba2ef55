"""Variables that may not be asked for: those of a comprehension that runs in its function's frame.

Before 3.13.2 a frame takes whatever stands in the place of a variable that is a cell elsewhere in
the function for a cell, and crashes where an inlined comprehension (PEP 709) has put a plain value
there (CPython's issue 128396); ``locals()`` does so too. Their names are safe to ask for.
"""

from __future__ import annotations

import sys
from opcode import EXTENDED_ARG, opmap

from visualizer.recorder.exception_table import entries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from visualizer.recorder.builtin_types import CodeType, FrameType

    type Unreadable = tuple[tuple[int, int, frozenset[str]], ...]
    """The first and the last instruction between which these names may not be asked for."""

MAY_CRASH = sys.version_info < (3, 13, 2)

_STORE, _STORE_TWO = opmap["STORE_FAST"], opmap["STORE_FAST_STORE_FAST"]
_MAKE_CELL, _CLEAR = opmap["MAKE_CELL"], opmap["LOAD_FAST_AND_CLEAR"]
_RERAISE = opmap["RERAISE"]
_BEFORE = {_MAKE_CELL, _CLEAR, opmap["SWAP"], opmap["NOP"], EXTENDED_ARG}
_BEHIND = {opmap["SWAP"], opmap["POP_TOP"], EXTENDED_ARG}


def unreadable(code: CodeType) -> Unreadable:
    """Where in the code which variables may not be asked for; hardly any code has such a place.

    A comprehension is known by what puts its function's variables back when it fails: at the
    target of an exception table's entry they are stored, and the exception goes on.
    """
    cells = frozenset(code.co_cellvars)
    if not MAY_CRASH or cells.isdisjoint(code.co_varnames):
        return ()
    every = list(_instructions(code.co_code))
    spans: dict[int, tuple[int, int]] = {}
    for start, end, target, _, _ in entries(code.co_exceptiontable):
        first, last = spans.get(target, (start, end))
        spans[target] = min(first, start), max(last, end)
    found = []
    for target, (first, last) in spans.items():
        places = _put_back(every, target) - _made_cells(every, first)
        names = cells.intersection(code.co_varnames[n] for n in places if n < code.co_nlocals)
        if names:
            found.append((first, _stored_again(every, last, places), names))
    return tuple(found)


def hidden_now(where: Unreadable, instruction: int) -> frozenset[str]:
    """The names that may not be asked for while a frame stands at an instruction."""
    names: frozenset[str] = frozenset()
    for first, last, own in where:
        if first <= instruction <= last:
            names |= own
    return names


def variables(frame: FrameType, where: Unreadable) -> tuple[list[str], list[object]]:
    """The names and values of a function's frame, less those that may not be asked for."""
    own = frame.f_locals
    hidden = hidden_now(where, frame.f_lasti) if where else ()
    if not hidden:
        return [*own.keys()], [*own.values()]
    names = [name for name in own.keys() if name not in hidden]  # noqa: SIM118 - less is asked
    return names, [own[name] for name in names]


def _instructions(code: bytes) -> Iterator[tuple[int, int, int]]:
    extended = 0
    for at in range(0, len(code), 2):
        argument = extended | code[at + 1]
        extended = argument << 8 if code[at] == EXTENDED_ARG else 0
        yield at, code[at], argument


def _put_back(every: list[tuple[int, int, int]], target: int) -> set[int]:
    """The places of the variables that are stored at a target which does nothing else."""
    places = set()
    for _, instruction, argument in every[target // 2 :]:
        if instruction == _STORE:
            places.add(argument)
        elif instruction == _STORE_TWO:
            places.update(divmod(argument, 16))
        elif instruction not in _BEHIND:
            return places if instruction == _RERAISE else set()
    return set()


def _made_cells(every: list[tuple[int, int, int]], first: int) -> set[int]:
    """The places that get a cell of the comprehension's own just before it begins."""
    places = set()
    for _, instruction, argument in reversed(every[: first // 2]):
        if instruction == _MAKE_CELL:
            places.add(argument)
        elif instruction not in _BEFORE:
            break
    return places


def _stored_again(every: list[tuple[int, int, int]], last: int, places: set[int]) -> int:
    """The instruction behind the comprehension that puts the last of the variables back."""
    left = set(places)
    for at, instruction, argument in every[last // 2 :]:
        if instruction == _STORE:
            left.discard(argument)
        elif instruction == _STORE_TWO:
            left.difference_update(divmod(argument, 16))
        if not left:
            return at
    return every[-1][0]
