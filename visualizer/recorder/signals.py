"""Signals of the program strike inside the recorder too: their errors are the program's."""

from __future__ import annotations

import struct
from opcode import opmap

from visualizer.recorder.classes import HEAP_TYPE, exception_part, type_flags, type_mro
from visualizer.recorder.files import OWN_CODE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

StructError = struct.error
"""The only exception of the recorder's own making whose class is no static type."""
_BEHIND_YIELD_FROM = 2
"""What RESUME says where a generator goes on inside ``yield from``, RESUME_AFTER_YIELD_FROM of
Include/internal/pycore_opcode_utils.h."""


def entered_without_a_look(function: Any) -> Any:
    """A function, changed so that what it catches includes what a signal's handler raises.

    RESUME, where a call begins, looks at signals before any ``try`` can be entered; but not behind
    ``yield from`` (Python/bytecodes.c). The next look is at a call in the function.
    """
    code = function.__code__
    data = bytearray(code.co_code)
    data[2 * data[::2].index(opmap["RESUME"]) + 1] = _BEHIND_YIELD_FROM
    function.__code__ = code.replace(co_code=bytes(data))
    return function


def is_from_elsewhere(error: BaseException) -> bool:
    """Whether an exception in a callback was raised by a signal's handler and not by a fault here.

    The handler's frame is the innermost; that of Ctrl+C is no Python function and has none. Nor
    has what another thread has thrown into this one (``PyThreadState_SetAsyncExc``): that is an
    exception of the program's own, or one of those that no fault raises.
    """
    traceback = innermost = error.__traceback__
    while traceback is not None:
        innermost, traceback = traceback, traceback.tb_next
    foreign = innermost is not None and not is_own(innermost)
    if foreign or (type_flags(type(error)) & HEAP_TYPE and type(error) is not StructError):
        return True
    return not any(base is Exception for base in type_mro(type(error)))


def cut_own_frames(error: BaseException) -> None:
    """Take the recorder's frames out of the traceback of what a handler raised into them."""
    traceback = exception_part(error, "__traceback__")
    if traceback is not None and traceback.tb_next is not None and is_own(traceback.tb_next):
        inner: TracebackType | None = traceback.tb_next
        while inner is not None and is_own(inner):
            inner = inner.tb_next
        traceback.tb_next = inner


def is_own(traceback: TracebackType) -> bool:
    """Whether an entry of a traceback is of the recorder's own code."""
    return traceback.tb_frame.f_code.co_filename.startswith(OWN_CODE)
