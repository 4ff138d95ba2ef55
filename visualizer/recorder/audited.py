"""For a program that listens to audit events (PEP 578): look at it without raising any.

``id``, ``sys._getframe``, ``frame.f_code`` and ``gc.get_referents`` are audited. Where nobody can
be listening they are used, for nothing else is as fast. ``sys.addaudithook`` is called by its name,
so code that spells it is seen before it runs; from then on the recorder does without.
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


def silent_id(thing: object) -> int:
    """What ``id`` says: the hash of an object by its address is the address, turned by four bits.

    Python/pyhash.c, ``Py_HashPointer``.
    """
    turned = _hash(thing) & _WORD
    return (turned << 4 | turned >> 60) & _WORD


def spells_hook(code: CodeType) -> bool:
    """Whether a code object has the name of what adds a hook among its names or constants."""
    # A constant is not compared with text before it is known to be that: bytes would warn.
    texts = (one for one in code.co_consts if type(one) is str)
    return HOOK in code.co_names or HOOK in texts


class Silence:
    """Which code the frames run that are under way, and the frame of whoever calls.

    Frames go by their addresses, code by weak references: nothing is held. To be made while nobody
    listens yet.
    """

    def __init__(self) -> None:
        self._running: dict[int, ReferenceType[CodeType]] = {}
        self._lock = allocate_lock()
        self._own = self._callers()
        self._frame: FrameType = self._own.gi_frame  # type: ignore[attr-defined]
        own: Any = __builtins__
        # The recorder's modules have builtins of their own; those of the program stay.
        if type(own) is dict and own is not sys.modules["builtins"].__dict__:
            own["id"] = silent_id

    def _callers(self) -> Iterator[FrameType | None]:
        while True:
            yield self._frame.f_back

    def frame(self, depth: int = 0, /) -> FrameType:
        """``sys._getframe(depth)``, from the frame of a generator that runs while it is asked."""
        with self._lock:
            found: Any = next(self._own)
        for _ in range(depth + 1):
            found = found.f_back
        return found  # type: ignore[no-any-return]

    def begins(self, frame: FrameType, code: CodeType) -> None:
        """A frame starts or goes on; it runs this code."""
        self._running[id(frame)] = ReferenceType(code)

    def ends(self, frame: int) -> None:
        """The frame at an address has ended, or waits."""
        self._running.pop(frame, None)

    def code(self, frame: FrameType) -> CodeType | None:
        """The code that a frame of the program runs; None for a foreign frame."""
        found = self._running.get(id(frame))
        return None if found is None else found()
