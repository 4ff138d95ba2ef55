"""A line in which one writes an expression to be watched."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from visualizer.diagram.words import say
from visualizer.explain import ConditionFault, WatchedExpression, parse_condition
from visualizer.shell.appearance.words import Words
from visualizer.shell.trace.watching import Watching
from visualizer.shell.widgets.controls import Button, labelled


class WatchField(QWidget):
    """Enter watches it; what cannot be evaluated is said, and stays to be mended.

    ``left``: Escape in it.
    """

    left = Signal()

    def __init__(self, watching: Watching, words: Words, code: QFont) -> None:
        super().__init__()
        self._watching, self._words = watching, words
        self.field, self.message, self.add = QLineEdit(), QLabel(), Button("icon", "plus")
        self.field.setFont(code)
        self.message.setProperty("words", "loss")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.hide()
        words.bind(self.field.setPlaceholderText, "watch.hint")
        words.bind(self.field.setAccessibleName, "watch.name")
        words.bind(self.field.setToolTip, "watch.name")
        labelled(self.add, words, "watch.add", "Enter")
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.message)
        self.field.returnPressed.connect(self._add_watch)
        self.field.textEdited.connect(self._forgive)
        self.add.clicked.connect(self._add_watch)

    def set_code_font(self, code: QFont) -> None:
        """Use ``code``; another style sheet has restored the field's first font."""
        self.field.setFont(code)

    def ask(self) -> None:
        """Have the keys."""
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _forgive(self) -> None:
        self.message.hide()

    def _add_watch(self) -> None:
        text = self.field.text().strip()
        if not text:
            self.field.setFocus()
            return
        try:
            parse_condition(text)
        except ConditionFault as fault:
            said = say(fault.message, self._words.language)
            self.message.setText(said)
            self.field.setAccessibleDescription(said)
            self.message.show()
            return
        self.message.hide()
        self.field.clear()
        self._watching.add(WatchedExpression(text))
