"""Signals of the program strike inside the recorder too: their errors are the program's."""

from __future__ import annotations

from visualizer.recorder.classes import exception_part, type_mro
from visualizer.recorder.files import OWN_CODE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.recorder.builtin_types import TracebackType


def is_from_elsewhere(error: BaseException) -> bool:
    """Whether an exception in a callback was raised by a signal's handler and not by a fault here.

    The handler's frame is the innermost; that of Ctrl+C is no Python function and has none.
    """
    traceback = innermost = error.__traceback__
    while traceback is not None:
        innermost, traceback = traceback, traceback.tb_next
    foreign = innermost is not None and not is_own(innermost)
    return foreign or any(base is KeyboardInterrupt for base in type_mro(type(error)))


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
