"""What lies on the evaluation stacks of running frames: loops' iterators, values not yet used.

Python shows it of paused generators alone, so it is read where the interpreter itself keeps it
(Include/internal/pycore_frame.h), as the collector would read it. The interpreter notes how much
there is whenever the frame calls or is watched; where it has not, only what ``Heights`` is sure of
is read. It is read through pointers of ``_ctypes``, made once and set to one place after another:
that makes no container and raises no audit event.

Only where the layout is known, and has been found to be true at start, is anything read.
"""

from __future__ import annotations

import gc
import sys
from sys import getrefcount

from visualizer.recorder.builtin_types import (
    BuiltinFunctionType,
    CellType,
    CodeType,
    FrameType,
    FunctionType,
    MethodDescriptorType,
    ModuleType,
    TracebackType,
)
from visualizer.recorder.classes import HAVE_GC, IS_TYPE, type_flags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from visualizer.recorder.code_facts import CodeFacts
    from visualizer.recorder.heights import Heights
    from visualizer.recorder.plans import Reach

FRAME = 3
"""Where a frame object has the address of the frame itself; in words of eight bytes."""
OBJECT, TOP, LOCALS = 6, 8, 9
"""Where a frame has the address of its object, the height of its stack, and its variables."""
NOT_NOTED = 0xFFFFFFFF
MOST_WALKED = 1000
"""Items of what only a loop's iterator refers to, beyond which neither is looked at: a step takes
time for every item that is."""
_HEADER, _FRAME_OBJECT = 16, 136
_IMMORTAL = 1 << 31
_NOT_ENTERED = (
    *(FunctionType, CodeType, CellType, ModuleType, FrameType, TracebackType),
    *(MethodDescriptorType, type(int.__add__), type((0).__add__)),
)
"""What is no news on a stack: it is looked at where something else leads to it."""
_WALKED: tuple[Any, ...] = (
    *([], (), "", "é", b"", bytearray(), {}, {}.values(), {}.items(), set()),
)
_ITERATORS = {
    *(type(iter(one)) for one in _WALKED),
    *(type(reversed([])), type(reversed({})), type(reversed({}.values()))),
    *(type(reversed({}.items())), enumerate, zip, reversed, map, filter),
}
_SIZED = (list, tuple, dict, set, frozenset)

referents = gc.get_referents


