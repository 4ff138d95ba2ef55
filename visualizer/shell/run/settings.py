"""Settings of runs: the interpreter, and limits."""

from dataclasses import dataclass, replace
from pathlib import Path

from visualizer.shell.settings.preferences import Preferences

LIMITS = {
    "steps": (1, 100_000_000),
    "ahead": (100, 100_000_000),
    "seconds": (0, 86_400),
    "memory_mb": (1, 1 << 20),
    "recording_mb": (1, 1 << 20),
}
"""The least and greatest values of each number; 0 seconds means no limit."""
RECORDERS = ("auto", "core", "python")
"""The recorder to use: the one in C if possible, only the one in C, or the one in Python."""

LIVE_STEPS, LIVE_SECONDS, LIVE_MEGABYTES = 20_000, 5, 512
"""The limits for a run that live mode starts."""


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How programs are run and recorded.

    ``python`` None is the window's own interpreter; ``seconds`` 0 means no limit. ``memory_mb``
    limits the program, ``recording_mb`` its recording; the program may run ``ahead`` steps beyond
    the current one; ``recorder`` is one of ``RECORDERS``; ``allocator`` also records the free
    blocks of memory at each step.
    """

    python: Path | None = None
    steps: int = 10_000_000
    seconds: int = 0
    memory_mb: int = 4096
    recording_mb: int = 4096
    ahead: int = 20_000
    recorder: str = RECORDERS[0]
    allocator: bool = False

    def for_live(self) -> "RunSettings":
        """Return the settings for runs in live mode, which must end soon."""
        return replace(
            self,
            steps=min(self.steps, LIVE_STEPS),
            seconds=min(self.seconds or LIVE_SECONDS, LIVE_SECONDS),
            memory_mb=min(self.memory_mb, LIVE_MEGABYTES),
            recording_mb=min(self.recording_mb, LIVE_MEGABYTES),
        )


def run_settings(preferences: Preferences) -> RunSettings:
    """Return the settings in the preferences, with defaults for missing ones."""
    usual = RunSettings()
    python = preferences.string("python")
    numbers = {
        name: preferences.number(name, *limits, getattr(usual, name))
        for name, limits in LIMITS.items()
    }
    return RunSettings(
        Path(python) if python else None,
        recorder=preferences.text("recorder", RECORDERS, usual.recorder),
        allocator=preferences.number("pictures", 0, 2, 0) > 0,
        **numbers,
    )
