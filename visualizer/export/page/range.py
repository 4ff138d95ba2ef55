"""Chooses the steps and levels of detail of a page: as many as a browser and a mail can handle."""

from dataclasses import dataclass

from visualizer.layout.analysis.facts import Level
from visualizer.model import VisualizerError
from visualizer.recording import Recording

MOST_STEPS = 2_000
"""The maximum number of steps of a page: at some 1 to 3 kB a step it has a few megabytes."""
MOST_AT_ALL_LEVELS = 300
"""The maximum number of steps for which a page has every level of detail."""


@dataclass(frozen=True, slots=True)
class PageRange:
    """The steps ``first`` to ``last`` and the levels of detail that a page has."""

    first: int
    last: int
    levels: tuple[Level, ...]

    @property
    def steps(self) -> range:
        """The steps of the page."""
        return range(self.first, self.last + 1)


def choose_range(
    recording: Recording, steps: tuple[int, int] | None, level: Level | None
) -> PageRange:
    """Return the range of a page of ``steps``, or of the whole recording.

    If ``level`` is given, it is the only one; else a short page has all levels, a longer one the
    values. Raises ``VisualizerError`` if steps are missing or too many.
    """
    recording.require_step()
    first, last = steps or (1, recording.steps)
    recording.require_step(last)
    if last - first >= MOST_STEPS:
        raise VisualizerError(
            "{file}: a page has at most {most} steps, and these are {steps};"
            " choose some with --steps A-B",
            file=recording.path,
            most=MOST_STEPS,
            steps=last - first + 1,
        )
    if level is not None:
        return PageRange(first, last, (level,))
    is_short = last - first < MOST_AT_ALL_LEVELS
    return PageRange(first, last, tuple(Level) if is_short else (Level.VALUES,))
