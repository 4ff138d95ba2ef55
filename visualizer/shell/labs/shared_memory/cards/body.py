"""Arranges the cards of the lab side by side, or in one column where it is narrow."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from visualizer.shell.appearance.text_sizes import px

_NARROW, _MIDDLE, _GAP, _COLUMNS = 860, 1240, 12, 12

type Places = Mapping[str, tuple[int, int, int]]
"""By card: its row, the first of its twelve columns, and how many columns it spans."""

WIDE: Places = {
    "stages": (0, 0, 7),
    "memory": (0, 7, 5),
    "segments": (1, 0, 5),
    "leaks": (1, 5, 3),
    "file": (1, 8, 4),
    "sweep": (2, 0, 6),
    "growth": (2, 6, 6),
    "results": (3, 0, 7),
    "code": (3, 7, 5),
    "findings": (4, 0, 12),
}
MIDDLE: Places = {
    "stages": (0, 0, 7),
    "memory": (0, 7, 5),
    "segments": (1, 0, 12),
    "leaks": (2, 0, 6),
    "file": (2, 6, 6),
    "sweep": (3, 0, 6),
    "growth": (3, 6, 6),
    "results": (4, 0, 12),
    "code": (5, 0, 12),
    "findings": (6, 0, 12),
}
NARROW: Places = {key: (row, 0, _COLUMNS) for row, key in enumerate(WIDE)}


class Body(QWidget):
    """Places ``cards``, which have the names in ``WIDE``."""

    def __init__(self, cards: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._cards = cards
        self._places: Places | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 1)
        self.arrange()

    def arrange(self) -> None:
        """Arrange the cards for the current width."""
        width = self.width()
        places = WIDE if width >= px(_MIDDLE) else MIDDLE if width >= px(_NARROW) else NARROW
        if places is self._places:
            return
        self._places = places
        for card in self._cards.values():
            self._grid.removeWidget(card)
        for key, card in self._cards.items():
            row, column, wide = places[key]
            self._grid.addWidget(card, row, column, 1, wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards for the new width."""
        super().resizeEvent(event)
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the height; the width may shrink, because the cards then share one column."""
        return QSize(1, super().minimumSizeHint().height())
