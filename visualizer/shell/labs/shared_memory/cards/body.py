"""Arranges the cards of the lab side by side, or in one column where it is narrow."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from visualizer.shell.labs.common.card import CardGrid, Places

_COLUMNS = 12

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


class Body(CardGrid):
    """Places ``cards``, which have the names in ``WIDE``."""

    def __init__(self, cards: Mapping[str, QWidget]) -> None:
        super().__init__(cards, ((1240, WIDE), (860, MIDDLE), (0, NARROW)))
        for column in range(_COLUMNS):
            self.grid.setColumnStretch(column, 1)
            self.grid.setColumnMinimumWidth(column, 1)
        self.arrange()