class Operands:
    """Reads them. ``found`` has by the address of a frame the addresses of what lies on its stack,
    ``loops`` the addresses of the builtin iterators that a loop of a frame walks with.

    ``raised`` has by the address of a frame the instruction at which an exception came up in it:
    from then on until its next line things are taken off its stack, which nothing notes.

    ``is_known`` tells whether an object was known at the step before, by its address.
    """

    def __init__(self) -> None:
        self.found: dict[int, list[int]] = {}
        self.loops: set[int] = set()
        self.raised: dict[int, int] = {}
        self.is_known: Callable[[int], int] = self.loops.__contains__
        self._words: Any = None
        self._enters = True
        self._iterators = frozenset(map(id, _ITERATORS))
        self._not_entered = frozenset(map(id, _NOT_ENTERED))
        if is_layout_known():
            pointers = _pointers()
            self._words, self._things, self._counts = pointers[::2]
            self._at, self._thing_at, self._count_at = pointers[1::2]
            if not self._reads_what_is_there():
                self._words = None

    @property
    def is_layout_true(self) -> bool:
        """Whether anything is read at all."""
        return self._words is not None

    def be_silent(self) -> None:
        """Enter nothing any more: asking what an iterator walks is audited."""
        self._enters = False

    def begin(self) -> None:
        """Forget what was read at the step before."""
        self.found.clear()
        self.loops.clear()

    def read(
        self, frame: FrameType, facts: CodeFacts, key: int, reach: Reach, known: Reach | None
    ) -> bool:
        """Note what lies on the stack of a frame, and add it to ``reach``; False if nothing does.

        What cannot hold anything goes to ``known``: it is looked at where it is known already.
        ``key`` is twice the instruction at which the frame stands, and one more in a call.
        """
        if self._words is None:
            return False
        height = self.height(frame, facts.places)
        if height == 0:
            facts.bare.add(key)
        elif height is None:
            if self.raised.get(id(frame)) == key >> 1:
                return False
            height = facts.heights.sure(key >> 1)
        if height <= 0:
            return False
        # A comprehension of a module or a class has its variables where a function's are.
        hidden = 0 if facts.plumbing is None else facts.places
        found = self._take(range(-hidden, height), facts.heights, key >> 1, reach, known)
        if not found:
            return False
        self.found[id(frame)] = found
        return True

    def height(self, frame: FrameType, places: int) -> int | None:
        """How much lies on the stack of a frame with so many variables; None where not noted.

        The pointers point to it then. Below zero where the frame is over.
        """
        words, address = self._words, id(frame)
        self._at[0] = address
        self._at[0] = start = words[FRAME]
        if words[OBJECT] != address:
            return -1
        top: int = words[TOP] & NOT_NOTED
        self._at[0] = self._thing_at[0] = start + 8 * (LOCALS + places)
        return None if top == NOT_NOTED else top - places

    def _take(
        self, places: range, heights: Heights, instruction: int, reach: Reach, known: Reach | None
    ) -> list[int]:
        words, things = self._words, self._things
        iterators, unfinished = heights.iterators(instruction), heights.unfinished(instruction)
        found = []
        for place in places:
            address = words[place]
            if not address or self._is_dying(address):
                continue
            thing = things[place]
            if getrefcount(thing) > _IMMORTAL:
                continue
            found.append(address)
            kind = id(type(thing))
            if not self._enters or (place >= 0 and unfinished >> place & 1):
                continue
            if kind in self._iterators:
                if self.is_known(address) or not self._is_long(thing):
                    reach.append(thing)
                    if place >= 0 and iterators >> place & 1:
                        self.loops.add(address)
            elif kind not in self._not_entered and can_hold(thing):
                reach.append(thing)
            elif known is not None:
                known.append(thing)
        return found

    def _is_dying(self, address: int) -> bool:
        """Whether nothing refers to an object any more.

        A loop leaves its iterator where it was until that is gone, and a reference made to it
        meanwhile would make it go a second time.
        """
        self._count_at[0] = address
        return not self._counts[0]

    def _is_long(self, iterator: object) -> bool:
        """Whether an iterator walks something long that is not known already."""
        waiting = [iterator]
        for one in waiting:
            for held in referents(one):
                cls = type(held)
                if any(cls is sized for sized in _SIZED) and not self.is_known(id(held)):
                    if len(held) > MOST_WALKED:
                        return True
                    if cls is tuple:  # of the iterators that zip and map take from
                        waiting.append(held)
                elif id(cls) in self._iterators:
                    waiting.append(held)
        return False

    def _reads_what_is_there(self) -> bool:
        """Try it on a frame of which is known what lies on its stack."""
        frame: Any = sys._getframe()
        places = len(frame.f_code.co_varnames)
        marks = [[object()]]
        for mark in marks:
            found = (mark, self._two_things(frame, places))[1]
        del frame
        return len(found) == 2 and type(found[0]) is type(iter(marks)) and found[1] is marks[0]

    def _two_things(self, frame: FrameType, places: int) -> Reach:
        is_there = self.height(frame, places) == 2
        return [self._things[place] for place in range(2)] if is_there else []


def can_hold(thing: Any) -> bool:
    """Whether it is a container of some kind; not a class, nor a function of a module in C."""
    cls = type(thing)
    if type_flags(cls) & (HAVE_GC | IS_TYPE) != HAVE_GC:
        return False
    if cls is BuiltinFunctionType:
        own = thing.__self__
        return own is not None and type(own) is not ModuleType
    return True


def is_layout_known() -> bool:
    """Whether the interpreter is one whose frames lie in memory as these numbers say."""
    return (
        sys.implementation.name == "cpython"
        and sys.version_info[:2] == (3, 13)
        and sys.byteorder == "little"
        and sys.maxsize > 1 << 32
        # Neither without the lock nor with every object in a list.
        and object.__basicsize__ == _HEADER
        and FrameType.__basicsize__ == _FRAME_OBJECT
    )


def _pointers() -> tuple[Any, ...]:
    """Pointers to numbers, to objects and to counts, and behind each what sets where it points."""
    from _ctypes import _Pointer, _SimpleCData

    class Word(_SimpleCData):  # type: ignore[type-arg]
        _type_ = "Q"

    class Thing(_SimpleCData):  # type: ignore[type-arg]
        _type_ = "O"

    class Words(_Pointer):  # type: ignore[type-arg]
        _type_ = Word

    class Things(_Pointer):  # type: ignore[type-arg]
        _type_ = Thing

    words, things, counts = Words(), Things(), Words()
    at, thing_at, count_at = (
        memoryview(one).cast("B").cast("Q") for one in (words, things, counts)
    )
    return words, at, things, thing_at, counts, count_at
