"""A row of the timeline for an amount: its name, the plot, and the value at the step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import percent, px
from visualizer.shell.timeline.step_slider import EDGE

if TYPE_CHECKING:
    from visualizer.charts.timeline import AmountPlot


class AmountRow:
    """Shows an amount; ``write`` formats a value at an end of the axis."""

    def __init__(self, label: QLabel, write: Callable[[int], str], parent: QWidget) -> None:
        self._label, self._write, self._parent = label, write, parent
        self.value = QLabel(parent)
        self.value.setProperty("words", "number")
        self.plot: AmountPlot | None = None

    def complete(self) -> None:
        """Create the plot, whose module is imported late."""
        from visualizer.charts.timeline import AmountPlot

        self.plot = AmountPlot(THEME.colour, EDGE, self._parent, self._write)

    def show_amounts(self, steps: Sequence[int], amounts: Sequence[int], end: int) -> None:
        """Show the amounts of another recording, or further amounts of the same recording."""
        if self.plot is not None:
            self.plot.show_amounts(steps, amounts, end)

    def amount_at(self, step: int) -> int | None:
        """Return the amount at a step; None while it is unknown."""
        return self.plot.amount_at(step) if self.plot is not None else None

    def set_hidden(self, hidden: bool) -> None:
        """Hide the row, or show it."""
        for part in (self._label, self.value, self.plot):
            if part is not None:
                part.setHidden(hidden)

    def place(self, left: int, y: int, width: int, height: int, values: int) -> None:
        """Place the plot from ``left`` on, ``width`` wide; ``values`` pixels hold the value."""
        if self.plot is not None:
            self.plot.set_scale(percent() / 100)
            self.plot.setGeometry(left, px(y), width, px(height))
        self.value.setGeometry(left + width + 8, px(y), values - 8, px(height))
