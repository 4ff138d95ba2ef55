"""What was seen a moment ago, fading away over what is there now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget


class CrossFade(QWidget):
    """Lies over ``parent`` and lets the mouse through; gone when nothing is left of it."""

    def __init__(self, before: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._before = before
        self._left = 1.0
        self.setGeometry(parent.rect())
        self.show()

    def show_share(self, share: float) -> None:
        """Show how far the new picture has come."""
        self._left = 1.0 - share
        if share >= 1.0:
            self.hide()
            self.deleteLater()
        else:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The old picture, as much as is left of it."""
        painter = QPainter(self)
        painter.setOpacity(self._left)
        painter.drawPixmap(0, 0, self._before)
