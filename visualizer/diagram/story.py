"""What is told of a step beside its state: sentences, an exception's way, an island's end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from visualizer.explain import ExceptionPath, Sentence, exception_path
from visualizer.model import Delta, End, Event, Life, State


class Lives(Protocol):
    """What knows when each object was born and when it died."""

    def life(self, serial: int) -> Life:
        """The life of an object."""
        ...


class Steps(Protocol):
    """What can be walked to any step, such as a recording's cursor."""

    def seek(self, step: int) -> State:
        """Go to a step."""
        ...

    def delta(self, step: int) -> Delta:
        """What a step changed."""
        ...


class Recorded(Protocol):
    """What has steps, such as a recording."""

    @property
    def steps(self) -> int:
        """How many."""
        ...

    @property
    def end(self) -> End | None:
        """How it ended; None while there may be more."""
        ...

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file."""
        ...

    @property
    def lives(self) -> Lives:
        """When each object was born and died."""
        ...

    def steps_with(self, *events: Event) -> Sequence[int]:
        """The steps of these events, in order."""
        ...

    def cursor(self) -> Steps:
        """A way to walk them."""
        ...


@dataclass(frozen=True, slots=True)
class Story:
    """``ends`` has, of objects that only a cycle keeps, the step that is the first without them.

    None there: they outlive the recording. ``sentences`` are those of ``explain_step``.
    """

    sentences: tuple[Sentence, ...] = ()
    path: ExceptionPath | None = None
    ends: Mapping[int, int | None] = field(default_factory=dict)


def story_of(
    recording: Recorded,
    state: State,
    sentences: tuple[Sentence, ...],
    ends: Callable[[Recorded, frozenset[int]], Mapping[int, int | None]] | None = None,
) -> Story:
    """The story of the step that ``state`` is at; ``ends`` is asked instead of ``ends_of``."""
    step, path = state.step, None
    if step is not None and step.event in (Event.EXCEPTION, Event.UNCAUGHT):
        raising = recording.steps_with(Event.EXCEPTION, Event.UNCAUGHT)
        path = exception_path(recording.cursor(), step.number, raising)
    unreachable = frozenset(thing.serial for thing in state.heap.values() if thing.unreachable)
    found = (ends or ends_of)(recording, unreachable) if unreachable else {}
    return Story(sentences, path, found)


def ends_of(recording: Recorded, serials: frozenset[int]) -> dict[int, int | None]:
    """When objects that only a cycle keeps are gone, as far as it is known by now.

    Reads the whole recording when it is first asked: some ten seconds for a million steps.
    """
    found = {serial: recording.lives.life(serial).died for serial in serials}
    if recording.end is not None:
        return found
    return {serial: died for serial, died in found.items() if died is not None}
