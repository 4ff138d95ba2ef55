"""Finds the instructions after which a value of an expression is on the evaluation stack.

The compiler gives every instruction the position of the expression that it evaluates (PEP 657), and
the stack's depth follows from the instructions (``frames/heights.py``). So nothing of the program
is changed to see its values: the engine looks at the right slot at the right instruction.
"""

from __future__ import annotations

from opcode import HAVE_ARGUMENT, hasjrel, opname, stack_effect
from struct import Struct

from visualizer.recorder import wire
from visualizer.recorder.code.exception_table import entries
from visualizer.recorder.code.instructions import instructions
from visualizer.recorder.frames.heights import StackHeights
from visualizer.recorder.versions import instruction, instructions_beginning, instructions_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from types import CodeType
    from typing import Any

    type Position = tuple[int, int, int, int]

_KINDS = {name: number for number, name in enumerate(wire.EXPRESSION_KINDS)}
_COMPARES = instructions_named("COMPARE_OP", "IS_OP", "CONTAINS_OP")
_GROWS = instructions_named("LIST_EXTEND", "SET_UPDATE", "DICT_UPDATE")
_ADDS = instructions_named("LIST_APPEND", "SET_ADD", "MAP_ADD")
"""Add one item, to a display if their argument is 1, else to a comprehension's result."""
_MAKES = {
    number: _KINDS[kind]
    for kind, numbers in (
        ("operated", instructions_beginning("BINARY_", "UNARY_")),
        ("compared", _COMPARES),
        ("called", instructions_named("CALL", "CALL_KW", "CALL_FUNCTION_EX")),
        ("attribute", instructions_named("LOAD_ATTR", "LOAD_SUPER_ATTR")),
        ("built", instructions_beginning("BUILD_") | _GROWS | _ADDS),
        ("formatted", instructions_beginning("FORMAT_", "BUILD_INTERPOLATION")),
        ("function", instructions_named("MAKE_FUNCTION", "SET_FUNCTION_ATTRIBUTE")),
        ("resumed", instructions_named("END_SEND")),
        ("loaded", instructions_beginning("LOAD_FAST", "LOAD_NAME", "LOAD_GLOBAL", "LOAD_DEREF")),
        ("loaded", instructions_beginning("LOAD_CONST", "LOAD_SMALL_INT", "LOAD_COMMON_CONSTANT")),
    )
    for number in numbers
}
_INTRINSICS = {5: _KINDS["operated"], 6: _KINDS["built"]}
"""Unary plus, and a list that becomes a tuple (Include/internal/pycore_intrinsics.h)."""
_INTRINSIC, _RESUME, _AFTER_YIELD = instruction("CALL_INTRINSIC_1"), instruction("RESUME"), 1
_COPY, _TO_BOOL, _CACHE = instruction("COPY"), instruction("TO_BOOL"), instruction("CACHE")
_ASYNC_END = instructions_named("END_ASYNC_FOR", "CLEANUP_THROW")
_CONSTANTS = instructions_named("LOAD_CONST")
_NO_LOAD = instructions_named("LOAD_FAST_AND_CLEAR")
_IN_PARTS = _KINDS["built"], _KINDS["function"]
_METHODS = instructions_named("LOAD_ATTR", "LOAD_SUPER_ATTR", "LOAD_GLOBAL")
"""With an odd argument they prepare a call: two values, none of which is the expression's."""
_CONDITIONS = instructions_beginning("POP_JUMP_IF")
_JUMPS = _CONDITIONS | instructions_beginning("JUMP_")
_LOOP_END = instructions_named("END_FOR", "POP_ITER")
_SKIPPED = instructions_named("NOP", "NOT_TAKEN", "POP_TOP", "EXTENDED_ARG") | _LOOP_END
_BUILDS = instructions_named("BUILD_LIST", "BUILD_SET", "BUILD_MAP")
_PAIRS = frozenset(n for n in _MAKES if opname[n].count("LOAD_FAST") == 2)
"""They load two variables; their position is that of the first."""

AFTER, JUMPED, THERE = range(3)
"""When to read a value: at the next instruction, at the target of a jump that was taken, or
whenever the instruction is reached.
"""
_SITE = Struct("10i")


