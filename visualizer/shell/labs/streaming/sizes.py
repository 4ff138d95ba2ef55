"""The buttons that choose the size that the table shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.streaming.figures import size_text
from visualizer.shell.widgets.controls import Segments


class Sizes(QWidget):
    """A button for each size; ``picked`` carries the size of the pressed button."""

    picked = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._sizes: tuple[int, ...] = ()
        self._row: Segments | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_sizes(self, sizes: tuple[int, ...], shown: int) -> None:
        """Offer ``sizes``, and check the button of ``shown``."""
        if sizes != self._sizes:
            self._sizes = sizes
            self._make_row()
        if self._row is not None and shown in sizes:
            self._row.show_picked(sizes.index(shown))
            self._row.setAccessibleName(self._words("stream.n"))

    def _make_row(self) -> None:
        if self._row is not None:
            self._layout.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
            self._row = None
        if len(self._sizes) > 1:
            row = self._row = Segments(len(self._sizes))
            for button, items in zip(row.buttons, self._sizes, strict=True):
                button.setText(size_text(items))
            row.picked.connect(lambda at: self.picked.emit(self._sizes[at]))
            self._layout.addWidget(row)
