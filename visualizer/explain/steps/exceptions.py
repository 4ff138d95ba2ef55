"""The path of an exception through the frames that raise, pass and catch it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from visualizer.explain.lives.lives import Steps
from visualizer.model import Event, Frame, Step

_MAX_DISTANCE = 64
"""The maximum number of exception steps to search on either side."""


class ExceptionAction(StrEnum):
    """The action of an exception in a frame."""

    RAISED = "raised-here"
    PASSED = "not-caught"
    CAUGHT = "caught-here"


@dataclass(frozen=True, slots=True)
class ExceptionPath:
    """The frames on the stack in this step, innermost first, and what the exception does in each.

    ``ends`` is true if nothing catches it and the program ends.
    """

    frames: tuple[tuple[Frame, ExceptionAction], ...]
    ends: bool


def exception_path(steps: Steps, number: int, raising: Sequence[int]) -> ExceptionPath | None:
    """Return the path at step ``number``; None if no exception is propagating there.

    ``raising`` are the steps of the events ``exception`` and ``uncaught``, in order.
    """
    state = steps.seek(number)
    step = state.step
    if step is None or not state.frames or step.exception is None:
        return None
    frames = tuple(reversed(state.frames))
    if step.event is Event.UNCAUGHT:
        first = (frames[0], ExceptionAction.RAISED)
        return ExceptionPath(
            (first, *((frame, ExceptionAction.PASSED) for frame in frames[1:])), True
        )
    if step.event is not Event.EXCEPTION:
        return None
    return _path(steps, step, frames, raising)


def _path(
    steps: Steps, step: Step, frames: tuple[Frame, ...], raising: Sequence[int]
) -> ExceptionPath:
    at = bisect_right(raising, step.number)
    before = _same(steps, step, reversed(raising[max(0, at - 1 - _MAX_DISTANCE) : at - 1]))
    first = ExceptionAction.PASSED if next(before, None) is not None else ExceptionAction.RAISED
    reached, ends = [frames[0].serial], False
    for number in _same(steps, step, iter(raising[at : at + _MAX_DISTANCE])):
        event = steps.delta(number).step.event
        ends = event is Event.UNCAUGHT
        if not ends:
            reached.append(steps.seek(number).frames[-1].serial)
    found = dict.fromkeys(reached, ExceptionAction.PASSED) | {frames[0].serial: first}
    if not ends and len(reached) > 1:
        found[reached[-1]] = ExceptionAction.CAUGHT
    actions = tuple((frame, found[frame.serial]) for frame in frames if frame.serial in found)
    return ExceptionPath(actions, ends)


def _same(steps: Steps, here: Step, numbers: Iterator[int]) -> Iterator[int]:
    """Yield those of ``numbers`` at which the same exception is propagating."""
    for number in numbers:
        step = steps.delta(number).step
        if step.thread != here.thread:
            continue
        if step.exception != here.exception:
            return
        yield number
