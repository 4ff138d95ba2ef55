"""A card of a lab's page: a title, what explains it, buttons, and what it is about."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visualizer.shell.appearance.words import Words


class Note(QLabel):
    """Words that may be cut short where there is no room; a tool tip has them whole."""

    def minimumSizeHint(self) -> QSize:
        """They need none."""
        return QSize(1, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much as there is room for."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if wide else "")
        if not wide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        told = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, told)
        painter.end()


class Card(QFrame):
    """``head`` is the row beside the title; ``column`` has what stands below it."""

    def __init__(self, words: Words, title: str, note: str = "") -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.title, self.note = QLabel(), Note()
        self.title.setProperty("words", "title")
        self.note.setProperty("words", "caption")
        words.bind(self.title.setText, title)
        words.bind(self.title.setAccessibleName, title)
        if note:
            words.bind(self.note.setText, note)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 8, 10, 6)
        self.head.setSpacing(10)
        self.head.addWidget(self.title)
        self.head.addWidget(self.note, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addLayout(self.head)

    def add_to_head(self, *widgets: QWidget) -> None:
        """Put them at the right of the title."""
        for widget in widgets:
            self.head.addWidget(widget)
