"""Recognises exceptions of the program's signal handlers that occur inside the recorder."""

from __future__ import annotations

import struct
from opcode import opmap

from visualizer.recorder.files import OWN_CODE
from visualizer.recorder.objects.classes import HEAP_TYPE, exception_part, type_flags, type_mro

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

StructError = struct.error
"""The only exception raised by the recorder whose class is no static type."""
WITHOUT_ARGUMENTS = (MemoryError, StopIteration)
"""The exceptions that the interpreter raises in the recorder without arguments."""
_BEHIND_YIELD_FROM = 2
"""RESUME's argument inside ``yield from``: RESUME_AFTER_YIELD_FROM of
Include/internal/pycore_opcode_utils.h.
"""


def skip_entry_check(function: Any) -> Any:
    """Modify a function so that it can catch whatever a signal handler raises.

    RESUME at the start of a call runs signal handlers before any ``try``, except after ``yield
    from`` (Python/bytecodes.c). Handlers then run at the next call in the function.
    """
    code = function.__code__
    data = bytearray(code.co_code)
    data[2 * data[::2].index(opmap["RESUME"]) + 1] = _BEHIND_YIELD_FROM
    function.__code__ = code.replace(co_code=bytes(data))
    return function


def is_foreign_error(error: BaseException) -> bool:
    """Whether a signal handler, and not an error here, raised an exception in a callback.

    The handler's frame is the innermost; that of Ctrl+C is no Python function and has none. An
    exception that another thread has thrown (``PyThreadState_SetAsyncExc``) has none either: it is
    of the program's own class, of one that no error raises, or has no arguments, which errors here
    have.
    """
    traceback = innermost = error.__traceback__
    while traceback is not None:
        innermost, traceback = traceback, traceback.tb_next
    foreign = innermost is not None and not is_own(innermost)
    if foreign or (type_flags(type(error)) & HEAP_TYPE and type(error) is not StructError):
        return True
    if any(type(error) is one for one in WITHOUT_ARGUMENTS):
        return False
    is_error = any(base is Exception for base in type_mro(type(error)))
    return not (is_error and exception_part(error, "args"))


def cut_own_frames(error: BaseException) -> None:
    """Remove the recorder's frames from the traceback of a handler's exception."""
    traceback = exception_part(error, "__traceback__")
    if traceback is not None and traceback.tb_next is not None and is_own(traceback.tb_next):
        inner: TracebackType | None = traceback.tb_next
        while inner is not None and is_own(inner):
            inner = inner.tb_next
        traceback.tb_next = inner


def is_own(traceback: TracebackType) -> bool:
    """Whether a traceback entry belongs to the recorder's code."""
    return traceback.tb_frame.f_code.co_filename.startswith(OWN_CODE)
