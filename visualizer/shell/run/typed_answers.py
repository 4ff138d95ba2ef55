"""Keeps the lines that the user typed for a program, to give them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.recording import Recording

_MOST = 1 << 20
"""The maximum number of bytes of input to read."""


class TypedAnswers:
    """``former`` has the lines of the last run, then older lines that it left unused."""

    def __init__(self) -> None:
        self.former: tuple[str, ...] = ()
        self._given = 0

    def forget(self) -> None:
        """Forget all lines, for another program."""
        self.former, self._given = (), 0

    def begin(self, recording: Recording | None) -> None:
        """Prepare to record the program of ``recording`` again. Raises ``DamagedRecording``."""
        lines = lines_typed(recording)
        self.former = (*lines, *self.former[len(lines) :])
        self._given = 0

    def give(self) -> None:
        """Count one more line as given in this run."""
        self._given += 1

    @property
    def left(self) -> tuple[str, ...]:
        """The lines not yet given in this run."""
        return self.former[self._given :]


def lines_typed(recording: Recording | None) -> tuple[str, ...]:
    """Return the lines that the user typed for the program. Raises ``DamagedRecording``."""
    if recording is None:
        return ()
    data = recording.output("stdin", 0, _MOST)
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return tuple(lines[:-1])
