"""Describes a call in one line: its arguments, and its return value or exception."""

from enum import Enum

from visualizer.explain.naming import MAX_VALUE_LENGTH, kind_of
from visualizer.explain.written import value_text
from visualizer.model import Event, Frame, FrameKind, Heap, Step, has_attributes_only


class CallEnd(Enum):
    """How a call left the stack at its last step."""

    RETURNED = "returned"
    YIELDED = "yielded"
    RAISED = "raised"
    NONE = "none"
    """The call is still on the stack when the recording ends, or is not of a function."""


_CALL_ENDS = {
    Event.RETURN: CallEnd.RETURNED,
    Event.YIELD: CallEnd.YIELDED,
    Event.EXCEPTION: CallEnd.RAISED,
}


def arguments_of(frame: Frame, step: Step, heap: Heap) -> str:
    """Return the arguments of a call at its first step, ``(n=3, items=[…])``.

    Empty for a module or class; a resumed generator has none, so the result is ``(…)``.
    """
    if frame.kind in (FrameKind.MODULE, FrameKind.CLASS):
        return ""
    if step.event is not Event.CALL:
        return "(…)"
    return f"({', '.join(f'{name}={brief_value(serial, heap)}' for name, serial in frame.locals)})"


def call_end(step: Step, heap: Heap) -> tuple[CallEnd, str]:
    """Return how a call ended in its last step, and the value or exception that it passed on."""
    ending = _CALL_ENDS.get(step.event, CallEnd.NONE)
    serial = step.exception if ending is CallEnd.RAISED else step.value
    if ending is CallEnd.NONE:
        return ending, ""
    return ending, "None" if serial is None else brief_value(serial, heap)


def brief_value(serial: int, heap: Heap) -> str:
    """Return a value shortened for use in a list of values."""
    thing = heap.get(serial)
    if thing is not None and has_attributes_only(thing.content):
        return f"{kind_of(thing.type)}({'…' * bool(thing.content.attributes)})"
    return _shorten(value_text(serial, heap)[0])


def _shorten(text: str) -> str:
    """Return a value cut to the length for a sentence, with its closing bracket and quote."""
    if len(text) <= MAX_VALUE_LENGTH:
        return text
    closed = text[-1] if text[-1] in "]})'\"" else ""
    quote = text[-2] if closed in ("]", "}", ")") and text[-2] in "'\"" else ""
    return f"{text[: MAX_VALUE_LENGTH - 1 - len(quote) - len(closed)]}…{quote}{closed}"
