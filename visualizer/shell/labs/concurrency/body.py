"""Arranges the cards of the lab in two columns, or in one column where it is narrow."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.labs.common.card import CardGrid, Places

_NARROW, _RIGHT, _LEAST = 940, 500, 485
"""Pixels at the usual text size: the width below which there is one column; the widest and the
narrowest right column."""
WIDE: Places = {"bars": (0, 0, 1), "gantt": (1, 0, 1), "code": (0, 1, 1), "results": (1, 1, 1)}
NARROW: Places = {key: (row, 0, 1) for row, key in enumerate(("bars", "results", "gantt", "code"))}


class Body(CardGrid):
    """Places bars above the Gantt chart at the left, code above the results at the right."""

    def __init__(self, cards: Mapping[str, QWidget]) -> None:
        super().__init__(cards, ((_NARROW, WIDE), (0, NARROW)))
        self.grid.setColumnStretch(0, 1)
        self.arrange()

    def arrange(self) -> None:
        """Arrange the cards for the current width."""
        is_narrow = self.width() < px(_NARROW)
        self.cards["code"].setMinimumHeight(px(200))
        self.cards["results"].setMinimumHeight(px(240))
        right = max(px(_LEAST), min(px(_RIGHT), round(0.37 * self.width())))
        self.grid.setColumnMinimumWidth(1, 0 if is_narrow else right)
        for row, stretch in enumerate((0, 0) if is_narrow else (5, 6)):
            self.grid.setRowStretch(row, stretch)
        super().arrange()
