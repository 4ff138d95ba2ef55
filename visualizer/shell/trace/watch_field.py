"""A field for an expression to watch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from visualizer.diagram.fonts import code_font
from visualizer.diagram.words import translate
from visualizer.explain.conditions import ConditionFault, parse_condition
from visualizer.explain.watched.looks import WatchedExpression
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.trace.watching import Watching
from visualizer.shell.widgets.controls import icon_button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label
from visualizer.shell.widgets.row_list import LETTERS


class WatchField(QWidget):
    """Enter watches the expression; an invalid one stays in the field, with a message.

    Escape emits ``left``.
    """

    left = Signal()

    def __init__(self, watching: Watching, words: Words) -> None:
        super().__init__()
        self._watching, self._words = watching, words
        self.field = QLineEdit()
        self.message = text_label("loss", wraps=True, form=Qt.TextFormat.PlainText)
        self.add = icon_button(words, "plus", "watch.add", self._add_watch, "Enter")
        self._use_font()
        self.message.hide()
        words.bind(self.field.setPlaceholderText, "watch.hint")
        words.bind(self.field.setAccessibleName, "watch.name")
        words.bind(self.field.setToolTip, "watch.name")
        row = in_row(None, (self.field, 1), self.add)
        in_column(self, row, self.message, margins=(0, 4, 0, 4), spacing=4)
        self.field.returnPressed.connect(self._add_watch)
        self.field.textEdited.connect(self.message.hide)
        THEME.changed.connect(self._use_font)

    def _use_font(self) -> None:
        self.field.setFont(code_font(px(LETTERS)))

    def ask(self) -> None:
        """Give the field the keyboard focus."""
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add_watch(self) -> None:
        text = self.field.text().strip()
        if not text:
            self.field.setFocus()
            return
        try:
            parse_condition(text)
        except ConditionFault as fault:
            said = translate(fault.message, self._words.language)
            self.message.setText(said)
            self.field.setAccessibleDescription(said)
            self.message.show()
            return
        self.message.hide()
        self.field.clear()
        self._watching.add(WatchedExpression(text))
