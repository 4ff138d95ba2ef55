"""With which interpreter programs run, and when they have had enough."""

from dataclasses import dataclass
from pathlib import Path

from visualizer.shell.preferences import Preferences

_MB = 1 << 20
STEPS, SECONDS, MEGABYTES = (1, 100_000_000), (0, 86_400), (1, 1 << 20)
"""From the least to the most that can be asked for; 0 seconds is no limit."""


@dataclass(frozen=True, slots=True)
class RunSettings:
    """``python`` None is the interpreter that the window itself runs in; ``seconds`` 0 no limit.

    ``memory_mb`` is what a program may hold, ``recording_mb`` what its recording may take.
    """

    python: Path | None = None
    steps: int = 10_000_000
    seconds: int = 0
    memory_mb: int = 4096
    recording_mb: int = 4096

    @property
    def memory_limit(self) -> int:
        """In bytes."""
        return self.memory_mb * _MB

    @property
    def size_limit(self) -> int:
        """In bytes."""
        return self.recording_mb * _MB

    @property
    def time_limit(self) -> float | None:
        """In seconds, None for none."""
        return float(self.seconds) or None


def run_settings(preferences: Preferences) -> RunSettings:
    """What was chosen, the defaults for what was not."""
    usual = RunSettings()
    python = preferences.string("python")
    return RunSettings(
        Path(python) if python else None,
        preferences.number("steps", *STEPS, usual.steps),
        preferences.number("seconds", *SECONDS, usual.seconds),
        preferences.number("memory_mb", *MEGABYTES, usual.memory_mb),
        preferences.number("recording_mb", *MEGABYTES, usual.recording_mb),
    )
