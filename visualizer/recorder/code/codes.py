"""Announces the program's code objects and the holders of their constants: the Text region.

A code object is announced once, when first seen: the references of its tuple of constants and of
those nested in it. All are addresses, valid while the code object lives. The constants of the main
program are also held by the syntax tree that ``python prog.py`` keeps while it runs
(Python/pythonrun.c, run_mod); their counts before the first line reveal how often, since nothing
else can hold them then.
"""

from __future__ import annotations

from sys import getrefcount
from types import CodeType

from visualizer.recorder import wire
from visualizer.recorder.versions import MAPPED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from visualizer.recorder.files import Files
    from visualizer.recorder.names import Names

IMMORTAL = 1 << 31
PAUSES = 0x20 | 0x80 | 0x200
"""Flags of generators, coroutines and async generators (Include/cpython/code.h)."""


class Codes:
    """Numbers code objects. ``pending`` are operations not yet sent."""

    def __init__(self, names: Names, files: Files) -> None:
        self._number = names.number
        self._files = files
        self._numbers: dict[int, tuple[int, bytes]] = {}
        self._highest = 0
        self.pending: list[int] = []

    def number(self, code: CodeType) -> int:
        """Return the number of a code object; announces a new one with those nested in it."""
        found = self._numbers.get(id(code))
        # Another code may have the same address now; see ``CodeInfo``.
        if found is None or found[1] is not code.co_code:
            return self.announce(code)
        return found[0]

    def announce(
        self, code: CodeType, namespace: int = 0, in_tree: dict[int, int] | None = None
    ) -> int:
        """Announce a code object and those among its constants; return its number.

        ``namespace`` is the address of a module's dict. ``in_tree`` maps constants of the main
        program to the number of references that its syntax tree has.
        """
        self._highest += 1
        own = self._highest
        file = self._files.number(code.co_filename)
        variables = [(name, 0) for name in code.co_cellvars]
        variables += [(name, 1) for name in code.co_freevars]
        numbers = [wire.CODE, own, self._number(code.co_name)]
        numbers += (self._number("") if file is None else file, code.co_firstlineno, id(code))
        marks = (in_tree is not None) * wire.OF_PROGRAM
        if code.co_flags & PAUSES:
            marks |= wire.PAUSES
        numbers += (marks, namespace, len(variables))
        for name, is_free in variables:
            numbers += (self._number(name), is_free)
        constants = [
            (holder, constant, 0 if in_tree is None else in_tree.pop(constant, 0))
            for holder, constant in [*held_by(code), *held_constants(code.co_consts, set())]
        ]
        numbers.append(len(constants))
        for entry in constants:
            numbers += entry
        self.pending += numbers
        self._numbers[id(code)] = own, code.co_code  # not before: memory may be short until here
        for constant in code.co_consts:
            if type(constant) is CodeType:
                self.announce(constant, 0, in_tree)
        return own


def held_by(code: CodeType) -> list[tuple[int, int]]:
    """Return the code object's own references: its constants, and its names that have a count."""
    texts = (code.co_name, code.co_qualname, code.co_filename)
    counted = [id(text) for text in texts if getrefcount(text) < IMMORTAL]
    return [(id(code), address) for address in (id(code.co_consts), *counted)]


def held_constants(constants: Iterable[object], known: set[int]) -> list[tuple[int, int]]:
    """Return (holder, constant) addresses for each reference to a constant that has a count."""
    found: list[tuple[int, int]] = []
    if id(constants) in known:
        return found
    known.add(id(constants))
    for constant in constants:
        if getrefcount(constant) < IMMORTAL:
            found.append((id(constants), id(constant)))
        if type(constant) is tuple or type(constant) is frozenset:
            found += held_constants(constant, known)
    return found


def counts_in_tree(code: CodeType) -> dict[int, int]:
    """Map each constant of the program to its references from outside of code objects.

    Valid only before the program's first line.
    """
    held: dict[int, int] = {}
    known: set[int] = set()
    for container in containers_of(code.co_consts, known):
        for constant in container:
            held[id(constant)] = held.get(id(constant), 0) + 1
            for _, own in held_by(constant) if type(constant) is CodeType else ():
                held[own] = held.get(own, 0) + 1
    found: dict[int, int] = {}
    known.clear()
    constant = None
    for container in containers_of(code.co_consts, known):
        counts = [*map(getrefcount, container)]
        for constant, count in zip(container, counts, strict=True):
            address = id(constant)
            if count < IMMORTAL and address not in found and address not in known:
                more = count - (MAPPED - 1) - held[address]
                if more > 0 and type(constant) is not CodeType:
                    found[address] = more
        constant = None  # it may be in the next container too
    return found


def containers_of(container: Iterable[Any], known: set[int]) -> Iterator[Iterable[object]]:
    """Yield a tuple of constants, the containers in it, and those of nested code objects.

    While the caller has one, nothing here refers to its items.
    """
    if id(container) in known:
        return
    known.add(id(container))
    yield container
    for constant in container:
        if type(constant) is CodeType:
            yield from containers_of(constant.co_consts, known)
        elif type(constant) is tuple or type(constant) is frozenset:
            yield from containers_of(constant, known)
