"""A tab for the program and one for each module beside it that ran."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTabBar

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.icons import icon
from visualizer.shell.appearance.words import Words


class FileTabs(QTabBar):
    """``picked`` carries the file of a tab that a person chose; one tab alone is not shown.

    The program comes first; the others can be read, not edited.
    """

    picked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        words.bind(self.setAccessibleName, "editor.files")
        words.changed.connect(self._speak)
        THEME.changed.connect(self._speak)
        self.currentChanged.connect(lambda at: self.picked.emit(self.file(at)))
        self.hide()

    def file(self, place: int) -> str:
        """The file of a tab."""
        found = self.tabData(place)
        return found if isinstance(found, str) else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The files of all tabs, in order."""
        return tuple(self.file(place) for place in range(self.count()))

    def list_files(self, files: Iterable[str], current: str) -> None:
        """Have a tab for each of these."""
        wanted = tuple(files)
        if wanted != self.shown:
            with QSignalBlocker(self):
                while self.count():
                    self.removeTab(0)
                for place, file in enumerate(wanted):
                    self.addTab(file.rpartition("/")[2])
                    self.setTabData(place, file)
        self.show_current(current)
        self.setVisible(len(wanted) > 1)
        self._speak()

    def show_current(self, file: str) -> None:
        """Turn to the tab of a file, without saying so."""
        if file in self.shown:
            with QSignalBlocker(self):
                self.setCurrentIndex(self.shown.index(file))

    def _speak(self) -> None:
        lock = icon("lock", THEME.colour("ink2"), THEME.colour("ink3"))
        for place, file in enumerate(self.shown):
            if place:
                self.setTabIcon(place, lock)
                self.setTabToolTip(place, self._words("editor.module", file=file))
            else:
                self.setTabToolTip(place, file)
