"""How many rows of calls lie above and below those that the timeline has room for."""

from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button

_ICON = 14


class DepthButtons(QWidget):
    """Two buttons with a number each, there while the number is not 0; one scrolls by a row.

    ``scrolled`` gives by how many rows, less than 0 for upwards.
    """

    scrolled = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.above, self.below = (Button("more", f"chevron-{way}") for way in ("up", "down"))
        self._counts = {self.above: 0, self.below: 0}
        for button, rows in ((self.above, -1), (self.below, 1)):
            button.setParent(self)
            button.set_sign_size(_ICON)
            button.setAutoRepeat(True)
            button.clicked.connect(partial(self.scrolled.emit, rows))
        words.changed.connect(self._show)
        self._show()

    def place(self, room: QRect) -> None:
        """One stands in the upper half of ``room``, one in the lower."""
        self.setGeometry(room)
        half = room.height() // 2
        for number, button in enumerate(self._counts):
            button.setGeometry(0, number * half, room.width(), half)

    def show_rows(self, above: int, below: int) -> None:
        """So many rows cannot be seen."""
        counts = {self.above: above, self.below: below}
        if counts != self._counts:
            self._counts = counts
            self._show()

    def _show(self) -> None:
        keys = ("timeline.above", "timeline.below")
        for (button, count), key in zip(self._counts.items(), keys, strict=True):
            label = self._words(key, count=count)
            button.set_words(str(count))
            button.setToolTip(label)
            button.setAccessibleName(label)
            button.setVisible(count > 0)
