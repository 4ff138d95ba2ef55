"""How a program runs: its arguments, working folder, environment, standard input."""

import os
import shlex
from dataclasses import dataclass, replace
from pathlib import Path

from visualizer.model import CannotRun
from visualizer.shell.settings.preferences import Preferences


@dataclass(frozen=True, slots=True)
class RunOptions:
    """The options as the user writes them.

    ``arguments`` has shell syntax, ``environment`` a line NAME=value for each variable. ``folder``
    None is the program's own folder, ``input_file`` None the input typed in the window.
    ``expressions`` also records the values inside the lines.
    """

    arguments: str = ""
    folder: Path | None = None
    environment: str = ""
    input_file: Path | None = None
    expressions: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The separate arguments. Raises ``CannotRun``."""
        try:
            return tuple(shlex.split(self.arguments))
        except ValueError:
            raise CannotRun("the arguments contain an unclosed quote; close it") from None

    @property
    def variables(self) -> tuple[tuple[str, str], ...]:
        """Names and values of the environment. Raises ``CannotRun``."""
        found = []
        for line in self.environment.splitlines():
            name, sign, value = line.partition("=")
            if not line.strip():
                continue
            if not sign or not name.strip():
                raise CannotRun("{line}: not a variable; write NAME=value", line=line.strip())
            found.append((name.strip(), value))
        return tuple(found)

    def check(self) -> None:
        """Raise ``CannotRun``, with a remedy, if a program cannot run with these options."""
        _ = self.words, self.variables
        if self.folder is not None and not self.folder.is_dir():
            raise CannotRun("{file}: no such directory; choose another", file=self.folder)
        if self.input_file is not None:
            from visualizer.session.streams.input_file import open_input

            os.close(open_input(self.input_file))

    def as_json(self) -> dict[str, object]:
        """Return the options to store; empty if all have their defaults."""
        found: dict[str, object] = {
            "arguments": self.arguments,
            "folder": str(self.folder or ""),
            "environment": self.environment,
            "input": str(self.input_file or ""),
            "expressions": self.expressions,
        }
        return {key: value for key, value in found.items() if value}


def run_options(found: object) -> RunOptions:
    """Return the stored options; invalid values count as missing."""
    values = found if isinstance(found, dict) else {}

    def text(key: str) -> str:
        value = values.get(key)
        return value if isinstance(value, str) and "\0" not in value else ""

    folder, file = text("folder"), text("input")
    return RunOptions(
        text("arguments"),
        Path(folder) if folder else None,
        text("environment"),
        Path(file) if file else None,
        values.get("expressions") is True,
    )


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
