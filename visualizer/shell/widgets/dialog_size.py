"""Sizes dialogs for their texts, also with large text on a small screen."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QFrame, QLineEdit, QScrollArea, QWidget

from visualizer.shell.appearance.look import percent, px
from visualizer.shell.appearance.words import Words

_FRAME = QSize(8, 36)
"""Allowance for the frame of the system around a dialog."""


class Dialog(QDialog):
    """Has a ``size`` in pixels at the usual text size, limited to the screen.

    A size that the user chooses stays until the text size changes. ``title`` is a key. Closing
    deletes the dialog, unless it ``stays``.
    """

    def __init__(
        self, words: Words, title: str, size: tuple[int, int], parent: QWidget, stays: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not stays)
        self._words, self._usual = words, size
        if title:
            words.bind(self.setWindowTitle, title)
        self._resize()

    def _resize(self) -> None:
        width, height = self._usual
        most = self.screen().availableSize() - _FRAME
        self.resize(QSize(px(width), px(height)).boundedTo(most))
        self._percent = percent()

    def show_values(self) -> None:
        """Show the current values: other windows may have changed them."""

    def event(self, event: QEvent) -> bool:
        """Show the current values when the dialog becomes active."""
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Show):
            self.show_values()
        return super().event(event)

    def bring_up(self) -> None:
        """Show the dialog in front of the other windows."""
        self.show()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        """Select the first field's text, as Tab would, and resize if the text size has changed."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.focusNextChild()
            first = self.focusWidget()
            if isinstance(first, QAbstractSpinBox | QLineEdit):
                first.selectAll()
        if self._percent != percent():
            self._resize()


def scrolled(page: QWidget) -> QScrollArea:
    """Return a scroll area with ``page``, which keeps the height that it needs."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(page)
    # The widgets inside take the keys, and are then brought into view.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area
