"""Lines that call functions of the program, return or append to a list, else are simple.

Of such a line too all can be known that it changes (``simple``), as long as what it calls begins
with an event: then nothing but the called function has run. Of a list it can be seen that it has
one item more. The part in C makes steps after them.
"""

from __future__ import annotations

from opcode import opmap

from visualizer.recorder.simple import instructions, lines_that_pop, note_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from visualizer.recorder.builtin_types import CodeType
    from visualizer.recorder.simple import Found, Instruction, Simple

    type Line = tuple[int, tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]
    type KnownLine = tuple[*Line, tuple[int, ...], tuple[int, ...]]
    """The line, or -1 less the instruction where a loop goes round; the numbers of the names that
    are loaded and bound; the instructions that call and those that return; the numbers of the names
    of what is called, and of the list that an item is appended to."""

_CACHE, _CALL, _PUSH_NULL = opmap["CACHE"], opmap["CALL"], opmap["PUSH_NULL"]
_LOAD_NAME, _LOAD_GLOBAL = opmap["LOAD_NAME"], opmap["LOAD_GLOBAL"]
_LOAD_FAST, _LOAD_ATTR = opmap["LOAD_FAST"], opmap["LOAD_ATTR"]
_RETURNS = {number for name, number in opmap.items() if name in ("RETURN_VALUE", "RETURN_CONST")}
_NO_WORK = {_PUSH_NULL, opmap["RESUME"]}


def known_lines(
    code: CodeType,
    number: Callable[[str], int],
    simple: Mapping[int, Simple],
    loops: Mapping[int, Simple],
) -> tuple[KnownLine, ...]:
    """All lines of which is known what they change: these, and those that ``simple`` found."""
    found = [(key, *names, (), (), (), ()) for key, names in simple.items()]
    found += [(-1 - at, *names, (), (), (), ()) for at, names in loops.items()]
    return (*found, *_lines_that_call(code, number, simple))


class _Line:
    """What is found in a line."""

    __slots__ = ("callees", "calls", "lists", "names", "returns")

    def __init__(self) -> None:
        self.names: Found = ({}, {})
        self.calls: list[int] = []
        self.returns: list[int] = []
        self.callees: dict[int, None] = {}
        self.lists: list[int] = []

    def told(self, line: int) -> KnownLine | None:
        """All of it; None where something else may be called than what appends an item."""
        own = (line, (*self.names[0],), (*self.names[1],))
        if not self.lists:
            return (*own, (*self.calls,), (*self.returns,), (*self.callees,), ())
        if len(self.lists) > 1 or len(self.calls) != 1 or self.callees or self.returns or own[2]:
            return None
        return (*own, (), (), (), (*self.lists,))


def _lines_that_call(
    code: CodeType, number: Callable[[str], int], simple: Mapping[int, Simple]
) -> list[KnownLine]:
    every = [*instructions(code)]
    spoilt = {*lines_that_pop(code), *simple}
    lines: dict[int, _Line] = {}
    for place, (at, line, instruction, argument) in enumerate(every):
        if line is None or line in spoilt:
            continue
        found = lines.setdefault(line, _Line())
        callee, appended = _callee(code, every, place), _list_appended_to(code, every, place)
        if callee is not None:
            found.callees[number(callee)] = None
        elif appended is not None:
            found.lists.append(number(appended))
        elif instruction == _CALL:
            found.calls.append(at)
        elif instruction in _RETURNS:
            found.returns.append(at)
        elif instruction in _NO_WORK or _is_append(code, instruction, argument):
            continue
        elif not note_names(code, instruction, argument, found.names, number):
            spoilt.add(line)
    told = (found.told(line) for line, found in lines.items() if line not in spoilt)
    return [line for line in told if line is not None]


def _is_append(code: CodeType, instruction: int, argument: int) -> bool:
    is_method = instruction == _LOAD_ATTR and argument & 1
    return bool(is_method) and code.co_names[argument >> 1] == "append"


def _list_appended_to(code: CodeType, every: list[Instruction], place: int) -> str | None:
    """The name of what is loaded, where its method ``append`` is what comes next."""
    _, _, instruction, argument = every[place]
    if instruction not in (_LOAD_NAME, _LOAD_FAST):
        return None
    behind = next((one for one in every[place + 1 :] if one[2] != _CACHE), None)
    if behind is None or not _is_append(code, *behind[2:]):
        return None
    own = code.co_names if instruction == _LOAD_NAME else code.co_varnames
    return own[argument] if argument < len(own) else None


def _callee(code: CodeType, every: list[Instruction], place: int) -> str | None:
    """The name of what is going to be called, where an instruction loads that."""
    _, _, instruction, argument = every[place]
    if instruction == _LOAD_GLOBAL and argument & 1:
        return code.co_names[argument >> 1]
    is_name = instruction == _LOAD_NAME and place + 1 < len(every)
    return code.co_names[argument] if is_name and every[place + 1][2] == _PUSH_NULL else None
