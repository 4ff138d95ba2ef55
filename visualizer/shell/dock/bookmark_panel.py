"""The bookmarks in the dock: a list of steps with notes, and the note of the current step."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from visualizer.shell.appearance.icons import icon
from visualizer.shell.appearance.look import THEME, keep_height
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.bookmarks import Bookmarks
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.controls import icon_button, text_button
from visualizer.shell.widgets.layouts import in_column, in_row, rule, text_label, words_label

_ROW, _MOST_ROWS = 32, 6
_PAUSE = 600
"""Milliseconds without typing after which a note is saved."""
_NOTE = 96
"""Pixels: the height of the note's field."""


class NoteField(QPlainTextEdit):
    """The field of a note; it saves the note when it loses the focus, for example by Escape."""

    def __init__(self, panel: "BookmarkPanel") -> None:
        super().__init__(tabChangesFocus=True)
        self._panel = panel
        self.setProperty("note", "true")
        keep_height(self, _NOTE)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save the note."""
        super().focusOutEvent(event)
        self._panel.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up the focus at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class BookmarkPanel(QWidget):
    """Lists the bookmarks, visible while there are any; a click goes to the bookmark's step."""

    def __init__(self, player: Player, bookmarks: Bookmarks, words: Words) -> None:
        super().__init__()
        self._player, self._bookmarks, self._words = player, bookmarks, words
        self._step = 0
        self._typed = False
        self.count, self._where_saved = text_label("second"), text_label("caption", wraps=True)
        up, down = "command.previous_bookmark", "command.next_bookmark"
        self.previous = icon_button(words, "chevron-up", up, bookmarks.previous, "Ctrl+Shift+B")
        self.next = icon_button(words, "chevron-down", down, bookmarks.next, "Shift+B")
        self.remove = text_button(words, "bookmark.remove", self._remove, symbol="bookmark-x")
        self.list = QListWidget()
        self.field = NoteField(self)
        self._note = QWidget()
        self._pause = QTimer(self, singleShot=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = self._words
        title = words_label(words, "bookmark.title", "title")
        words.bind(self.list.setAccessibleName, "bookmark.title")
        head = in_row(None, title, self.count, None, self.previous, self.next)
        self._lay_out_note()
        column = in_column(None, head, self.list, self._note, margins=(16, 4, 12, 8), spacing=4)
        in_column(self, rule(), column, spacing=0)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(True)

    def _lay_out_note(self) -> None:
        words = self._words
        note = words_label(words, "bookmark.note", "head")
        self._where_saved.setAlignment(Qt.AlignmentFlag.AlignRight)
        words.bind(self.field.setAccessibleName, "bookmark.note")
        words.bind(self.field.setPlaceholderText, "bookmark.write")
        above = in_row(None, note, (self._where_saved, 1))
        in_column(
            self._note,
            *(above, self.field, (self.remove, 0, Qt.AlignmentFlag.AlignLeft)),
            margins=(0, 4, 0, 0),
        )

    def _remove(self) -> None:
        self._bookmarks.remove(self._player.step)

    def _connect(self) -> None:
        self.list.itemClicked.connect(self._go_to_bookmark)
        self.list.itemActivated.connect(self._go_to_bookmark)
        self.field.textChanged.connect(self._save_soon)
        self._pause.timeout.connect(self.flush)
        self._bookmarks.changed.connect(self._show)
        self._bookmarks.settling.connect(self.flush)
        self._player.step_changed.connect(self._show_step)
        self._words.changed.connect(self._show)
        THEME.changed.connect(self._show)
        self._show()

    def write_note(self) -> None:
        """Set a bookmark at the current step if it has none, and edit its note."""
        if self._player.step and self._bookmarks.note(self._player.step) is None:
            self._bookmarks.toggle()
        self.field.setFocus()

    def flush(self) -> None:
        """Save the note if it was edited."""
        self._pause.stop()
        if self._typed and self._bookmarks.note(self._step) is not None:
            self._typed = False
            self._bookmarks.put(self._step, self.field.toPlainText())

    def _save_soon(self) -> None:
        self._typed = True
        self._pause.start(_PAUSE)

    def _go_to_bookmark(self, item: QListWidgetItem) -> None:
        self._player.go_to(item.data(Qt.ItemDataRole.UserRole))

    def _show(self) -> None:
        steps = self._bookmarks.steps
        self.setVisible(bool(steps))
        self.list.clear()
        for step in steps:
            note = self._bookmarks.note(step) or self._words("bookmark.without_note")
            item = QListWidgetItem(f"{step:,}   {note.splitlines()[0]}")
            item.setIcon(icon("bookmark", THEME.colour("accent"), THEME.colour("line")))
            item.setData(Qt.ItemDataRole.UserRole, step)
            item.setSizeHint(QSize(0, _ROW))
            item.setToolTip(note)
            self.list.addItem(item)
        self.list.setFixedHeight(_ROW * min(len(steps), _MOST_ROWS) + 2)
        key = "bookmark.kept" if self._bookmarks.is_kept else "bookmark.not_kept"
        self._where_saved.setText(self._words(key))
        self._show_step()

    def _show_step(self) -> None:
        step, steps = self._player.step, self._bookmarks.steps
        if step != self._step:
            self.flush()
            self._step = step
        note = self._bookmarks.note(step)
        self._note.setVisible(note is not None)
        if note is not None and note != self.field.toPlainText():
            self.field.setPlainText(note)
            self._pause.stop()
            self._typed = False
        at = steps.index(step) if step in steps else -1
        self.list.setCurrentRow(at)
        here = f"{at + 1:,} / " if at >= 0 else ""
        self.count.setText(f"{here}{len(steps):,}")
