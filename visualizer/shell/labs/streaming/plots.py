"""The plots of the streaming lab: over the size n, or over the time of an endless stream."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from visualizer.charts.scales import LinearScale, LogScale
from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.text_sizes import percent, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, tick_text
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.streaming.figures import ENDLESS, Figure, Found, size_text
from visualizer.shell.labs.streaming.legend import Legend
from visualizer.shell.labs.streaming.manners import MANNERS

if TYPE_CHECKING:
    from visualizer.charts.lines import Line, LinePlot

_HEIGHT = 240
"""Pixels: the least height of a plot, at the usual text size."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A plot over n: ``title`` and ``note`` are keys of words, ``text`` formats values."""

    title: str
    note: str
    value: Callable[[Figure], float | None]
    text: Callable[[float], str]
    has_limit: bool = False


MEASURES = (
    Measure("stream.first", "stream.first_note", lambda one: one.first, seconds_text),
    Measure("stream.total", "stream.total_note", lambda one: one.total, seconds_text),
    Measure("stream.peak", "stream.peak_note", lambda one: one.peak, bytes_text, has_limit=True),
)


class Plots(QObject):
    """Shows either ``growth``, the plots over n, or ``endless``, the plot over time.

    ``picked`` carries the style that the user picks in a plot, and its size, 0 over time.
    """

    picked = Signal(str, int)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self._found, self._selected = Found(ENDLESS), ""
        self.growth, self.endless = QWidget(), Card(words, "stream.memory", "stream.memory_note")
        self.cards = [Card(words, one.title, one.note) for one in MEASURES]
        row = QHBoxLayout(self.growth)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in self.cards:
            row.addWidget(card, 1)
        self._legend = Legend(theme)
        self._plots: list[LinePlot] = []
        self._over_time: LinePlot | None = None
        # Shown until there are results, and the plots are imported.
        self._empty = [QLabel() for _ in (*self.cards, self.endless)]
        for card, label in zip((*self.cards, self.endless), self._empty, strict=True):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setProperty("words", "second")
            words.bind(label.setText, "lab.no_rows")
            card.column.addWidget(label, 1)
        self.resize_words()

    def complete(self) -> None:
        """Create the plots."""
        from visualizer.charts.lines import LinePlot

        if self._plots:
            return
        colours = self._theme.colour
        x = LogScale(size_text, size_text)
        for card, measure in zip(self.cards, MEASURES, strict=True):
            scale = LogScale(measure.text, tick_text(measure.text))
            plot = LinePlot(colours, x, scale)
            plot.picked.connect(lambda key, items: self.picked.emit(key, round(items)))
            self._plots.append(plot)
            card.column.addWidget(plot, 1)
        seconds = LinearScale(seconds_text, tick_text(seconds_text))
        self._over_time = LinePlot(colours, seconds, LinearScale(bytes_text, tick_text(bytes_text)))
        self._over_time.picked.connect(lambda key, _: self.picked.emit(key, 0))
        self.endless.column.addWidget(self._over_time, 1)
        self.resize_words()
        self.speak()

    @property
    def all(self) -> list[LinePlot]:
        """The plots that have been created."""
        return [*self._plots, *([self._over_time] if self._over_time is not None else [])]

    @property
    def pictures(self) -> list[QWidget]:
        """The parts of a saved picture; empty before the plots are created."""
        if not self._plots:
            return []
        plots = self.endless if self._found.task == ENDLESS else self.growth
        self._legend.show_styles(self._found.styles, self._theme, plots.width())
        return [self._legend, plots]

    def show(self, found: Found, selected: str) -> None:
        """Draw the figures of ``found``."""
        self._found, self._selected = found, selected
        is_endless = found.task == ENDLESS
        self.growth.setVisible(not is_endless)
        self.endless.setVisible(is_endless)
        if is_endless:
            self._show_endless()
        else:
            self._show_growth()
        for plot, label in zip(self.all, self._empty, strict=False):
            drawn = any(line.points for line in plot.lines)
            plot.setVisible(drawn)
            label.setVisible(not drawn)

    def _show_growth(self) -> None:
        from visualizer.charts.lines import Limit, Line

        found = self._found
        for measure, plot in zip(MEASURES, self._plots, strict=False):
            lines = [Line(key, MANNERS[key], _points(found, key, measure)) for key in found.styles]
            limit = None
            if measure.has_limit and found.limit:
                text = self._words("stream.limit", limit=bytes_text(found.limit))
                limit = Limit(found.limit, text)
            plot.show_lines(lines, found.sizes, limit, self._selected)

    def _show_endless(self) -> None:
        if self._over_time is None:
            return
        from visualizer.charts.lines import Limit, Line

        found = self._found
        lines = [Line(one.style, MANNERS[one.style], one.samples) for one in found.streams]
        times = [at for line in lines for at, _ in line.points]
        limit = None
        if found.limit:
            limit = Limit(found.limit, self._words("stream.stop", limit=bytes_text(found.limit)))
        self._over_time.show_lines(lines, (0.0, max(times, default=1.0)), limit, self._selected)

    def speak(self) -> None:
        """Label the plots in the current language."""
        words = self._words
        for measure, plot in zip(MEASURES, self._plots, strict=False):
            plot.set_words(words(measure.title), words("stream.n"), _size_text(words, measure.text))
        if self._over_time is not None:
            self._over_time.set_words(
                words("stream.memory"), words("stream.time"), _time_text(words)
            )
        self.show(self._found, self._selected)

    def resize_words(self) -> None:
        """Follow the current text size."""
        for card in (*self.cards, self.endless):
            card.setMinimumHeight(px(_HEIGHT))
        for plot in self.all:
            plot.set_zoom(percent())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of ``theme``."""
        self._theme = theme


def _points(found: Found, key: str, measure: Measure) -> tuple[tuple[float, float], ...]:
    points: list[tuple[float, float]] = []
    for items in found.sizes:
        figure = found.at(key, items)
        value = measure.value(figure) if figure is not None else None
        if value is not None:
            points.append((float(items), value))
    return tuple(points)


def _size_text(words: Words, text: Callable[[float], str]) -> Callable[[Line, int], str]:
    """Return a function that describes a point of a plot over n."""

    def describe(line: Line, at: int) -> str:
        items, value = line.points[at]
        return words("stream.point", style=line.key, items=size_text(items), value=text(value))

    return describe


def _time_text(words: Words) -> Callable[[Line, int], str]:
    """Return a function that describes a point of the plot over time."""

    def describe(line: Line, at: int) -> str:
        seconds, grown = line.points[at]
        return words(
            "stream.moment",
            style=line.key,
            seconds=seconds_text(seconds),
            value=bytes_text(grown),
        )

    return describe
