"""A window is painted when its parts are in their places, never half-way."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

_DEPTH = 8
"""How many layouts lie in each other at most: what one passes on is sent in the next round."""


class LaidOut(QObject):
    """Watches one window.

    Layouts that lie in each other pass on one after the other, each by an event of its own, that
    something needs more room or less. Where a painting comes between two of them, a part is drawn
    in its new place and its neighbour in the old one.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._busy = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before painting, let all of them be through."""
        if event.type() is QEvent.Type.UpdateRequest and not self._busy:
            self._busy = True
            for _ in range(_DEPTH):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self._busy = False
        return False
