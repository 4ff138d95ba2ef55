"""The recently opened programs and recordings, and the submenu that lists them."""

import json
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from visualizer.shell.appearance.words import Words
from visualizer.shell.asking import Asking
from visualizer.shell.settings.preferences import Preferences

MOST = 10
_WIDEST = 320
"""The maximum width of a folder's name in pixels; the tooltip has the full name."""
_MIDDLE = Qt.TextElideMode.ElideMiddle


class RecentFiles:
    """Stored in the preferences under ``key``, the most recent first.

    ``checked`` carries the missing files after ``check``, which asks for them on another thread: a
    network drive may not answer.
    """

    def __init__(self, preferences: Preferences, key: str = "recent") -> None:
        self._preferences, self._key = preferences, key
        self._asking = Asking()
        self.checked = self._asking.answered

    @property
    def paths(self) -> list[Path]:
        """The recent files; another window may have added some."""
        try:
            found = json.loads(self._preferences.string(self._key) or "[]")
        except ValueError:
            return []
        names = [name for name in found if isinstance(name, str)] if type(found) is list else []
        return [Path(name) for name in names][:MOST]

    def check(self) -> None:
        """Find out which of the files are missing."""
        self._asking.ask(partial(_missing, self.paths))

    def note(self, path: Path) -> None:
        """Put ``path`` at the top of the list."""
        path = path.absolute()
        if self.paths[:1] != [path]:
            self._put([path, *(other for other in self.paths if other != path)][:MOST])

    def clear(self) -> None:
        """Clear the list."""
        self._put([])

    def bring_back(self, paths: list[Path]) -> None:
        """Restore these paths, after those that were opened since."""
        since = self.paths
        self._put([*since, *(path for path in paths if path not in since)][:MOST])

    def _put(self, paths: list[Path]) -> None:
        self._preferences.put(self._key, json.dumps([str(path) for path in paths]))


def _missing(paths: list[Path]) -> frozenset[Path]:
    return frozenset(path for path in paths if not path.exists())


def folder_of(path: Path) -> str:
    """Return the folder of a file, with ``~`` for the user's own."""
    home, folder = str(Path.home()), str(path.parent)
    within = folder == home or folder.startswith(f"{home}/")
    return f"~{folder[len(home) :]}" if within else folder


class RecentMenu(QMenu):
    """A menu of recent files; a missing file is disabled, and says so.

    It checks the ``files`` whenever it opens. ``cleared`` carries the list before it was cleared.
    """

    picked = Signal(Path)
    cleared = Signal(list)

    def __init__(self, files: RecentFiles, words: Words, parent: QMenu) -> None:
        super().__init__(parent, toolTipsVisible=True)
        self.files, self._words = files, words
        self._entries: dict[Path, QAction] = {}
        files.checked.connect(self._show_missing)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the current entries."""
        self.clear()
        paths = self.files.paths
        self._entries = {path: self._add(path) for path in paths}
        if not paths:
            self.addAction(self._words("menu.recent.none")).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(self._words("menu.recent.clear"), self._clear)
        self.files.check()

    def _clear(self) -> None:
        paths = self.files.paths
        self.files.clear()
        self.cleared.emit(paths)

    def _show_missing(self, missing: frozenset[Path]) -> None:
        for path, action in self._entries.items():
            if path in missing:
                action.setEnabled(False)
                action.setText(self._text("menu.recent.missing", path))

    def _text(self, key: str, path: Path) -> str:
        folder = self.fontMetrics().elidedText(folder_of(path), _MIDDLE, _WIDEST)
        # An ampersand would underline the letter after it.
        return self._words(key, name=path.name, folder=folder).replace("&", "&&")

    def _add(self, path: Path) -> QAction:
        action = QAction(self._text("menu.recent.file", path), self, toolTip=str(path))
        action.triggered.connect(partial(self.picked.emit, path))
        self.addAction(action)
        return action
