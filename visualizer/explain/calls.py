"""A call in a line: what it was given, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from visualizer.explain.naming import LONGEST_VALUE, cut, kind_of
from visualizer.explain.written import written
from visualizer.model import Event, Frame, FrameKind, HeapObject, Instance, Step

type Heap = Mapping[int, HeapObject]


class Ending(Enum):
    """How a call left the stack at its last step."""

    RETURNED = "returned"
    YIELDED = "yielded"
    RAISED = "raised"
    NONE = "none"
    """It has not: the recording ends there, or it is no function's."""


_ENDINGS = {
    Event.RETURN: Ending.RETURNED,
    Event.YIELD: Ending.YIELDED,
    Event.EXCEPTION: Ending.RAISED,
}


def arguments_of(frame: Frame, step: Step, heap: Heap) -> str:
    """The arguments of a call at its first step, ``(n=3, items=[…])``; of a module or class none.

    A generator that goes on was given nothing.
    """
    if frame.kind in (FrameKind.MODULE, FrameKind.CLASS):
        return ""
    if step.event is not Event.CALL:
        return "(…)"
    return f"({', '.join(f'{name}={brief(serial, heap)}' for name, serial in frame.locals)})"


def ending_of(step: Step, heap: Heap) -> tuple[Ending, str]:
    """How a call ended with its last step, and the value that it handed out or the exception."""
    ending = _ENDINGS.get(step.event, Ending.NONE)
    serial = step.exception if ending is Ending.RAISED else step.value
    if ending is Ending.NONE:
        return ending, ""
    return ending, "None" if serial is None else brief(serial, heap)


def brief(serial: int, heap: Heap) -> str:
    """A value short enough to stand among others."""
    thing = heap.get(serial)
    if thing is not None and isinstance(thing.content, Instance) and thing.content.base is None:
        return f"{kind_of(thing.type)}({'…' * bool(thing.content.attributes)})"
    return shortened(written(serial, heap)[0])


def shortened(text: str) -> str:
    """A value cut to what has room in a sentence, its closing bracket and quote kept."""
    if len(text) <= LONGEST_VALUE:
        return text
    closed = text[-1] if text[-1] in "]})" else ""
    inside = text[: LONGEST_VALUE - 1 - len(closed)]
    quote = text[-2] if closed and text[-2] in "'\"" else ""
    return f"{inside[: len(inside) - len(quote)]}…{quote}{closed}" if closed else cut(text)
