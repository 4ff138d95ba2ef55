"""Finds the folders for a user's own files, following the platform's conventions."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths

from visualizer.platform.folders import local_folder

_Location = QStandardPaths.StandardLocation


@dataclass(frozen=True, slots=True)
class Places:
    """``settings`` is a file; ``state`` a folder for all other data that the window writes."""

    settings: Path
    state: Path

    @property
    def sessions(self) -> Path:
        """The folder with one folder for each window: unsaved text, unsaved recordings."""
        return self.state / "sessions"

    @property
    def programs(self) -> Path:
        """The folder with a file for each program: its breakpoints and watched values."""
        return self.state / "programs"

    @property
    def labs(self) -> Path:
        """The folder with one folder for each lab, which holds its earlier runs."""
        return self.state / "labs"

    @property
    def lessons(self) -> Path:
        """The folder for lessons that the user writes or receives."""
        return self.state / "lessons"

    @property
    def examples(self) -> Path:
        """The folder with the examples whose comments are translated."""
        return self.state / "lesson-programs" / "examples"

    @property
    def progress(self) -> Path:
        """The file with the answers to lessons."""
        return self.state / "progress.json"

    @property
    def log(self) -> Path:
        """The log file for faults of the window."""
        return self.state / "log" / "visualizer.log"


def users_own() -> Places:
    """Return the folders of the current user."""
    above = local_folder()
    if above is not None:
        own = above / QCoreApplication.applicationName()
        return Places(own / "window.ini", own / "State")
    folder = QStandardPaths.writableLocation(_Location.AppConfigLocation)
    state = QStandardPaths.writableLocation(_Location.StateLocation)
    return Places(Path(folder, "window.ini"), Path(state))


def beside(settings: Path) -> Places:
    """Return places next to ``settings``, for a window apart from the user's own data."""
    return Places(settings, settings.parent / "state")
