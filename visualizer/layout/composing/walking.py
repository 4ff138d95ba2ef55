"""Iterates over the steps of a recording, or of a part of it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from visualizer.layout.analysis.beginning import Beginning
from visualizer.layout.checkpoints import checkpoint, with_checkpoints
from visualizer.model import Delta, GlobalsChange, ObjectChange, StackChange, State, apply
from visualizer.model.delta import SteppedRecording


class Walk(Protocol):
    """Yields all steps in order, or some of them, with the state that each leads to."""

    def __call__(self, steps: Iterable[int] | None = None) -> Iterable[tuple[State, Delta]]:
        """Yield the states and deltas of ``steps``, which are ascending."""
        ...


class Start(NamedTuple):
    """A step at which a walk starts: its state, which stays as it is, and its changes."""

    state: State
    delta: Delta


def walk_of(
    recording: SteppedRecording,
    first: int = 1,
    last: int | None = None,
    start: Start | None = None,
) -> Walk:
    """Return a walk over a recording or a range of steps, at whose first step everything is new.

    Each step is a checkpoint. Seeking the first step takes time in proportion to all objects, so
    all walks share one state of it, or ``start``, and one cursor, which caches the deltas that it
    reads.
    """
    begun: Start | None = None
    cursor = recording.cursor()

    def begin() -> Start:
        nonlocal begun
        if begun is None:
            state, delta = start or (cursor.seek(first).copy(), cursor.delta(first))
            begun = Start(state, all_new(state, delta) if first > 1 else delta)
        return begun

    def walk(steps: Iterable[int] | None = None) -> Iterator[tuple[State, Delta]]:
        every = range(first, (recording.steps if last is None else last) + 1)
        at = first
        for number in every if steps is None else steps:
            if at == first:
                state, delta = begin()
                state = state if number == first else state.copy()
            while at < number:
                at += 1
                delta = cursor.delta(at)
                apply(state, delta)
            checkpoint()
            yield state, delta
            checkpoint()

    return walk


def all_new(state: State, delta: Delta) -> Beginning:
    """Return a delta that creates a step's whole state."""
    return Beginning(
        delta.before,
        delta.step,
        tuple(
            ObjectChange(serial, None, thing)
            for serial, thing in with_checkpoints(state.heap.items())
        ),
        tuple(StackChange(thread, None, frames) for thread, frames in state.stacks.items()),
        tuple(GlobalsChange(file, None, names) for file, names in state.globals.items()),
        codes=tuple(state.codes.values()),
        own=delta,
    )
