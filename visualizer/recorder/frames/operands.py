"""Reads the evaluation stacks of running frames: loop iterators and pending operands.

Python exposes them for paused generators only, so they are read from the interpreter's memory
(``versions``), as the collector's traversal does. The interpreter stores the stack depth whenever
the frame makes a call or is monitored; otherwise only the items that ``StackHeights`` guarantees
are read. Reading uses pointers of ``_ctypes``, created once and set to one address after another,
which raises no audit event. From 3.14 on a stack slot, or a variable that was an argument, may hold
a borrowed reference, which is counted elsewhere.

Nothing is read unless the memory layout is known and a test at start has confirmed it.
"""

from __future__ import annotations

import sys
from sys import getrefcount
from types import (
    BuiltinFunctionType,
    CellType,
    CodeType,
    FrameType,
    FunctionType,
    MethodDescriptorType,
    ModuleType,
    TracebackType,
)

from visualizer.recorder.objects.classes import (
    HAVE_GC,
    IS_TYPE,
    avoiding_audit,
    referents,
    type_flags,
)
from visualizer.recorder.versions import (
    COUNT,
    DEPTH_IS_NOTED,
    LENT,
    LOCALS_AT,
    MAY_BORROW,
    NO_OBJECT,
    knows_frames,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from visualizer.recorder.code.code_info import CodeInfo
    from visualizer.recorder.objects.plans import Worklist

FRAME = 3
"""Index of the pointer to the interpreter frame in a frame object; in words of eight bytes."""
OBJECT, TOP = 6, 8
"""Indexes of the pointer to the frame object, and of the stack depth, in an interpreter frame."""
NOT_NOTED = 0xFFFFFFFF
MAX_ITEMS = 1000
"""Neither an iterator nor its container is read if the container has more items and only the
iterator refers to it: a step takes time for every item read.
"""
_IMMORTAL = 1 << 31
_NOT_ENTERED = (
    *(FunctionType, CodeType, CellType, ModuleType, FrameType, TracebackType),
    *(MethodDescriptorType, type(int.__add__), type((0).__add__)),
)
"""Types that are scanned only if another reference leads to them."""
_SAMPLES: tuple[Any, ...] = (
    *([], (), "", "é", b"", bytearray(), {}, {}.values(), {}.items(), set()),
)
_ITERATORS = {
    *(type(iter(one)) for one in _SAMPLES),
    *(type(reversed([])), type(reversed({})), type(reversed({}.values()))),
    *(type(reversed({}.items())), enumerate, zip, reversed, map, filter),
}
_SIZED = (list, tuple, dict, set, frozenset)


class Operands:
    """Reads the operands of frames.

    ``found`` maps a frame's address to the addresses on its stack, ``borrowed`` to the names of
    its variables with borrowed references. ``raised`` maps it to the instruction at which an
    exception arrived: from then on until the frame continues, items are popped without a stored
    depth.

    ``is_known`` tells whether an object was known at the last step, by its address.
    """

    def __init__(self) -> None:
        self.found: dict[int, list[int]] = {}
        self.borrowed: dict[int, frozenset[int]] = {}
        self.raised: dict[int, int] = {}
        self.is_known: Callable[[int], bool] = self.borrowed.__contains__
        self._words: Any = None
        self._iterators = frozenset(map(id, _ITERATORS))
        self._not_entered = frozenset(map(id, _NOT_ENTERED))
        if knows_frames(FrameType):
            pointers = _pointers()
            self._words, self._counts, self._thing = pointers[::2]
            self._at, self._count_at, self._address = pointers[1::2]
            if not self._test_layout():
                self._words = None

    @property
    def knows_borrowed(self) -> bool:
        """Whether it is known which references are borrowed."""
        return not MAY_BORROW or self._words is not None

    def is_borrowed(self, value: int, frame: int) -> bool:
        """Whether the stack only borrows the value, given by address, that a frame returns."""
        return MAY_BORROW and value not in self.found.get(frame, ())

    def begin(self) -> None:
        """Forget the operands of the last step."""
        self.found.clear()
        self.borrowed.clear()

    def read(
        self,
        frame: FrameType,
        info: CodeInfo,
        instruction: int,
        worklist: Worklist,
        known: Worklist,
    ) -> None:
        """Store the operands of a frame at an instruction, and add them to ``worklist``.

        Those that cannot refer to anything go to ``known``: they are scanned only if already known.
        """
        if self._words is None:
            return
        if self.raised and self.raised.get(id(frame), instruction) != instruction:
            del self.raised[id(frame)]
        places = len(info.places)
        height = self.height(frame, places)
        if height is None:
            if self.raised.get(id(frame)) == instruction:
                return
            height = info.heights.guaranteed(instruction)
        if height < 0:
            return
        if MAY_BORROW and info.implicit_names is None:
            self._store_borrowed(frame, info.places)
        # A class has cells in the places of fast locals, and so has a comprehension.
        first = 0 if info.implicit_names is None else -places
        found = self._read_items(range(first, height), info, instruction, worklist, known)
        if found:
            self.found[id(frame)] = found

    def results(self, frame: FrameType, info: CodeInfo, instruction: int) -> dict[str, object]:
        """Return the results that comprehensions of a frame are filling, by their labels."""
        labels = info.heights.unfinished(instruction)
        if not labels or self._words is None or self.raised.get(id(frame)) == instruction:
            return {}
        height = self.height(frame, len(info.places))
        if height is not None and height <= max(labels):
            return {}
        found = {}
        for place, label in labels.items():
            self._address[0] = self._words[place]
            found[label] = self._thing[0]
        return found

    def words(self, address: int, count: int) -> Sequence[int]:
        """Return ``count`` words at an address; none if memory is not read."""
        if self._words is None:
            return ()
        self._count_at[0] = address
        return [self._counts[place] for place in range(count)]

    def height(self, frame: FrameType, places: int) -> int | None:
        """Return a frame's stack depth, given its number of variables; None if not stored.

        Points the pointers to the frame. The depth is negative if the frame has ended.
        """
        words, address = self._words, id(frame)
        self._at[0] = address
        self._at[0] = start = words[FRAME]
        if words[OBJECT] != address:
            return -1
        top: int = words[TOP]
        self._at[0] = stack = start + 8 * (LOCALS_AT + places)
        if DEPTH_IS_NOTED:
            return (top - stack) // 8  # type: ignore[no-any-return]
        return None if top & NOT_NOTED == NOT_NOTED else (top & NOT_NOTED) - places

    def borrowed_in(self, frame: FrameType) -> list[int]:
        """Return the addresses of borrowed references on the stack of a paused frame."""
        words = self._words
        if not MAY_BORROW or words is None or self.height(frame, 0) is None:
            return []
        found = []
        for place in range(self.height(frame, 0) or 0):
            word = words[place]
            if word & (LENT | NO_OBJECT) == LENT and word != LENT:
                found.append(word - LENT)
        return found

    def _store_borrowed(self, frame: FrameType, names: Sequence[int]) -> None:
        """Store which of a frame's variables with mortal values are borrowed."""
        words, n = self._words, len(names)
        borrowed = [
            names[place]
            for place in range(n)
            if (word := words[place - n]) & (LENT | NO_OBJECT) == LENT
            and word != LENT
            and self._count(word - LENT) < _IMMORTAL
        ]
        self.borrowed[id(frame)] = frozenset(borrowed)

    def _read_items(
        self,
        places: range,
        info: CodeInfo,
        instruction: int,
        worklist: Worklist,
        known: Worklist,
    ) -> list[int]:
        words, thing_at, address_at = self._words, self._thing, self._address
        heights, variables = info.heights, info.inner.values()
        iterators, results = heights.iterators(instruction), heights.unfinished(instruction)
        found = []
        for place in places:
            address = words[place]
            # A dying object has no count. A loop leaves its iterator in its slot while destroying
            # it, and a reference created meanwhile would destroy it a second time.
            if not address or address & (LENT | NO_OBJECT) or not self._count(address):
                continue
            address_at[0] = address
            thing = thing_at[0]
            if getrefcount(thing) > _IMMORTAL:
                continue
            if place in results or (
                place < 0 and place in variables and type(thing) is not CellType
            ):
                continue
            found.append(address)
            kind = id(type(thing))
            if avoiding_audit:  # asking an iterator for its container raises audit events
                continue
            walks = place >= 0 and iterators >> place & 1
            if kind in self._iterators:
                if self.is_known(address) or not self._is_long(thing):
                    worklist.append(thing)
            elif walks and not self.is_known(address) and is_long(thing):
                continue
            elif kind not in self._not_entered and can_hold(thing):
                worklist.append(thing)
            else:
                known.append(thing)
        return found

    def _count(self, address: int) -> int:
        """Return the count of the object at an address."""
        self._count_at[0] = address
        return self._counts[0] & COUNT  # type: ignore[no-any-return]

    def _is_long(self, iterator: object) -> bool:
        """Whether an iterator has a long container that is not known yet."""
        waiting = [iterator]
        for one in waiting:
            for held in referents(one):
                cls = type(held)
                if any(cls is sized for sized in _SIZED) and not self.is_known(id(held)):
                    if is_long(held):
                        return True
                    if cls is tuple:  # of the iterators used by zip and map
                        waiting.append(held)
                elif id(cls) in self._iterators:
                    waiting.append(held)
        return False

    def _test_layout(self) -> bool:
        """Test the layout on a frame whose stack is known."""
        frame: Any = sys._getframe()
        places = len(frame.f_code.co_varnames)
        marks = {object(): object()}
        for mark in marks.values():
            found = ([mark], self._things(frame, places))[1]
        del frame
        walker, *_, pair = found or (None, None)
        if self._is_borrowed(marks) != MAY_BORROW:
            return False
        return type(walker) is type(iter(marks.values())) and pair == [*marks.values()]

    def _is_borrowed(self, thing: object) -> bool:
        """Whether this variable is borrowed; ``thing`` must be a variable of the caller, too."""
        frame = sys._getframe()
        names = frame.f_code.co_varnames
        self.height(frame, len(names))
        del frame  # otherwise it would refer to itself
        word = self._words[names.index("thing") - len(names)]
        return word == id(thing) | LENT  # type: ignore[no-any-return]

    def _things(self, frame: FrameType, places: int) -> Worklist:
        height = self.height(frame, places)
        words = [self._words[place] for place in range(height or 0)]
        found = []
        for word in words:
            if word & ~LENT and not word & NO_OBJECT:
                self._address[0] = word & ~LENT
                found.append(self._thing[0])
        return found


def can_hold(thing: Any) -> bool:
    """Whether it may hold references; False for classes and functions of modules in C."""
    cls = type(thing)
    if type_flags(cls) & (HAVE_GC | IS_TYPE) != HAVE_GC:
        return False
    if cls is BuiltinFunctionType:
        own = thing.__self__
        return own is not None and type(own) is not ModuleType
    return True


def is_long(thing: Any) -> bool:
    """Whether a container has so many items that each step would take long."""
    return any(type(thing) is sized for sized in _SIZED) and len(thing) > MAX_ITEMS


def _pointers() -> tuple[Any, ...]:
    """Return two pointers to numbers, and one to the object whose address is in a number.

    Each is followed by the memory that sets its target.
    """
    from _ctypes import _Pointer, _SimpleCData, addressof

    class Word(_SimpleCData):  # type: ignore[type-arg]
        _type_ = "Q"

    class Thing(_SimpleCData):  # type: ignore[type-arg]
        _type_ = "O"

    class Words(_Pointer):  # type: ignore[type-arg]
        _type_ = Word

    class Things(_Pointer):  # type: ignore[type-arg]
        _type_ = Thing

    words, counts, things, address = Words(), Words(), Things(), Word()
    _bytes_of(things)[0] = addressof(address)
    return words, _bytes_of(words), counts, _bytes_of(counts), things, _bytes_of(address)


def _bytes_of(thing: Any) -> memoryview[int]:
    return memoryview(thing).cast("B").cast("Q")
