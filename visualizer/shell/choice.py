"""A box to choose one of several from."""

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox

from visualizer.shell.icons import pixmap

_ARROW, _EDGE = 14, 8


class Choice(QComboBox):
    """With the arrow that a style sheet takes from it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow over what Qt paints."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self.palette().color(QPalette.ColorRole.Text)
        at = self.width() - _ARROW - _EDGE, (self.height() - _ARROW) // 2
        painter.drawPixmap(*at, pixmap("chevron-down", colour, _ARROW, 2))
        painter.end()
