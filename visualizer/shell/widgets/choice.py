"""A box to choose one of several from."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox

from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.text_sizes import sign_px
from visualizer.shell.appearance.words import Words

_ARROW, _EDGE, _TEXT_EDGE, _GAP = 14, 8, 12, 8
_FEW = 6


class Choice(QComboBox):
    """With the arrow that a style sheet takes from it.

    One that ``shrinks`` cuts long texts off where there is no room for them.
    """

    def __init__(self, *, shrinks: bool = False) -> None:
        super().__init__()
        self._shrinks = shrinks

    def offer(self, words: Words, options: Iterable[tuple[object, str]]) -> None:
        """Add ``options``, each a value and the key of its words."""
        for at, (value, key) in enumerate(options):
            self.addItem("", value)
            words.bind(partial(self.setItemText, at), key, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow over what Qt paints."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self.palette().color(QPalette.ColorRole.Text)
        arrow = sign_px(_ARROW)
        at = self.width() - arrow - _EDGE, (self.height() - arrow) // 2
        painter.drawPixmap(*at, pixmap("chevron-down", colour, arrow, 2))
        painter.end()

    def sizeHint(self) -> QSize:
        """Return room for the longest text in the current font and language, and the arrow.

        Qt would remember the size for another font or language.
        """
        widest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())),
            default=0,
        )
        return QSize(widest + self._beside, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same size, as a number that is cut off is another one, or a few letters'."""
        size = self.sizeHint()
        if self._shrinks:
            few = _FEW * self.fontMetrics().averageCharWidth() + self._beside
            size.setWidth(min(size.width(), few))
        return size

    @property
    def _beside(self) -> int:
        return _TEXT_EDGE + _GAP + sign_px(_ARROW) + _EDGE
