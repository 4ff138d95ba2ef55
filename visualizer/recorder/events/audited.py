"""Observes a program that listens to audit events (PEP 578) without raising any.

``id``, ``sys._getframe``, ``frame.f_code`` and ``gc.get_referents`` raise audit events. The
recorder uses them while the program cannot be listening, because nothing else is as fast.
``sys.addaudithook`` is called by its name, so the recorder sees code that spells it before it runs,
and then does without them.
"""

from __future__ import annotations

import sys
from _thread import allocate_lock
from _weakref import ReferenceType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, FrameType
    from typing import Any

HOOK = "addaudithook"
_hash = object.__hash__
_WORD = (1 << 64) - 1


def unaudited_id(thing: object) -> int:
    """Return what ``id`` returns: an object's default hash is its address, rotated by four bits.

    Python/pyhash.c, ``Py_HashPointer``.
    """
    turned = _hash(thing) & _WORD
    return (turned << 4 | turned >> 60) & _WORD


def names_audit_hook(code: CodeType) -> bool:
    """Whether a code object has the name ``addaudithook`` among its names or constants."""
    # Checks the type first: comparing bytes with text would warn.
    texts = (one for one in code.co_consts if type(one) is str)
    return HOOK in code.co_names or HOOK in texts


class UnauditedFrames:
    """Knows the code of running frames, and the caller's frame, without audit events.

    Frames are identified by address, code by weak references, so that nothing is kept alive. Create
    it before the program listens.
    """

    def __init__(self) -> None:
        self._running: dict[int, ReferenceType[CodeType]] = {}
        self._lock = allocate_lock()
        self._own = self._callers()
        self._frame: FrameType = self._own.gi_frame  # type: ignore[attr-defined]
        own: Any = __builtins__
        # The recorder's modules have their own builtins; those of the program stay unchanged.
        if type(own) is dict and own is not sys.modules["builtins"].__dict__:
            own["id"] = unaudited_id

    def _callers(self) -> Iterator[FrameType | None]:
        while True:
            yield self._frame.f_back

    def frame(self, depth: int = 0, /) -> FrameType:
        """``sys._getframe(depth)``, by a generator's frame, whose caller is ours while it runs."""
        with self._lock:
            found: Any = next(self._own)
        for _ in range(depth + 1):
            found = found.f_back
        return found  # type: ignore[no-any-return]

    def frame_started(self, frame: FrameType, code: CodeType) -> None:
        """Note that a frame starts or resumes, and its code."""
        self._running[id(frame)] = ReferenceType(code)

    def frame_ended(self, frame: int) -> None:
        """Note that the frame at an address has ended or is suspended."""
        self._running.pop(frame, None)

    def code(self, frame: FrameType) -> CodeType | None:
        """Return the code of a frame of the program; None for a foreign frame."""
        found = self._running.get(id(frame))
        return None if found is None else found()
