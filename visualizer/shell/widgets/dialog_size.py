"""Sizes dialogs for their texts, also with large letters on a small screen."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from visualizer.shell.appearance.text_sizes import percent, px

_FRAME = QSize(8, 36)
"""What the system may put around a dialog."""


class DialogSize(QObject):
    """``dialog`` comes up so large, in pixels for words of the usual size, as its screen has room.

    Made larger or smaller by hand it stays so, until words are of another size.
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
        """Words may have become larger since it was made."""
        if event.type() is QEvent.Type.Show and self._percent != percent():
            self._make()
        return False


def scrolled(page: QWidget) -> QScrollArea:
    """``page`` as high as it needs to be, in as much room as there is."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(page)
    # Keys go to what stands in it, which is brought into view then.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area
