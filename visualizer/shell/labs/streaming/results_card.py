"""The card of the results; where it is narrow, the sizes move below the title."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.card import Card


class ResultsCard(Card):
    """The card, with ``sizes`` and ``buttons`` beside its title."""

    def __init__(self, words: Words, sizes: QWidget, *buttons: QWidget) -> None:
        super().__init__(words, "lab.results")
        self._sizes, self._buttons = sizes, buttons
        self._below = QHBoxLayout()
        self._is_below = False
        self.add_to_head(sizes, *buttons)
        self.column.addLayout(self._below)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the title with the buttons, or of the sizes below them."""
        height = super().minimumSizeHint().height()
        return QSize(max(self._width(*self._buttons), self._width(self._sizes)), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the card for its new width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange the card when its widgets change their sizes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        below = self._width(self._sizes, *self._buttons) > self.width()
        if below == self._is_below:
            return
        self._is_below = below
        (self.head if below else self._below).removeWidget(self._sizes)
        if below:
            self._below.addWidget(self._sizes)
        else:
            self.head.insertWidget(self.head.indexOf(self._buttons[0]), self._sizes)
        self._below.setContentsMargins(*((16, 0, 10, 6) if below else (0, 0, 0, 0)))

    def _width(self, *widgets: QWidget) -> int:
        """Return the width of the title with ``widgets`` beside it."""
        margins, spacing = self.head.contentsMargins(), self.head.spacing()
        around = margins.left() + margins.right() + spacing * (len(widgets) + 1) + 2
        beside = sum(one.sizeHint().width() for one in widgets)
        title = self.title.sizeHint().width()
        return around + title + beside
