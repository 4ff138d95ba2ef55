"""Finds the part in C, if this interpreter has it and it reads what is there.

It is good for the very version of CPython that it was built for: it reads what the interpreter
keeps where that version keeps it. That is tried here, once, on values and a frame of which all is
known.
"""

from __future__ import annotations

import gc
import sys
from _thread import _count as other_threads
from sys import getsizeof

from visualizer.recorder.contents import read_float, read_hash
from visualizer.recorder.operands import is_layout_known
from visualizer.recorder.texts import int_encoded, quoted_text, repr_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    type Sample = tuple[Any, Callable[[Any], Any], Callable[[Any], tuple[bytes, int]]]

_getframe, _get_count = sys._getframe, gc.get_count


def load() -> Any:
    """The module, or None where there is none, or none that is good for this interpreter."""
    if not is_layout_known():
        return None
    try:
        from visualizer.recorder.core import native  # type: ignore[attr-defined, unused-ignore]
    except ImportError:
        return None
    # The program would find one more of their classes than with the recorder in Python.
    native.__spec__ = native.__loader__ = None
    if native.built_for_ != sys.hexversion:
        return None
    return native if reads_what_is_there(native) else None


def reads_what_is_there(native: Any) -> bool:
    """Whether all that the core reads is as Python itself tells it."""
    return _reads_a_frame(object(), native) and all(
        native.look_at_value_(value) == (getsizeof(value), keep(value), text(value)[0])
        for value, keep, text in _samples()
    )


def _reads_a_frame(first: object, native: Any) -> bool:
    frame = _getframe()
    address, instruction, local, *rest = native.look_()
    known = (id(frame), id(first), [*_get_count()[1:], other_threads()])
    # Only the instructions of a few lines lie between the two questions.
    distance = frame.f_lasti - instruction
    del frame  # or it would hold itself, and be garbage for the program's collector
    return (address, local, rest) == known and 0 < distance < 256


def _samples() -> list[Sample]:
    numbers = (300, -1, 10**9, 2**30, -(2**30), 2**60, 2**63 - 1, -(2**63))
    reals = (0.5, -0.0, 1e300, 1.0, float("inf"), float("nan"))
    texts = ("", "a text of some length", 'with "double" quotes')
    found: list[Sample] = [(number, _same, int_encoded) for number in numbers]
    found += [(real, _bits, repr_text) for real in reals]
    found += [(text, _hash, quoted_text) for text in texts]
    return found


def _same(value: int) -> int:
    return value


def _bits(value: float) -> bytes:
    return read_float(value, [])


def _hash(value: str) -> int:
    return read_hash(value, [])
