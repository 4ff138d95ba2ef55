"""A box to choose one of several options."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox

from visualizer.shell.appearance.control_style import beside_text
from visualizer.shell.appearance.words import Words

_FEW = 6


class Choice(QComboBox):
    """A combo box as wide as its texts; if it ``shrinks``, it cuts them when there is no room."""

    def __init__(self, *, shrinks: bool = False) -> None:
        super().__init__()
        self._shrinks = shrinks

    def offer(self, words: Words, options: Iterable[tuple[object, str]]) -> None:
        """Add ``options``, each a value and the key of its words."""
        for at, (value, key) in enumerate(options):
            self.addItem("", value)
            words.bind(partial(self.setItemText, at), key, self)

    def sizeHint(self) -> QSize:
        """Return room for the longest text in the current font and language, and the arrow.

        Qt would cache the size for a former font or language.
        """
        widest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())),
            default=0,
        )
        return QSize(widest + beside_text(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the full size, because a cut number misleads; if it shrinks, a few letters."""
        size = self.sizeHint()
        if self._shrinks:
            few = _FEW * self.fontMetrics().averageCharWidth() + beside_text()
            size.setWidth(min(size.width(), few))
        return size
