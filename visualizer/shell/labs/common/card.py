"""The cards of a lab's page: with a title and contents below it, or with the main result."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.text_sizes import sign_px
from visualizer.shell.appearance.words import Words

_ICON = 22


def wrapped_label(
    look: str, left: int = 0, top: int = 0, right: int = 0, bottom: int = 0
) -> QLabel:
    """Return a label that breaks its text into lines; ``look`` is that of the style sheet."""
    label = QLabel()
    label.setProperty("words", look)
    label.setWordWrap(True)
    label.setContentsMargins(left, top, right, bottom)
    return label


class Note(QLabel):
    """A label that cuts its text where there is no room; the tool tip has the whole text."""

    def minimumSizeHint(self) -> QSize:
        """Return the height; the width may shrink to a pixel."""
        return QSize(1, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut to the width."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if wide else "")
        if not wide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class Card(QFrame):
    """A card; ``head`` is the row of the title, ``column`` holds it and the contents below."""

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
        """Add widgets at the right of the title."""
        for widget in widgets:
            self.head.addWidget(widget)


class VerdictCard(QFrame):
    """Shows a bold sentence, and further sentences below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "verdict")
        self._sign = QLabel()
        self.first, self.rest = wrapped_label("title"), wrapped_label("second")
        for label in (self.first, self.rest):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.first)
        column.addWidget(self.rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addLayout(column, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw the sign in the colours of ``theme``."""
        self._sign.setPixmap(pixmap("scale", theme.colour("accent"), sign_px(_ICON), 2))

    def show_sentences(self, first: str, *rest: str) -> None:
        """Show the main sentence, and the rest in one paragraph."""
        self.first.setText(first)
        self.rest.setText(" ".join(rest))
        self.rest.setVisible(bool(rest))
        self.setAccessibleName(" ".join((first, *rest)))
