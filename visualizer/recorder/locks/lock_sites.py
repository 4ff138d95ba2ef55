"""Finds where a code object acquires and releases locks, as far as its instructions show.

A lock is identified by the loaded name, or attributes of a named object. Locks reached in any other
way are ignored.
"""

from __future__ import annotations

from opcode import opmap

from visualizer.recorder import versions
from visualizer.recorder.code.exception_table import entries
from visualizer.recorder.code.instructions import instructions
from visualizer.recorder.versions import CONSTANTS, EXIT, LOCALS, SPECIAL, instructions_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import CodeType

    from visualizer.recorder.code.instructions import Instruction

_WITHS = {versions.WITH, SPECIAL} - {-1}
_CALL, _CALL_KW = opmap["CALL"], opmap["CALL_KW"]
_ATTRIBUTE = opmap["LOAD_ATTR"]
_GLOBAL, _NAME = opmap["LOAD_GLOBAL"], opmap["LOAD_NAME"]
_LOADS = {_GLOBAL, _NAME, *CONSTANTS, *LOCALS}
_NO_WORK = instructions_named("CACHE", "PUSH_NULL", "EXTENDED_ARG", "NOP", "NOT_TAKEN")
_JUMPS = {number for name, number in opmap.items() if "JUMP" in name or name == "FOR_ITER"}
_STILL_HELD = {*CONSTANTS, *_NO_WORK, opmap["SWAP"], opmap["COPY"]}
_EXCEPT = opmap["WITH_EXCEPT_START"]

ACQUIRE, RELEASE, WITH = range(3)


class LockSite:
    """An instruction that acquires or releases a lock.

    ``path`` has the numbers of a name and of attributes, ``at`` is the instruction. ``is_certain``:
    the line always runs it, and it waits without a timeout. ``target`` is the exception handler of
    a ``with``, ``leaving`` the ranges after the block in which the lock is still held.
    """

    __slots__ = ("at", "is_certain", "kind", "leaving", "line", "path", "target")

    def __init__(
        self, kind: int, at: int, line: int, path: tuple[int, ...], is_certain: bool
    ) -> None:
        self.kind = kind
        self.at = at
        self.line = line
        self.path = path
        self.is_certain = is_certain
        self.target = 0
        self.leaving: tuple[tuple[int, int], ...] = ()


class LockSites:
    """All lock sites of a code object."""

    def __init__(self, code: CodeType, number: Callable[[str], int]) -> None:
        self._handlers = [entry[:3] for entry in entries(code.co_exceptiontable)]
        self.all = tuple(self._find(code, number))
        self.withs = tuple(site for site in self.all if site.kind == WITH)

    def numbers(self) -> list[int]:
        """Return everything as numbers, for locks.c."""
        found = [len(self._handlers), *(one for entry in self._handlers for one in entry)]
        found.append(len(self.all))
        for site in self.all:
            found += (site.kind, site.at, site.line, site.is_certain, site.target)
            found += (len(site.path), len(site.leaving), *site.path)
            found += (one for both in site.leaving for one in both)
        return found

    def on(self, line: int, instruction: int) -> list[LockSite]:
        """Return the sites of a line from an instruction on."""
        return [site for site in self.all if site.line == line and site.at >= instruction]

    def is_within(self, site: LockSite, instruction: int) -> bool:
        """Whether an instruction is inside the block of a ``with``."""
        if any(start <= instruction < end for start, end in site.leaving):
            return True
        at: int | None = instruction
        while at is not None:
            at = self._handler(at)
            if at == site.target:
                return True
        return False

    def _handler(self, instruction: int) -> int | None:
        for start, end, target in self._handlers:
            if start <= instruction < end:
                return target if target > start else None
        return None

    def _find(self, code: CodeType, number: Callable[[str], int]) -> Iterator[LockSite]:
        every = [one for one in instructions(code) if one[2] not in _NO_WORK]
        jumps = {line for _, line, instruction, _ in every if instruction in _JUMPS}
        for place, (at, line, instruction, argument) in enumerate(every):
            if line is None:
                continue
            entering = _entering(every, place)
            if entering is not None:
                before, call = entering
                path = _path(code, every, before, number)
                if path:
                    site = LockSite(WITH, every[call][0], line, path, True)
                    if self._set_block(site, every, call):
                        yield site
            elif instruction in (_CALL, _CALL_KW):
                last = place - argument - (instruction == _CALL_KW) - 1
                kind = _method(code, every, last, place)
                path = () if kind is None else _path(code, every, last - 1, number)
                if kind is not None and path:
                    yield LockSite(kind, at, line, path, argument == 0 and line not in jumps)

    def _set_block(self, site: LockSite, every: Sequence[Instruction], place: int) -> bool:
        target = self._handler(every[place + 1][0])
        if target is None:
            return False
        site.target = target
        leaving = []
        for start, end, other in self._handlers:
            if other == target and start >= site.at:
                until = next(
                    (at for at, _, number, _ in every if at >= end and number not in _STILL_HELD),
                    end,
                )
                leaving.append((end, until))
        until = next((at for at, _, n, _ in every if at >= target and n == _EXCEPT), target)
        site.leaving = (*leaving, (target, until))
        return True


