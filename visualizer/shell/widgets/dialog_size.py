"""Sizes dialogs for their texts, also with large text on a small screen."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from visualizer.shell.appearance.text_sizes import percent, px

_FRAME = QSize(8, 36)
"""Allowance for the frame of the system around a dialog."""


class DialogSize(QObject):
    """Gives ``dialog`` a size in pixels at the usual text size, limited to the screen.

    A size that the user chooses stays until the text size changes.
    """

    def __init__(self, dialog: QDialog, width: int, height: int) -> None:
        super().__init__(dialog)
        self._dialog, self._usual = dialog, (width, height)
        self._make()
        dialog.installEventFilter(self)

    def _make(self) -> None:
        width, height = self._usual
        most = self._dialog.screen().availableSize() - _FRAME
        self._dialog.resize(QSize(px(width), px(height)).boundedTo(most))
        self._percent = percent()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Resize a shown dialog if the text size has changed."""
        if event.type() is QEvent.Type.Show and self._percent != percent():
            self._make()
        return False


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
