"""A card with a plot, which is made when its modules are imported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import percent
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.card import Card
from visualizer.shell.widgets.layouts import text_label

if TYPE_CHECKING:
    from visualizer.charts.lines import Limit, Line, LinePlot


class PlotCard[Plot: LinePlot](Card):
    """A card with a plot; ``picked`` carries the line and the x that the user picks in it.

    The words under ``empty`` stand in the place of a plot without lines, ``x_name`` is the key of
    the words for the lower axis. ``make_plot`` returns the plot, ``describe`` says a point.
    """

    picked = Signal(str, float)
    least_height = 240
    x_name = ""

    def __init__(
        self, words: Words, title: str, note: str = "", empty: str = "lab.no_rows"
    ) -> None:
        super().__init__(words, title, note)
        self._title = title
        self.plot: Plot | None = None
        self.empty = text_label("second")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.bind(self.empty.setText, empty)
        self.column.addWidget(self.empty, 1)

    def make_plot(self) -> Plot:
        """Return the plot, in the colours of the theme."""
        raise NotImplementedError

    def describe(self, line: Line, at: int) -> str:
        """Describe a point of a line."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw what is to be shown, once there is a plot."""

    def speak(self) -> None:
        """Label the plot in the current language."""
        if self.plot is not None:
            self.plot.set_words(self.words(self._title), self.words(self.x_name), self.describe)

    def complete(self) -> None:
        """Create the plot."""
        if self.plot is None:
            self.plot = self.make_plot()
            THEME.changed.connect(self.plot.set_colours)
            self.plot.picked.connect(self.picked)
            self.column.insertWidget(1, self.plot, 1)
            self.resize_words()
            self.speak()
            self.draw()

    def show_lines(
        self, lines: Sequence[Line], xs: Sequence[float], limit: Limit | None, selected: str
    ) -> None:
        """Draw lines, as a ``LinePlot`` does, once there is a plot."""
        if self.plot is not None:
            drawn = any(line.points for line in lines)
            self.plot.show_lines(lines, xs, limit, selected)
            self.plot.setVisible(drawn)
            self.empty.setVisible(not drawn)

    def resize_words(self) -> None:
        """Follow the current text size."""
        super().resize_words()
        if self.plot is not None:
            self.plot.set_zoom(percent())
