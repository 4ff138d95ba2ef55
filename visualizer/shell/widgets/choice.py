"""A box to choose one of several options."""

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
    """A combo box that draws its arrow, which a style sheet would remove.

    If it ``shrinks``, it cuts long texts when there is no room.
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
        """Paint Qt's box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self.palette().color(QPalette.ColorRole.Text)
        arrow = sign_px(_ARROW)
        at = self.width() - arrow - _EDGE, (self.height() - arrow) // 2
        painter.drawPixmap(*at, pixmap("chevron-down", colour, arrow, 2))
        painter.end()

    def sizeHint(self) -> QSize:
        """Return room for the longest text in the current font and language, and the arrow.

        Qt would cache the size for a former font or language.
        """
        widest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())),
            default=0,
        )
        return QSize(widest + self._beside, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the full size, because a cut number misleads; if it shrinks, a few letters."""
        size = self.sizeHint()
        if self._shrinks:
            few = _FEW * self.fontMetrics().averageCharWidth() + self._beside
            size.setWidth(min(size.width(), few))
        return size

    @property
    def _beside(self) -> int:
        return _TEXT_EDGE + _GAP + sign_px(_ARROW) + _EDGE
