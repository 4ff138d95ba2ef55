"""What others need of a recording that is read."""

from collections.abc import Mapping
from typing import Literal, Protocol

from visualizer.model.delta import Delta
from visualizer.model.run import State


class Deltas(Protocol):
    """The changes of a recording."""

    def delta(self, step: int) -> Delta:
        """Return the changes of a step."""


class Steps(Deltas, Protocol):
    """A cursor over the steps of a recording, before the first one at first."""

    def seek(self, step: int) -> State:
        """Return the state at a step."""


class SteppedRecording(Protocol):
    """The steps of a program, and its text."""

    @property
    def steps(self) -> int:
        """The number of steps."""

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file."""

    def cursor(self) -> Steps:
        """Return a new cursor."""


class ReadableRecording(SteppedRecording, Protocol):
    """A recording with what the program wrote and read."""

    def output(
        self, stream: Literal["stdout", "stderr", "stdin"], start: int = 0, end: int | None = None
    ) -> bytes:
        """Return the bytes of a stream from ``start`` to ``end``."""
