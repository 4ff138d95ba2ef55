"""Reads generators, coroutines, and frames and tracebacks that are objects.

A frame's variables are read by name only if its own memory holds them: before 3.13.2 a frame that
outlived its generator returns whatever follows it in memory (CPython's issue 125723).
"""

from __future__ import annotations

from itertools import islice
from opcode import opmap
from types import AsyncGeneratorType, CodeType, CoroutineType, FrameType, GeneratorType

from visualizer.recorder import wire
from visualizer.recorder.frames.comprehensions import variables
from visualizer.recorder.objects import packing
from visualizer.recorder.objects.classes import avoiding_audit, referents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import TracebackType
    from typing import Any

    from visualizer.recorder.frames.variables import FrameView
    from visualizer.recorder.objects.plans import Worklist

    type Paused = tuple[FrameType | None, bool, bool, object]
    """The frame, whether it runs, whether it is suspended, and the object it awaits."""

_LONGEST_BITS = 14_000
"""Bits of an int that Python still converts to decimal."""
CREATED, SUSPENDED, RUNNING, CLOSED, AWAITED = range(len(wire.GENERATOR_STATES))
CLOSED_CONTENT = packing.pack((CLOSED, 0, 0))
_ATTRIBUTES = {
    GeneratorType: ("gi_frame", "gi_running", "gi_suspended", "gi_yieldfrom"),
    CoroutineType: ("cr_frame", "cr_running", "cr_suspended", "cr_await"),
    AsyncGeneratorType: ("ag_frame", "ag_running", "ag_suspended", "ag_await"),
}
CO_OPTIMIZED = 1
"""The flag of the code of functions (Include/cpython/code.h)."""
_MADE = opmap["RETURN_GENERATOR"]
"""A generator that has not started is at this instruction or just after it."""


