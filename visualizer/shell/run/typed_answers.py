"""Keeps the lines that the user typed for a program, to give them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.recording import Recording

_MOST = 1 << 20
"""Bytes of input that are looked at."""


class TypedAnswers:
    """``former`` has the lines of earlier runs: those of the last one, then those that it left
    unused.
    """

    def __init__(self) -> None:
        self.former: tuple[str, ...] = ()
        self._given = 0

    def forget(self) -> None:
        """Another program is on the table."""
        self.former, self._given = (), 0

    def begin(self, recording: Recording | None) -> None:
        """The program of ``recording`` is about to be recorded again. ``DamagedRecording``."""
        lines = lines_typed(recording)
        self.former = (*lines, *self.former[len(lines) :])
        self._given = 0

    def give(self) -> None:
        """One more line was given in this run."""
        self._given += 1

    @property
    def left(self) -> tuple[str, ...]:
        """The lines that were not given in this run yet."""
        return self.former[self._given :]


def lines_typed(recording: Recording | None) -> tuple[str, ...]:
    """The lines that a program was given as it asked. Raises ``DamagedRecording``."""
    if recording is None:
        return ()
    data = recording.output("stdin", 0, _MOST)
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return tuple(lines[:-1])
