"""The row above the program: its name, the button that records it, a tab for each file."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QTabBar

from visualizer.shell.appearance.icons import icon, pixmap
from visualizer.shell.appearance.look import THEME, keep_height, sign_px
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button, follow_action
from visualizer.shell.widgets.layouts import in_row, text_label, words_label
from visualizer.shell.widgets.pane import Fitted
from visualizer.shell.window.skeleton import HEAD

_SAID_FOR = 4_000
"""Milliseconds for which the heading says that the file was saved."""
_BESIDE = 70
"""Pixels that name and button leave free."""
_SYMBOL = 18


class SourceHeading(Fitted):
    """Shows the program's name, the state of saving, and the button that records it."""

    def __init__(self, words: Words, action: QAction) -> None:
        super().__init__()
        self._words = words
        self.record = Button("primary", "circle-dot")
        self._symbol = QLabel()
        self._label = text_label("title", form=Qt.TextFormat.PlainText)
        self._running = words_label(words, "editor.recording", "loss")
        self._name, self._is_presented = "", False
        self._saved = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._saved.timeout.connect(self.fit)
        self._lay_out()
        words.changed.connect(self.fit)
        THEME.changed.connect(self._show_symbol)
        self._show_symbol()
        follow_action(self.record, action)

    def _lay_out(self) -> None:
        keep_height(self, HEAD)
        self._label.setMinimumWidth(20)
        self._running.hide()
        in_row(
            self,
            *(self._symbol, self._label, None, self._running, self.record),
            margins=(12, 0, 12, 0),
            spacing=8,
        )

    @property
    def text(self) -> str:
        """The shown name, shortened to the width, with the state of saving."""
        return self._label.text()

    def show_name(self, name: str) -> None:
        """Show ``name`` as the program's name."""
        self._name = name
        self.fit()

    def set_size(self, pixels: int | None) -> None:
        """Write the name and the state ``pixels`` high, without the button; None as usual."""
        self._is_presented = pixels is not None
        for label in (self._label, self._running):
            label.setStyleSheet(f"font-size: {pixels}px" if pixels is not None else "")
        self._show_button()
        self.fit()

    def show_running(self, running: bool) -> None:
        """Show that the program is being recorded, in place of the button."""
        self._running.setVisible(running)
        self._show_button()
        # Otherwise Qt would paint a button that was resized while hidden in its old width.
        self.update()

    def _show_button(self) -> None:
        self.record.setVisible(self._running.isHidden() and not self._is_presented)

    def show_saved(self) -> None:
        """Show for a while that the file was saved."""
        self._saved.start()
        self.fit()

    def hide_saved(self) -> None:
        """Remove that note after an edit."""
        if self._saved.isActive():
            self._saved.stop()
            self.fit()

    def fit(self) -> None:
        """Show the name and the state, shortened to the width."""
        beside = 0 if self.record.isHidden() else self.record.sizeHint().width()
        width = max(60, self.width() - beside - _BESIDE)
        metrics = self._label.fontMetrics()
        said = f" \u00b7 {self._words('editor.saved')}" if self._saved.isActive() else ""
        width -= metrics.horizontalAdvance(said)
        self._label.setText(
            metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, width) + said
        )
        self._label.setToolTip(self._name)

    def _show_symbol(self) -> None:
        self._symbol.setPixmap(pixmap("file-code", THEME.colour("ink2"), sign_px(_SYMBOL), 2))


class FileTabs(QTabBar):
    """``picked`` carries the file of the tab that the user chose; a single tab is hidden.

    The program comes first; the other files are read-only.
    """

    picked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(drawBase=False, expanding=False, elideMode=Qt.TextElideMode.ElideNone)
        self._words = words
        self.setUsesScrollButtons(True)
        words.bind(self.setAccessibleName, "editor.files")
        words.changed.connect(self._speak)
        THEME.changed.connect(self._speak)
        self.currentChanged.connect(lambda at: self.picked.emit(self.file(at)))
        self.hide()

    def file(self, place: int) -> str:
        """Return the file of a tab."""
        found = self.tabData(place)
        return found if isinstance(found, str) else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The files of all tabs, in order."""
        return tuple(self.file(place) for place in range(self.count()))

    def list_files(self, files: Iterable[str], current: str) -> None:
        """Show a tab for each of ``files``."""
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
        """Select the tab of a file without a signal."""
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
