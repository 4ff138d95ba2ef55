"""The threads of this interpreter: what they are called, and where they are."""

from __future__ import annotations

import sys

from visualizer.recorder.classes import class_attribute

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

_modules = sys.modules
_current_frames = sys._current_frames
_others: list[bool] = []
"""Not empty once the program has had the module that makes interpreters."""


def thread_name(ident: int) -> tuple[str, object] | None:
    """The name that ``threading`` keeps for a thread, and its native id; None: it has none.

    Nothing of the program runs for that.
    """
    threading = _modules.get("threading")
    active = None if threading is None else vars(threading).get("_active")
    thread = active.get(ident) if type(active) is dict else None
    cls = type(thread)
    # A class of the program may have made properties of them.
    if thread is None or class_attribute(cls, "_name") or class_attribute(cls, "_native_id"):
        return None
    try:
        name = object.__getattribute__(thread, "_name")
        native = object.__getattribute__(thread, "_native_id")
    except AttributeError:
        return None
    return (name, native) if type(name) is str else None


def is_waited_for(ident: int) -> bool:
    """Whether the interpreter waits for the end of a thread before its own.

    Not for daemon threads and those that ``threading`` knows nothing of. Nothing of the program
    runs for that.
    """
    threading = _modules.get("threading")
    active = None if threading is None else vars(threading).get("_active")
    thread = active.get(ident) if type(active) is dict else None
    if thread is None or class_attribute(type(thread), "_daemonic"):
        return False
    try:
        return object.__getattribute__(thread, "_daemonic") is False
    except AttributeError:
        return False


def innermost_frames() -> dict[int, FrameType]:
    """The frame that each thread runs, by ident; none where there may be other interpreters.

    Those of every interpreter would be made into objects, in memory of this one, which frees them
    where they are not its own: an abort (3.13: ``_PyThread_CurrentFrames`` of Python/pystate.c).
    Asking how many there are would not do: another thread may be making one at this moment
    (PEP 734), and the program may have taken the module out of ``sys.modules`` again.
    """
    if not _others and "_interpreters" in _modules:
        _others.append(True)
    return {} if _others else _current_frames()
