"""Arranges the cards of the lab in two columns, or in one column where it is narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from visualizer.shell.appearance.text_sizes import px

_NARROW, _RIGHT, _LEAST = 940, 500, 485
"""Pixels at the usual text size: the width below which there is one column; the widest and the
narrowest right column."""
_GAP = 12


class Body(QWidget):
    """Places bars above the Gantt chart at the left, code above the results at the right."""

    def __init__(self, bars: QWidget, gantt: QWidget, code: QWidget, results: QWidget) -> None:
        super().__init__()
        self._cards = (bars, gantt, code, results)
        self._narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.arrange()

    def arrange(self) -> None:
        """Arrange the cards for the current width."""
        bars, gantt, code, results = self._cards
        narrow = self.width() < px(_NARROW)
        code.setMinimumHeight(px(200))
        results.setMinimumHeight(px(240))
        right = max(px(_LEAST), min(px(_RIGHT), round(0.37 * self.width())))
        self._grid.setColumnMinimumWidth(1, 0 if narrow else right)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for card in self._cards:
            self._grid.removeWidget(card)
        if narrow:
            for row, card in enumerate((bars, results, gantt, code)):
                self._grid.addWidget(card, row, 0)
        else:
            self._grid.addWidget(bars, 0, 0)
            self._grid.addWidget(gantt, 1, 0)
            self._grid.addWidget(code, 0, 1)
            self._grid.addWidget(results, 1, 1)
        self._grid.setColumnStretch(0, 1)
        for row, stretch in enumerate((0, 0, 0, 0) if narrow else (5, 6, 0, 0)):
            self._grid.setRowStretch(row, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards for the new width."""
        super().resizeEvent(event)
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the height; the width may shrink, because the cards then share one column."""
        return QSize(1, super().minimumSizeHint().height())