class Suspended:
    """Reads these objects; ``namespaces`` are the addresses of the modules' dicts.

    ``file_number`` returns the number of a file of the program, None for any other.
    """

    def __init__(
        self,
        number: Callable[[str], int],
        file_number: Callable[[str], int | None],
        namespaces: set[int],
    ) -> None:
        self._number = number
        self._file_number = file_number
        self._namespaces = namespaces

    def read_paused(self, thing: object, worklist: Worklist) -> bytes:
        """Return state, line, awaited object, the variables, and all referents.

        The referent of a variable may be a cell. While an async generator is awaited its state is
        running, even if its frame is not.
        """
        frame, running, suspended, waits_for = paused(thing)
        if frame is None:
            return CLOSED_CONTENT
        state = SUSPENDED if suspended else CREATED
        if running:
            state = AWAITED if suspended else RUNNING
        every = _held(referents(thing))
        # Reading ``gi_frame`` created the frame object: it is scanned only if the program holds it.
        # While it runs, its variables and its stack, which follow its code, belong to that frame.
        own = every
        if state == RUNNING:
            kinds = [*map(type, every)]
            own = every[: kinds.index(CodeType) + 1] if CodeType in kinds else []
        worklist += [one for one in own if one is not None and one is not frame]
        names: list[str] = []
        values: list[object] = []
        if state != RUNNING:
            names, values = variables(frame)
        worklist += values
        awaits = 0 if waits_for is None else packing.MENTIONS | id(waits_for)
        named = packing.pairs(map(self._number, names), values, packing.MENTIONS)
        return packing.pack(
            (state, frame.f_lineno or 0, awaits, *named, packing.UNSENT, *packing.held(every))
        )

    def read_frame(self, frame: FrameType, worklist: Worklist) -> bytes:
        """Read a frame object; one of foreign code, possibly our own, is not entered.

        A function's frame holds its variables once it has ended; before, they are on the stack or
        in a generator. A class body may fill any mapping of the program.
        """
        code = frame.f_code
        file = self._file_number(code.co_filename)
        if file is None:
            return packing.pack((0, 0))
        found = [value for value in referents(frame) if id(value) not in self._namespaces]
        names: list[str] = []
        values: list[object] = []
        if code.co_flags & CO_OPTIMIZED and has_variables(found):
            names, values = variables(frame)
        found = [value for value in found if type(value) is not CodeType]
        named = ("co_name", code.co_name), ("co_filename", file)
        facts = *named, ("f_lineno", str(frame.f_lineno))
        return self.pack_structure(found, names, values, facts, worklist)

    def read_traceback(self, traceback: TracebackType, worklist: Worklist) -> bytes:
        """Return the frame, the line, the position of the instruction, and the next traceback."""
        found = referents(traceback)
        names = ["tb_frame" if type(value) is FrameType else "tb_next" for value in found]
        facts = [("tb_lineno", str(traceback.tb_lineno))]
        # Reading the code of a frame would raise an audit event.
        positions = () if avoiding_audit else traceback.tb_frame.f_code.co_positions()
        for position in islice(positions, traceback.tb_lasti // 2, traceback.tb_lasti // 2 + 1):
            line, end_line, column, end_column = position
            if column is None or end_column is None:
                break
            facts.append(("position", f"{line} {column} {end_line} {end_column}"))
        return self.pack_structure(found, names, found, facts, worklist)

    def read_range_iterator(self, iterator: Any, worklist: Worklist) -> bytes:
        """Return the remaining numbers: it has no range, only its position (``__reduce__``)."""
        kind: Any = type(iterator)
        left: range = kind.__reduce__(iterator)[1][0]
        if not left:
            return self.pack_structure([], (), [], (), worklist)
        named = ("next", left.start), ("stop", left.stop), ("step", left.step)
        facts = [(name, _decimal(number)) for name, number in named]
        return self.pack_structure([], (), [], facts, worklist)

    def pack_structure(
        self,
        found: list[Any],
        names: Iterable[str],
        values: list[Any],
        facts: Iterable[tuple[str, str | int]],
        worklist: Worklist,
    ) -> bytes:
        """Pack an object's referents, names of some of them, and facts as pairs of texts.

        A number is that of a text.
        """
        named = packing.pairs(map(self._number, names), values, packing.MENTIONS)
        told = [
            one if isinstance(one, int) else self._number(one) for fact in facts for one in fact
        ]
        worklist += found
        worklist += values
        return packing.pack((len(found), *packing.held(found), len(values), *named, *told))


def paused(thing: Any) -> Paused:
    """Return what a generator, a coroutine or an async generator is doing."""
    found: Any = [getattr(thing, name) for name in _ATTRIBUTES[type(thing)]]
    frame, running, suspended, waits_for = found
    # An async generator does not report that it runs while it is closed on destruction.
    running = running or (frame is not None and not suspended and has_begun(frame))
    return frame, running, suspended, waits_for


def _decimal(number: int) -> str:
    """Return a number as text; in hexadecimal beyond Python's limit for decimal."""
    return str(number) if number.bit_length() < _LONGEST_BITS else hex(number)


def _held(found: list[Any]) -> list[Any]:
    """Return a generator's referents without its name and qualified name."""
    # The finalizer of an async generator comes first.
    return found[2:] if type(found[0]) is str else [found[0], *found[3:]]


def closing(content: bytes, frames: Sequence[FrameView]) -> tuple[bytes, list[int]] | None:
    """Return the content and parts of a generator that the collector closes; None if unchanged.

    It is unreachable, but its frame is among the running ``frames`` or has ended.
    """
    state, line = packing.unpack(content)[:2]
    every = packing.marked(content, packing.HOLDS)
    if not every:
        return None
    for view in frames:
        if view.address == every[0]:
            if state == RUNNING:
                return None
            own = every[: every.index(view.code) + 1]
            parts = [number for one in own[1:] for number in (wire.PART_PAUSED, one, 0)]
            return packing.pack(
                (RUNNING, line, 0, packing.UNSENT, *(packing.HOLDS | one for one in own))
            ), parts
    return (CLOSED_CONTENT, []) if state == RUNNING else None


def has_begun(frame: FrameType) -> bool:
    """Whether the frame of a generator has passed the instruction that created it."""
    here = frame.f_lasti
    return _MADE not in frame.f_code.co_code[max(0, here - 2) : here + 1 : 2]


def has_variables(found: list[Any]) -> bool:
    """Whether a frame's memory holds its variables: they follow its code."""
    kinds = [type(value) for value in found]
    return CodeType in kinds and kinds.index(CodeType) < len(kinds) - 1
