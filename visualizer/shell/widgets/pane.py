"""Bases of the parts of the window: their ground, and their reaction to a new size."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Fitted(QWidget):
    """Calls ``fit`` for each new size."""

    def fit(self) -> None:
        """Adapt the contents to the current size; by default they need nothing."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the contents to the new size."""
        super().resizeEvent(event)
        self.fit()


class Pane(Fitted):
    """Has a ground of the style sheet, which ``look`` and its ``value`` select."""

    def __init__(self, look: str = "pane", value: str = "true") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty(look, value)
