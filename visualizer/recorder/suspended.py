"""What generators, coroutines, and frames and tracebacks that are kept hold.

A frame's variables are asked for by name only where its own memory holds them: before 3.13.2 a
frame that has outlived its generator gives whatever stands behind it (CPython's issue 125723).
"""

from __future__ import annotations

import gc
from opcode import opmap
from types import CodeType, FrameType

from visualizer.recorder import wire
from visualizer.recorder.comprehensions import variables
from visualizer.recorder.packing import pack, unpack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import AsyncGeneratorType, CoroutineType, GeneratorType, TracebackType
    from typing import Any

    from visualizer.recorder.layouts import Layouts
    from visualizer.recorder.plans import Reach
    from visualizer.recorder.stacks import Walked

    type Paused = tuple[FrameType | None, bool, bool, object]
    """The frame, whether it runs, whether it is suspended, and what it waits for."""

referents = gc.get_referents
_LONGEST_BITS = 14_000
"""Of a number that Python writes by itself in decimal."""
CREATED, SUSPENDED, RUNNING, CLOSED, AWAITED = range(len(wire.GENERATOR_STATES))
CO_OPTIMIZED = 1
"""The flag of the code of functions (Include/cpython/code.h)."""
_MADE = opmap["RETURN_GENERATOR"]
"""A generator that has not begun stands there, or right behind it."""


class Suspended:
    """Reads them; ``namespaces`` are the addresses of the modules' dicts."""

    def __init__(
        self, layouts: Layouts, is_traced: Callable[[str], bool], namespaces: set[int]
    ) -> None:
        self._number = layouts.number
        self._layout = layouts.layout
        self._is_traced = is_traced
        self._namespaces = namespaces

    def read_generator(self, thing: GeneratorType[Any, Any, Any], reach: Reach) -> bytes:
        """State, line, what it waits for, all that it holds, and what its variables refer to.

        A variable may be in a cell: then that is what it holds.
        """
        paused = (thing.gi_frame, thing.gi_running, thing.gi_suspended, thing.gi_yieldfrom)
        return self._read(thing, paused, reach)

    def read_coroutine(self, thing: CoroutineType[Any, Any, Any], reach: Reach) -> bytes:
        """The same."""
        paused = (thing.cr_frame, thing.cr_running, thing.cr_suspended, thing.cr_await)
        return self._read(thing, paused, reach)

    def read_async_generator(self, thing: AsyncGeneratorType[Any, Any], reach: Reach) -> bytes:
        """The same. While somebody waits for it, it is running, also where its frame is not.

        One that is closed because it goes does not say that it runs.
        """
        frame, suspended = thing.ag_frame, thing.ag_suspended
        running = thing.ag_running or (frame is not None and not suspended and has_begun(frame))
        return self._read(thing, (frame, running, suspended, thing.ag_await), reach)

    def _read(self, thing: object, paused: Paused, reach: Reach) -> bytes:
        frame, running, suspended, waits_for = paused
        if frame is None:
            return pack((CLOSED, 0, 0, 0, 0))
        state = SUSPENDED if suspended else CREATED
        if running:
            state = AWAITED if suspended else RUNNING
        held = _held(referents(thing))
        # Asking for the frame has made its object: it is looked at where the program has it. While
        # it runs, its variables and its stack, which come behind its code, are those of that frame.
        own = held
        if state == RUNNING:
            kinds = [*map(type, held)]
            own = held[: kinds.index(CodeType) + 1] if CodeType in kinds else []
        reach += [one for one in own if one is not None and one is not frame]
        values: list[object] = []
        layout = 0
        if state != RUNNING:
            names, values = variables(frame)
            layout = self._layout((*map(self._number, names),))
        reach += values
        awaits = 0 if waits_for is None else id(waits_for)
        numbers = (state, frame.f_lineno or 0, layout, awaits, len(held))
        return pack((*numbers, *map(id, held), *map(id, values)))

    def read_frame(self, frame: FrameType, reach: Reach) -> bytes:
        """A frame that is kept; one of foreign code, perhaps the recorder's own, is not entered.

        That of a function has variables of its own once it has ended; before, they are on the
        stack or in a generator. What a class body fills may be a mapping of the program's.
        """
        code = frame.f_code
        if not self._is_traced(code.co_filename):
            return pack((0, self._layout(()), 0))
        found = [value for value in referents(frame) if id(value) not in self._namespaces]
        names: list[str] = []
        values: list[object] = []
        if code.co_flags & CO_OPTIMIZED and has_variables(found):
            names, values = variables(frame)
        found = [value for value in found if type(value) is not CodeType]
        facts = (("co_name", code.co_name), ("f_lineno", str(frame.f_lineno)))
        return self.pack_structure(found, names, values, facts, reach)

    def read_traceback(self, traceback: TracebackType, reach: Reach) -> bytes:
        """The frame it keeps alive, the line, and the next."""
        found = referents(traceback)
        names = ["tb_frame" if type(value) is FrameType else "tb_next" for value in found]
        return self.pack_structure(
            found, names, found, (("tb_lineno", str(traceback.tb_lineno)),), reach
        )

    def read_range_iterator(self, iterator: Any, reach: Reach) -> bytes:
        """The numbers that are left: it keeps no range, only where it is (``__reduce__``)."""
        kind: Any = type(iterator)
        left: range = kind.__reduce__(iterator)[1][0]
        if not left:
            return self.pack_structure([], (), [], (), reach)
        told = ("next", left.start), ("stop", left.stop), ("step", left.step)
        facts = [(name, _written(number)) for name, number in told]
        return self.pack_structure([], (), [], facts, reach)

    def pack_structure(
        self,
        found: list[Any],
        names: Iterable[str],
        values: list[Any],
        facts: Iterable[tuple[str, str]],
        reach: Reach,
    ) -> bytes:
        """What an object refers to, what of that has names, and facts as pairs of texts."""
        layout = self._layout((*map(self._number, names),))
        told = [self._number(text) for fact in facts for text in fact]
        reach += found
        reach += values
        return pack((len(found), layout, len(told), *told, *map(id, found), *map(id, values)))