class Site:
    """A place where a value is read: ``slot`` is its index on the evaluation stack."""

    __slots__ = ("at", "behind", "kind", "ordinal", "position", "slot", "when")

    def __init__(
        self, when: int, at: int, behind: int, slot: int, *, kind: int, position: Position
    ) -> None:
        self.when = when
        self.at = at
        self.behind = behind
        self.slot = slot
        self.kind = kind
        self.position = position
        self.ordinal = 0


class ExpressionSites:
    """The sites of a code object; ``lines`` limits them to expressions on these lines."""

    def __init__(self, code: CodeType, lines: Container[int] | None) -> None:
        self._all = [one for one in instructions(code) if one[2] != _CACHE]
        self._positions = [_whole(one) for one in code.co_positions()]
        self._heights = StackHeights(code)
        self._behind = {
            one[0]: other[0] for one, other in zip(self._all, self._all[1:], strict=False)
        }
        self._targets = self._jump_targets()
        self._entered = self._targets.union(self._other_targets(code))
        self._constants = tuple(one if type(one) is type(code) else None for one in code.co_consts)
        self._function = ""
        """The name of the code of the function under construction."""
        self._results: set[int] = set()
        """The instructions that create the results of comprehensions."""
        found = [*self._comprehensions()]
        found += (site for site in self._made() if site.at not in self._results)
        found.sort(key=lambda site: site.at)
        self._units = len(code.co_code) // 2
        self.sites = [
            site
            for site in self._numbered(found)
            if lines is None
            or any(n in lines for n in range(site.position[0], site.position[2] + 1))
        ]

    def packed(self) -> tuple[bytes, bytes]:
        """Return the sites as C ints, and a byte for each instruction: whether to stop there."""
        watched = bytearray(self._units)
        numbers = b""
        for site in self.sites:
            first = site.behind if site.when == THERE else site.at
            target = (self._jumps[site.at],) if site.when == JUMPED else ()
            for at in (first, site.behind, *target):
                if 0 <= at // 2 < self._units:
                    watched[at // 2] = 1
            numbers += _SITE.pack(
                *(site.when, first // 2, site.behind // 2, site.slot),
                *(site.kind, site.ordinal, *site.position),
            )
        return numbers, bytes(watched)

    def _jump_targets(self) -> set[int]:
        self._jumps = {
            at: self._next(at) + 2 * argument
            for at, _, number, argument in self._all
            if number in _JUMPS and number in hasjrel and "BACKWARD" not in opname[number]
        }
        return set(self._jumps.values())

    def _other_targets(self, code: CodeType) -> Iterator[int]:
        """Yield the targets of loops, generators and handlers."""
        for _, _, handler, _, _ in entries(code.co_exceptiontable):
            yield handler
        ends = 0
        for at, _, number, argument in self._all:
            if number in hasjrel:
                way = -1 if "BACKWARD" in opname[number] else 1
                yield self._next(at) + way * 2 * argument
            # A loop that has ended continues after END_FOR, and in 3.13 after POP_TOP.
            ends = 3 if number in _LOOP_END or number in _ASYNC_END else max(ends - 1, 0)
            if ends:
                yield at

    def _next(self, at: int) -> int:
        return self._behind.get(at, at + 2)

    def _made(self) -> Iterator[Site]:
        before = tested = -1
        for place, (at, _, number, argument) in enumerate(self._all):
            if number in _CONSTANTS and argument < len(self._constants):
                constant = self._constants[argument]
                self._function = getattr(constant, "co_name", self._function)
            position, height = self._positions[at // 2], self._heights.at.get(at)
            if height is not None and position is not None:
                kind = self._kind(place, number, argument, before)
                if number in _CONDITIONS:
                    if tested >= 0 and self._positions[tested // 2] == position:
                        target = self._next(at)
                        kind = _KINDS["chosen"]
                        yield Site(JUMPED, at, target, height - 2, kind=kind, position=position)
                elif kind is not None:
                    known = argument if number >= HAVE_ARGUMENT else None
                    top = height + stack_effect(number, known, jump=False) - 1
                    slot = top - (number in _PAIRS)
                    behind = self._next(at)
                    # Mostly no other instruction leads there. RESUME has no event of its own.
                    is_only = number == _RESUME or behind not in self._entered
                    yield Site(
                        THERE if is_only else AFTER, at, behind, slot, kind=kind, position=position
                    )
            if number not in _SKIPPED:
                before = number
            # The value that ``and`` and ``or`` test: COPY, TO_BOOL, POP_JUMP_IF.
            if number == _COPY and argument == 1:
                tested = at
            elif number != _TO_BOOL:
                tested = -1

    def _kind(self, place: int, number: int, argument: int, before: int) -> int | None:
        at = self._all[place][0]
        if number == _INTRINSIC:
            return _INTRINSICS.get(argument)
        if number == _RESUME:
            return _KINDS["resumed"] if argument & 3 == _AFTER_YIELD else None
        if number == _COPY:
            behind = self._all[place + 1][2] if place + 1 < len(self._all) else _TO_BOOL
            return _KINDS["copied"] if argument == 1 and behind != _TO_BOOL else None
        if number in _NO_LOAD or (number in _METHODS and argument & 1):
            return None
        if number in _ADDS and argument > 1:
            return None
        kind = _MAKES.get(number)
        if kind == _KINDS["function"] and self._function != "<lambda>":
            return None
        if kind == _KINDS["loaded"] and not (at in self._targets or before in _JUMPS):
            return None
        return kind

    def _comprehensions(self) -> Iterator[Site]:
        """Yield where the result of an inlined comprehension (PEP 709) is complete."""
        places = {one[0]: n for n, one in enumerate(self._all)}
        for start, end, slot in self._heights.results():
            n = places.get(end, len(self._all))
            while n < len(self._all) and self._all[n][2] in _LOOP_END:
                n += 1
            # 3.13 has a POP_TOP for the iterator, which the loop skips.
            if n < len(self._all) and self._heights.at.get(self._all[n][0], 0) > slot + 1:
                n += 1
            built = self._built_before(places[start])
            position = None if built is None else self._positions[built // 2]
            if built is not None and position is not None and n < len(self._all):
                self._results.add(built)
                at = self._all[n][0]
                built_kind = _KINDS["built"]
                yield Site(THERE, at, at, slot, kind=built_kind, position=position)

    def _built_before(self, place: int) -> int | None:
        """Return the last instruction before another that builds an empty container."""
        for at, _, number, argument in reversed(self._all[:place]):
            if number in _BUILDS and not argument:
                return at
        return None

    def _numbered(self, sites: list[Site]) -> Iterator[Site]:
        """Number the sites of one kind at one position; of a value made in parts keep the last."""
        counts: dict[tuple[int, Position], int] = {}
        parts: dict[tuple[int, Position], Site] = {}
        for site in sites:
            if site.kind in _IN_PARTS:
                key = site.kind, site.position
                before = parts.get(key)
                if before is not None and not self._is_within(before.at, site.at, site.position):
                    yield before
                parts[key] = site
            else:
                site.ordinal = counts.get((site.kind, site.position), 0)
                counts[site.kind, site.position] = site.ordinal + 1
                yield site
        yield from parts.values()

    def _is_within(self, start: int, end: int, whole: Position) -> bool:
        """Whether all instructions from ``start`` to ``end`` belong to one expression.

        Otherwise ``end`` is in a copy of the code, such as that of a ``finally``.
        """
        return all(
            one is not None and one[:2] >= whole[:2] and one[2:] <= whole[2:]
            for one in self._positions[start // 2 : end // 2]
        )


class RequestedExpressions:
    """Which expressions the session's settings ask for.

    ``expressions`` is None for none, else the lines of the main program; an empty list means all
    expressions of every file.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        lines = settings.get("expressions")
        self._is_on = lines is not None
        self._lines = frozenset(lines or ())
        self._program = settings.get("program")
        self._known: tuple[object, tuple[bytes, bytes] | None] = None, None

    def sites(self, code: CodeType) -> tuple[bytes, bytes] | None:
        """Return the packed sites of a code object; None if nothing of it is recorded."""
        if not self._is_on or (self._lines and code.co_filename != self._program):
            return None
        # Called twice in a row; ``co_code`` is created once for each code object.
        if self._known[0] is not code.co_code:
            found = ExpressionSites(code, self._lines or None)
            self._known = code.co_code, found.packed() if found.sites else None
        return self._known[1]


def _whole(position: tuple[int | None, ...]) -> Position | None:
    line, end_line, column, end_column = position
    if line is None or end_line is None or column is None or end_column is None:
        return None
    return line, column, end_line, end_column
