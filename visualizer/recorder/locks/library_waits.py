"""Detects waits in the library's code: for a condition, a queue, the end of a thread.

The library's frames are identified by file and qualified name; the object waited for is the
``self`` of the outermost one, which the program has called.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

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


def library_wait(frame: FrameType | None, is_traced: Callable[[str], bool]) -> Wait | None:
    """Return what the thread with that innermost frame waits for; None if it does not wait."""
    if frame is None or frame.f_code.co_filename != _THREADING:
        return None
    innermost = frame.f_code.co_qualname
    if innermost not in ("Condition.wait", "Thread.join"):
        return None
    own = frame.f_locals
    condition = id(own.get("self")) if innermost == "Condition.wait" else 0
    patient = own.get("timeout") is None
    outer = frame
    while outer.f_back is not None and not is_traced(outer.f_back.f_code.co_filename):
        outer = outer.f_back
        if outer.f_code.co_filename not in _FILES:
            return None
    if outer.f_back is None or outer.f_code.co_qualname not in _CALLED:
        return None
    return id(outer.f_locals.get("self")), condition, patient
