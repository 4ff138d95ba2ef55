"""Going through a recording, or a part of it, as the layout looks at it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from visualizer.model import Delta, GlobalsChange, ObjectChange, StackChange, State


class Walk(Protocol):
    """Goes through all steps in their order, or through some, with the state each leads to."""

    def __call__(self, steps: Iterable[int] | None = None) -> Iterable[tuple[State, Delta]]:
        """The steps are ascending."""
        ...


class Recorded(Protocol):
    """A recording, as far as it is asked for here."""

    @property
    def steps(self) -> int:
        """How many steps it has."""
        ...

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file."""
        ...

    def cursor(self) -> "Standing":
        """One that stands before the first step."""
        ...


class Standing(Protocol):
    """Goes to a step."""

    def seek(self, step: int) -> State:
        """The state at a step."""
        ...

    def delta(self, step: int) -> Delta:
        """What a step changed."""
        ...


def walk_of(recording: Recorded, first: int = 1, last: int | None = None) -> Walk:
    """Goes through a recording, or from a step to another: there all is new at the first."""

    def walk(steps: Iterable[int] | None = None) -> Iterator[tuple[State, Delta]]:
        cursor = recording.cursor()
        every = range(first, (recording.steps if last is None else last) + 1)
        for number in every if steps is None else steps:
            state, delta = cursor.seek(number), cursor.delta(number)
            yield state, all_new(state, delta) if number == first > 1 else delta

    return walk


def all_new(state: State, delta: Delta) -> Delta:
    """What leads to a step from nothing."""
    return Delta(
        delta.before,
        delta.step,
        tuple(ObjectChange(serial, None, thing) for serial, thing in state.heap.items()),
        tuple(StackChange(thread, None, frames) for thread, frames in state.stacks.items()),
        tuple(GlobalsChange(file, None, names) for file, names in state.globals.items()),
        codes=tuple(state.codes.values()),
    )