def _entering(every: Sequence[Instruction], place: int) -> tuple[int, int] | None:
    """Return the index that loads a ``with``'s lock and the index of its call of ``__enter__``.

    None if there is no such place. From 3.14 on it is a sequence: COPY, load ``__exit__``, SWAP,
    SWAP, load ``__enter__``, CALL.
    """
    _, _, instruction, argument = every[place]
    if instruction == versions.WITH:
        return place - 1, place
    if instruction == SPECIAL and argument == EXIT and place + 4 < len(every) - 1:
        return (place - 2, place + 4) if every[place + 4][2] == _CALL else None
    return None


def _method(code: CodeType, every: Sequence[Instruction], last: int, call: int) -> int | None:
    """Return ``ACQUIRE`` or ``RELEASE`` for a call of that method with plain arguments, else
    None.
    """
    if last < 1 or every[last][2] != _ATTRIBUTE or not every[last][3] & 1:
        return None
    if any(instruction not in _LOADS for _, _, instruction, _ in every[last + 1 : call]):
        return None
    return {"acquire": ACQUIRE, "release": RELEASE}.get(code.co_names[every[last][3] >> 1])


def _path(
    code: CodeType, every: Sequence[Instruction], place: int, number: Callable[[str], int]
) -> tuple[int, ...]:
    """Return the numbers of the name and attributes loaded up to ``place``; empty for anything
    else.
    """
    attributes: list[int] = []
    while place > 0 and every[place][2] == _ATTRIBUTE and not every[place][3] & 1:
        attributes.insert(0, number(code.co_names[every[place][3] >> 1]))
        place -= 1
    _, _, instruction, argument = every[place]
    if instruction == _GLOBAL:
        name = code.co_names[argument >> 1]
    elif instruction == _NAME:
        name = code.co_names[argument]
    elif instruction in LOCALS:
        name = local_names(code)[argument]
    else:
        return ()
    return (number(name), *attributes)


def local_names(code: CodeType) -> tuple[str, ...]:
    """Return the names of a frame's fast locals in order."""
    own = code.co_varnames
    return (*own, *(name for name in code.co_cellvars if name not in own), *code.co_freevars)


def lock_sites(code: CodeType, number: Callable[[str], int]) -> LockSites | None:
    """Return the lock sites of a code object; None if there are none."""
    enters = not _WITHS.isdisjoint(code.co_code[::2])
    if not enters and not {"acquire", "release"} & {*code.co_names}:
        return None
    sites = LockSites(code, number)
    return sites if sites.all else None
