"""The start page: new, open, recent files, examples and lessons."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visualizer.lessons.examples import Example
from visualizer.lessons.lesson import Lesson
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.notifications.notification import Notification
from visualizer.shell.program.recent_files import RecentFiles
from visualizer.shell.start_page.cards import WIDTH, FileRow
from visualizer.shell.start_page.pictures import Pictures
from visualizer.shell.start_page.shelf import Shelf, StartContext
from visualizer.shell.widgets.controls import Button, keys_of
from visualizer.shell.widgets.dialog_size import scrolled
from visualizer.shell.widgets.layouts import discard, in_column, in_row, text_label
from visualizer.shell.widgets.pane import Pane

_MOST_FILES = 6
_GAP = 16


class StartPage(Pane):
    """Has New, Open and recent files at the left, and examples at the right or, if slim, below.

    ``notification`` reports faults of the window.
    """

    def __init__(self, context: StartContext) -> None:
        super().__init__("lab")
        self._context, self._words = context, context.words
        self.pictures = Pictures(parent=self)
        self.pictures.painted.connect(self._show_pictures)
        self._recent = RecentFiles(context.preferences)
        self._recent.checked.connect(self._show_missing)
        self.new, self.open = Button("primary", "file-plus"), Button("plain", "folder-open")
        self.files: list[FileRow] = []
        self.shelf = Shelf(context)
        self._titles = {key: text_label("title") for key in ("start.title", "start.recent")}
        self._none = text_label("second", wraps=True)
        self.notification = Notification("loss", self._words)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.new)
        self._speak()

    def _lay_out(self) -> None:
        title, recent = self._titles.values()
        self._rows = in_column(None, spacing=2)
        left = in_column(
            None, *(title, self.new, self.open, recent, self._rows, self._none, None), spacing=8
        )
        left.insertSpacing(3, _GAP)
        inside = QWidget()
        self._sides = in_row(inside, left, self.shelf, margins=(32, 28, 32, 28), spacing=40)
        self._sides.addStretch(1)
        self.area = scrolled(inside)
        in_column(self, self.notification, (self.area, 1), spacing=0)

    def _connect(self) -> None:
        commands = self._context.commands
        for button, key in ((self.new, "new"), (self.open, "open")):
            button.clicked.connect(commands[key].trigger)
            commands[key].changed.connect(self._speak)
        self.shelf.chosen.connect(self._open)
        self._words.changed.connect(self._speak)
        THEME.changed.connect(self._look)

    def _open(self, what: Example | Lesson) -> None:
        if isinstance(what, Example):
            self._context.open_example(what.path)
        else:
            self._context.lessons.open(what)

    def _speak(self) -> None:
        words, commands = self._words, self._context.commands
        for key, label in self._titles.items():
            label.setText(words(key))
        self.new.set_words(_with_keys(words("start.new"), commands["new"]))
        self.open.set_words(_with_keys(words("start.open"), commands["open"]))
        self._none.setText(words("start.no_recent"))
        self.shelf.speak()
        self._look()

    def _look(self) -> None:
        if self.isVisible():
            seen = {card.shown.file for card in self.shelf.visible_cards}
            self.pictures.look(THEME.name, self._words.language, seen)
            self._show_pictures()

    def _show_pictures(self) -> None:
        for card in self.shelf.cards:
            card.show_picture(self.pictures.file(card.shown))

    def showEvent(self, event: QShowEvent) -> None:
        """List files and lessons again: they may have changed."""
        super().showEvent(event)
        self._list_files()
        self.shelf.look_for_own()
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop painting pictures while the page is hidden."""
        super().hideEvent(event)
        self.pictures.stop()

    def _list_files(self) -> None:
        discard(self._rows, *self.files)
        self.files = [FileRow(path) for path in self._recent.paths[:_MOST_FILES]]
        for row in self.files:
            row.clicked.connect(partial(self._context.open_path, row.path))
            self._rows.addWidget(row)
        self._none.setVisible(not self.files)
        self._recent.check()

    def _show_missing(self, missing: frozenset[Path]) -> None:
        for row in self.files:
            row.setEnabled(row.path not in missing)

    def fit(self) -> None:
        """Fit the examples into the width."""
        room, card = self.width() - 64, px(WIDTH) + _GAP
        beside = room >= 2 * card + 40
        directions = QHBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        examples = room - card - 40 if beside else room
        self.shelf.fit(examples)

    # ---- methods of every page ----

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The parts that the focus keys visit."""
        return (self.new, *self.files[:1], *self.shelf.visible_cards[:1])

    def resize_words(self) -> None:
        """Adapt to a new text size."""
        self.shelf.resize_words()
        self.fit()

    def shut_down(self) -> None:
        """Stop all work of the page."""
        self.pictures.shut_down()

    def minimumSizeHint(self) -> QSize:
        """Allow any size: contents that do not fit can be scrolled to."""
        return QSize(0, 0)


def _with_keys(words: str, action: QAction) -> str:
    keys = keys_of(action)
    return f"{words}  {keys}" if keys else words
