"""The parts of the window that the start page uses."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QAction

from visualizer.shell.appearance.words import Words
from visualizer.shell.lessons.lessons import Lessons
from visualizer.shell.settings.preferences import Preferences


@dataclass(frozen=True, slots=True)
class StartContext:
    """The parts of the window that the start page uses.

    ``own_lessons`` is the folder of the user's own lessons. ``open_path`` and ``open_example`` ask
    about unsaved changes first.
    """

    words: Words
    preferences: Preferences
    commands: dict[str, QAction]
    lessons: Lessons
    own_lessons: Path
    open_path: Callable[[Path], object]
    open_example: Callable[[Path], object]
