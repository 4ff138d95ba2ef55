"""Detects waits in the library's code: for a condition, a queue, the end of a thread.

The library's frames are identified by file and qualified name; the object waited for is the
``self`` of the outermost one, which the program has called.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType

    type Wait = tuple[int, int, bool]
    """The address of the object waited for, that of the condition used or 0, and whether the wait
    has no timeout.
    """

_FOLDER = os.path.dirname(os.__file__)
_THREADING = os.path.join(_FOLDER, "threading.py")
_FILES = (_THREADING, os.path.join(_FOLDER, "queue.py"))
_CALLED = frozenset(
    (
        *("Condition.wait", "Condition.wait_for", "Event.wait", "Semaphore.acquire"),
        *("Barrier.wait", "Thread.join", "Queue.get", "Queue.put", "Queue.join"),
    )
)


_INNERMOST = ("Condition.wait", "Thread.join")
_IN_LIBRARY, _CALLED_FIRST, _WAITS, _OF_CONDITION = 1, 2, 4, 8
"""The roles of a function in waits, as in engine.h."""


def role_in_waits(code: CodeType) -> int:
    """Return the roles of a function: a bit each."""
    if code.co_filename not in _FILES:
        return 0
    name = code.co_qualname
    is_innermost = code.co_filename == _THREADING and name in _INNERMOST
    return (
        _IN_LIBRARY
        | (name in _CALLED) * _CALLED_FIRST
        | is_innermost * _WAITS
        | (is_innermost and name == "Condition.wait") * _OF_CONDITION
    )


def library_wait(frame: FrameType | None, is_traced: Callable[[str], bool]) -> Wait | None:
    """Return what the thread with that innermost frame waits for; None if it does not wait."""
    role = 0 if frame is None else role_in_waits(frame.f_code)
    if frame is None or not role & _WAITS:
        return None
    own = frame.f_locals
    condition = id(own.get("self")) if role & _OF_CONDITION else 0
    patient = own.get("timeout") is None
    outer = frame
    while outer.f_back is not None and not is_traced(outer.f_back.f_code.co_filename):
        outer = outer.f_back
        role = role_in_waits(outer.f_code)
        if not role:
            return None
    if outer.f_back is None or not role & _CALLED_FIRST:
        return None
    return id(outer.f_locals.get("self")), condition, patient
