"""Finds the folders for a user's own files, following the platform's conventions."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths

from visualizer.platform.folders import local_folder

_Location = QStandardPaths.StandardLocation


class Places:
    """``settings`` is a file; ``state`` a folder for all other data that the window writes."""

    def __init__(self, settings: Path, state: Path) -> None:
        self.settings, self.state = settings, state
        self.sessions = state / "sessions"
        """The folder with one folder for each window: unsaved text, unsaved recordings."""
        self.programs = state / "programs"
        """The folder with a file for each program: its breakpoints and watched values."""
        self.labs = state / "labs"
        """The folder with one folder for each lab, which holds its earlier runs."""
        self.lessons = state / "lessons"
        """The folder for lessons that the user writes or receives."""
        self.examples = state / "lesson-programs" / "examples"
        """The folder with the examples whose comments are translated."""
        self.progress = state / "progress.json"
        """The file with the answers to lessons."""
        self.log = state / "log" / "visualizer.log"
        """The log file for faults of the window."""


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
