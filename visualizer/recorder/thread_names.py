"""What ``threading`` knows of a thread, read without running anything of it."""

from __future__ import annotations

import sys

from visualizer.recorder.classes import class_attribute

_modules = sys.modules


def thread_name(ident: int) -> tuple[str, object] | None:
    """The name that ``threading`` keeps for a thread, and its native id; None: it has none."""
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
