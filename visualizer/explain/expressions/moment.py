"""The moment inside a line at which a value has just been made.

Names and contents are those of the step. Calls that have ended since are removed: the call that
makes a value is the innermost one. Counts are those that were read with the value.
"""

from dataclasses import replace
from typing import NamedTuple

from visualizer.model import Delta, Event, ObjectChange, StackChange, State, Step
from visualizer.model.evaluation import Evaluated


class Moment(NamedTuple):
    """A state between two steps, and its difference from the state of the step before."""

    state: State
    delta: Delta


def moment_of(state: State, value: Evaluated) -> Moment:
    """Return the moment at which ``value`` was made after the step of ``state``."""
    found = state.copy()
    assert found.step is not None
    stacks = _ended(found, value)
    if stacks and value.thread == found.step.thread:
        found.step = _in_caller(found, found.step)
    delta = Delta(state.step, found.step, _counted(found, value), stacks)
    found.heap |= {one.serial: one.new for one in delta.objects if one.new is not None}
    return Moment(found, delta)


def _ended(found: State, value: Evaluated) -> tuple[StackChange, ...]:
    """Remove the calls inside the call that made the value."""
    stack = found.stacks.get(value.thread, ())
    depth = next((n for n, frame in enumerate(stack, 1) if frame.serial == value.frame), len(stack))
    if depth == len(stack):
        return ()
    found.stacks[value.thread] = stack[:depth]
    return (StackChange(value.thread, stack, stack[:depth]),)


def _in_caller(found: State, step: Step) -> Step:
    """Return the step as a line of the innermost call, which returns and raises nothing."""
    frame = found.frames[-1]
    handled = () if step.exception is not None else step.in_flight
    return replace(
        step,
        event=Event.LINE,
        file=frame.file,
        line=frame.line,
        function=frame.function,
        value=None,
        exception=None,
        in_flight=tuple(one for one in handled if one.way == "exception"),
    )


def _counted(found: State, value: Evaluated) -> tuple[ObjectChange, ...]:
    counts: dict[int, int | None] = dict(value.counts)
    if value.serial is not None:
        counts[value.serial] = value.refcount
    return tuple(
        ObjectChange(serial, old, replace(old, refcount=count))
        for serial, count in counts.items()
        if (old := found.heap.get(serial)) is not None and old.refcount != count
    )