def _written(number: int) -> str:
    """A number as text; one that is longer than Python writes by itself, in hexadecimal."""
    return str(number) if number.bit_length() < _LONGEST_BITS else hex(number)


def _held(found: list[Any]) -> list[Any]:
    """What a generator refers to, less its name and its qualified name."""
    # The finalizer of an async generator comes first.
    return found[2:] if type(found[0]) is str else [found[0], *found[3:]]


def closing(content: bytes, frames: Sequence[Walked]) -> tuple[bytes, list[int]] | None:
    """What a generator holds that the collector closes, and its parts; None where that is known.

    Nobody can reach it meanwhile, but its frame is among the ``frames`` that run, or has ended.
    """
    numbers = unpack(content)
    held = numbers[5 : 5 + numbers[4]]
    if not held:
        return None
    for frame, code, *_ in frames:
        if frame == held[0]:
            if numbers[0] == RUNNING:
                return None
            own = held[1 : held.index(code) + 1]
            parts = [number for one in own for number in (wire.PART_PAUSED, one, 0)]
            return pack((RUNNING, numbers[1], 0, 0, len(own) + 1, frame, *own)), parts
    return (pack((CLOSED, 0, 0, 0, 0)), []) if numbers[0] == RUNNING else None


def has_begun(frame: FrameType) -> bool:
    """Whether the frame of a generator has gone on from where it was made."""
    here = frame.f_lasti
    return _MADE not in frame.f_code.co_code[max(0, here - 2) : here + 1 : 2]


def has_variables(found: list[Any]) -> bool:
    """Whether a frame's memory holds its variables: they come behind its code."""
    kinds = [type(value) for value in found]
    return CodeType in kinds and kinds.index(CodeType) < len(kinds) - 1
