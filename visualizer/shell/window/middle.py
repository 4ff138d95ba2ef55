"""The middle of the window: the diagram, and what can stand below it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

_ABOVE, _BELOW = 400, 260
"""Heights at first, in pixels."""


class Middle(QSplitter):
    """Gives what stands below the diagram half of the height at most."""

    def __init__(self, above: QWidget, below: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._below = below
        self._is_halving = False
        self.addWidget(above)
        self.addWidget(below)
        self.setStretchFactor(0, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.reset()

    def reset(self) -> None:
        """Give both parts their first heights."""
        self.setSizes([_ABOVE, _BELOW])

    def halve_later(self) -> None:
        """Limit the lower part once Qt has distributed the height.

        While it does, the splitter still reports its former sizes.
        """
        if not self._below.isHidden() and not self._is_halving:
            self._is_halving = True
            QTimer.singleShot(0, self, self._halve)

    def _halve(self) -> None:
        # With nothing to show the lower part wants less than half.
        sizes = self.sizes()
        most = min(sum(sizes) // 2, self._below.maximumHeight())
        if sizes[1] > most:
            self.setSizes([sum(sizes) - most, most])
        self._is_halving = False
