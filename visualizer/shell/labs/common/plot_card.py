"""A card with a plot of lines."""

from functools import partial

from PySide6.QtCore import Signal

from visualizer.charts.lines import Line, LinePlot
from visualizer.charts.scales import LogScale, Scale
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.card import Card


class PlotCard(Card):
    """A card with a plot; ``picked`` carries the line and the x that the user picks in it.

    ``x_name`` is the key of the words for the lower axis, ``point`` that of the words for a point
    ``x``, ``y`` of the line ``name``, ``empty`` that of the words in a plot without lines.
    """

    picked = Signal(str, float)
    least_height = 240

    def __init__(
        self,
        words: Words,
        title: str,
        note: str,
        *axes: Scale,
        x_name: str,
        point: str,
        empty: str = "lab.no_rows",
    ) -> None:
        super().__init__(words, title)
        if note:
            is_log = any(isinstance(axis, LogScale) for axis in axes)
            words.bind(partial(self._show_note, is_log=is_log), note, self)
        self._x_name, self._point = x_name, point
        self.plot = LinePlot(THEME.colour, *axes)
        self.plot.picked.connect(self.picked)
        self.column.addWidget(self.plot, 1)
        words.bind(self._name, title)
        words.bind(partial(setattr, self.plot, "empty"), empty, self.plot)

    def _name(self, title: str) -> None:
        self.plot.set_words(title, self.words(self._x_name), self._describe)

    def _show_note(self, note: str, *, is_log: bool) -> None:
        self.note.setText(f"{note}; {self.words('lab.log_axes')}" if is_log else note)

    def _describe(self, line: Line, at: int) -> str:
        x, y = line.points[at]
        plot = self.plot
        return self.words(
            self._point, name=line.key, x=plot.x_scale.text(x), y=plot.y_scale.text(y)
        )
