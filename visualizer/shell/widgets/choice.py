"""A box to choose one of several from."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox

from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.text_sizes import sign_px

_ARROW, _EDGE, _TEXT_EDGE, _GAP = 14, 8, 12, 8


class Choice(QComboBox):
    """With the arrow that a style sheet takes from it."""

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
        beside = _TEXT_EDGE + _GAP + sign_px(_ARROW) + _EDGE
        return QSize(widest + beside, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same size: a number that is cut off is another number."""
        return self.sizeHint()
