"""Computes the depth of a frame's evaluation stack, and which of its items are loop iterators.

The compiler guarantees that both are the same each time an instruction is reached, so they follow
from the instructions alone.
"""

from __future__ import annotations

from opcode import HAVE_ARGUMENT, hasjrel, opmap, stack_effect

from visualizer.recorder.code.exception_table import entries
from visualizer.recorder.code.instructions import instructions
from visualizer.recorder.versions import LOOP_KEEPS, RETURNS, instructions_beginning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import CodeType

_CACHE, _FOR_ITER, _POP_TOP = opmap["CACHE"], opmap["FOR_ITER"], opmap["POP_TOP"]
_END_ASYNC_FOR = opmap["END_ASYNC_FOR"]
_BACKWARD = ("BACKWARD", "END_ASYNC_FOR")
"""In names of instructions that jump back, or (from 3.14 on) give the distance to their loop."""
_FORWARD = {
    n for name, n in opmap.items() if n in hasjrel and not any(one in name for one in _BACKWARD)
}
_LEAVES = RETURNS | {opmap["RERAISE"]}
"""While one of these runs, any item may already be popped."""
_GOES_AWAY = RETURNS | instructions_beginning("JUMP_", "RAISE", "RERAISE")
_APPENDS = {
    **dict.fromkeys((opmap["LIST_APPEND"], opmap["LIST_EXTEND"]), (1, "[", "]")),
    **dict.fromkeys((opmap["SET_ADD"], opmap["SET_UPDATE"]), (1, "{", "}")),
    opmap["MAP_ADD"]: (2, "{…: ", "}"),
    opmap["DICT_UPDATE"]: (1, "{…: ", "}"),
}
"""Instructions that add items to a comprehension's result (several at once from 3.15 on, PEP 798):
how much they pop, and how the result is written. Their argument is 1 for a display.
"""
_CALLS = {opmap["CALL"], opmap["CALL_KW"], opmap["CALL_FUNCTION_EX"]}
_CALLS_EXIT = opmap["WITH_EXCEPT_START"]
"""Calls ``__exit__``, and leaves everything that it is called with on the stack."""


def may_fill(code: CodeType) -> bool:
    """Whether a code object may have an inlined comprehension; most have none."""
    return not _APPENDS.keys().isdisjoint(code.co_code[::2])


class StackHeights:
    """Stack depths of a code object; ``at`` maps an instruction to the depth before it."""

    __slots__ = (
        "_appends",
        "_async_ends",
        "_calls",
        "_filled",
        "_handlers",
        "_leaves",
        "_loops",
        "_pops",
        "at",
    )

    def __init__(self, code: CodeType) -> None:
        self.at: dict[int, int] = {}
        self._calls: dict[int, int] = {}
        self._pops: set[int] = set()
        self._leaves: set[int] = set()
        self._async_ends: set[int] = set()
        self._handlers = tuple(entries(code.co_exceptiontable))
        loops, appends = [], []
        coming = {target: kept + more for _, _, target, kept, more in self._handlers}
        height: int | None = 0
        for at, _, instruction, argument in instructions(code):
            height = coming.get(at, height)
            if height is None:
                continue
            self.at[at] = height
            known = argument if instruction >= HAVE_ARGUMENT else None
            if instruction in _FORWARD:
                behind = at + 2
                while code.co_code[behind] == _CACHE:
                    behind += 2
                target = behind + 2 * argument
                coming[target] = height + stack_effect(instruction, known, jump=True)
                if instruction == _FOR_ITER:
                    loops.append((at, target, height - LOOP_KEEPS))
            elif instruction in _APPENDS and argument > 1:
                pops, opens, closes = _APPENDS[instruction]
                appends.append((at, height - argument - pops, opens, closes))
            elif instruction in _CALLS:
                self._calls[at] = height - 1 + stack_effect(instruction, known)
            elif instruction == _CALLS_EXIT:
                self._calls[at] = height
            elif instruction in _LEAVES:
                self._leaves.add(at)
            elif instruction == _END_ASYNC_FOR:
                self._async_ends.add(at + 2)
            elif instruction == _POP_TOP:
                self._pops.add(at)
            height += stack_effect(instruction, known, jump=False)
            if instruction in _GOES_AWAY:
                height = None
        self._loops, self._appends = tuple(loops), tuple(appends)
        self._filled = sorted(
            {
                (place, opens, closes, start, end)
                for append, place, opens, closes in appends
                for start, end, iterator in loops
                if start <= append < end and iterator == place + 1
            }
        )

    def guaranteed(self, at: int) -> int:
        """Return how many items are on the stack, whatever the instruction at ``at`` has already
        done.

        These are the items below a call's operands, those a handler expects, and a loop's iterator
        with everything below it.
        """
        if at in self._leaves:
            return 0
        found = self._calls.get(at, 0)
        for start, end, _, kept, _ in self._handlers:
            if start <= at < end:
                found = max(found, kept)
                break
        # ``break`` and ``return`` pop the iterators one by one, each while it is destroyed.
        there = self.at.get(at, 0) - (at in self._pops)
        return min(max(found, self.iterators(at).bit_length()), there)

    def iterators(self, at: int) -> int:
        """Return a bit mask of the stack slots with iterators of active loops."""
        found = 0
        for start, end, place in self._loops:
            if start <= at < end:
                found |= 1 << place
        return found

    def results(self) -> Iterator[tuple[int, int, int]]:
        """Yield (instruction, end, stack slot) of each inlined comprehension.

        The instruction follows the creation of the result, which is complete at the end of the
        loop.
        """
        found: set[tuple[int, int, int]] = set()
        found.update((start, end, place) for place, _, _, start, end in self._filled)
        for append, place, _, _ in self._appends:
            found.update(
                (append, end, place)
                for end in self._async_ends
                if append < end and self.at.get(end) == place + 1
            )
        yield from sorted(found)

    def filling(self) -> Sequence[range]:
        """Return at which instructions comprehensions fill their results."""
        return [range(start, end) for _, _, _, start, end in self._filled]

    def unfinished(self, at: int) -> dict[int, str]:
        """Map the stack slots with unfinished results of active comprehensions to labels.

        A label has the brackets of the result around ``…``, and those of outer results around it:
        while ``[[c for c in row] for row in rows]`` runs, ``[…]`` and ``[[…]]``.
        """
        found, outer, inner = {}, "", ""
        for place, opens, closes, start, end in self._filled:
            if start <= at < end:
                outer, inner = outer + opens, closes + inner
                found[place] = f"{outer}…{inner}"
        return found
