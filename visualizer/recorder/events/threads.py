"""Names and frames of this interpreter's threads."""

from __future__ import annotations

import sys

from visualizer.recorder.objects.classes import class_attribute

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

_modules = sys.modules
_current_frames = sys._current_frames
_others: list[bool] = []
"""Not empty once the program has imported the module that creates interpreters."""


def _active() -> dict[int, object]:
    """Return the threads that ``threading`` knows, by ident."""
    threading = _modules.get("threading")
    active = None if threading is None else vars(threading).get("_active")
    return active if type(active) is dict else {}


def thread_idents() -> list[int]:
    """Return the idents of the threads that ``threading`` knows."""
    return [*_active()]


def thread_name(ident: int) -> tuple[str, object] | None:
    """Return a thread's name in ``threading`` and its native id; None if it has none.

    Runs no code of the program.
    """
    thread = _active().get(ident)
    cls = type(thread)
    # A class of the program may define properties of these names.
    if thread is None or class_attribute(cls, "_name") or class_attribute(cls, "_native_id"):
        return None
    try:
        name = object.__getattribute__(thread, "_name")
        native = object.__getattribute__(thread, "_native_id")
    except AttributeError:
        return None
    return (name, native) if type(name) is str else None


def is_joined_at_exit(ident: int) -> bool:
    """Whether the interpreter waits at exit for the thread's end.

    False for daemon threads and threads unknown to ``threading``. Runs no code of the program.
    """
    thread = _active().get(ident)
    if thread is None or class_attribute(type(thread), "_daemonic"):
        return False
    try:
        return object.__getattribute__(thread, "_daemonic") is False
    except AttributeError:
        return False


def innermost_frames() -> dict[int, FrameType]:
    """Return each thread's innermost frame by ident; none if there may be other interpreters.

    Otherwise frame objects of every interpreter would be created in this one's memory and freed by
    another: an abort (3.13: ``_PyThread_CurrentFrames`` of Python/pystate.c). Counting the
    interpreters is not enough: another thread may be creating one at this moment (PEP 734), and the
    program may have removed the module from ``sys.modules``.
    """
    if not _others and "_interpreters" in _modules:
        _others.append(True)
    return {} if _others else _current_frames()
