"""The plots of the streaming lab: over the size n, or over the time of an endless stream."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from visualizer.charts.scales import LinearScale, LogScale, Scale
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, tick_text
from visualizer.shell.labs.common.card import make_row
from visualizer.shell.labs.common.plot_card import PlotCard
from visualizer.shell.labs.streaming.figures import ENDLESS, Figure, Found, size_text
from visualizer.shell.labs.streaming.manners import MANNERS

if TYPE_CHECKING:
    from visualizer.charts.lines import Line, LinePlot

_SIGN, _GAP, _HEIGHT = 9, 22, 28


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


class StylesPlot(PlotCard["LinePlot"]):
    """A plot over n with a line for each style; ``scales`` are those of its two axes."""

    x_name = "stream.n"

    def __init__(self, words: Words, title: str, note: str, *scales: Scale) -> None:
        super().__init__(words, title, note)
        self._x, self._y = scales

    def make_plot(self) -> LinePlot:
        """Return the plot."""
        from visualizer.charts.lines import LinePlot

        return LinePlot(THEME.colour, self._x, self._y)

    def describe(self, line: Line, at: int) -> str:
        """Describe a point: the style, the size, the value."""
        items, value = line.points[at]
        texts = {"items": self._x.text(items), "value": self._y.text(value)}
        return self.words("stream.point", style=line.key, **texts)


class TimePlot(StylesPlot):
    """A plot over the time of an endless stream."""

    x_name = "stream.time"

    def describe(self, line: Line, at: int) -> str:
        """Describe a point: the style, the moment, the memory."""
        seconds, grown = line.points[at]
        texts = {"seconds": self._x.text(seconds), "value": self._y.text(grown)}
        return self.words("stream.moment", style=line.key, **texts)


class Legend(QWidget):
    """A legend, only for pictures: in the window the table shows the signs."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[str, ...] = ()

    def show_styles(self, keys: tuple[str, ...], width: int) -> None:
        """Lay out the styles ``keys`` in rows of ``width`` pixels."""
        self._keys = keys
        self.resize(width, px(_HEIGHT))
        rows = 1 + max((row for _, _, row in self._places()), default=0)
        self.resize(width, rows * px(_HEIGHT))

    def _places(self) -> list[tuple[str, float, int]]:
        metrics, x, row, found = QFontMetricsF(self.font()), 0.0, 0, []
        for key in self._keys:
            wide = px(_SIGN) + px(6) + metrics.horizontalAdvance(key)
            if x and x + wide > self.width():
                x, row = 0.0, row + 1
            found.append((key, x, row))
            x += wide + px(_GAP)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign and name of each style."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        for key, x, row in self._places():
            manner, middle = MANNERS[key], row * px(_HEIGHT) + px(_HEIGHT) / 2
            centre = QPointF(x + px(_SIGN) / 2, middle)
            colour, ground = THEME.colour(manner.colour), THEME.colour("pane")
            manner.draw_sign(painter, centre, px(_SIGN), colour, ground)
            painter.setPen(THEME.colour("ink"))
            baseline = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(x + px(_SIGN) + px(6), baseline), key)
        painter.end()


class Plots(QObject):
    """Shows either ``growth``, the plots over n, or ``endless``, the plot over time.

    ``picked`` carries the style that the user picks in a plot, and its size, 0 over time.
    """

    picked = Signal(str, int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._found, self._selected = Found(ENDLESS), ""
        x = LogScale(size_text, size_text)
        self.cards = []
        for one in MEASURES:
            y = LogScale(one.text, tick_text(one.text))
            self.cards.append(StylesPlot(words, one.title, one.note, x, y))
        cards = {one.title: card for one, card in zip(MEASURES, self.cards, strict=True)}
        self.growth = make_row(cards, (1, 1, 1))
        named, axes = ("stream.memory", "stream.memory_note"), (seconds_text, bytes_text)
        scales = [LinearScale(text, tick_text(text)) for text in axes]
        self.endless = TimePlot(words, *named, *scales)
        self._legend = Legend()
        for card in (*self.cards, self.endless):
            card.picked.connect(self._pick)

    def _pick(self, key: str, x: float) -> None:
        self.picked.emit(key, 0 if self._found.task == ENDLESS else round(x))

    @property
    def all(self) -> list[LinePlot]:
        """The plots that have been created."""
        return [card.plot for card in (*self.cards, self.endless) if card.plot is not None]

    @property
    def pictures(self) -> list[QWidget]:
        """The parts of a saved picture; empty before the plots are created."""
        if not self.all:
            return []
        plots = self.endless if self._found.task == ENDLESS else self.growth
        self._legend.show_styles(self._found.styles, plots.width())
        return [self._legend, plots]

    def show(self, found: Found, selected: str) -> None:
        """Draw the figures of ``found``."""
        self._found, self._selected = found, selected
        is_endless = found.task == ENDLESS
        self.growth.setVisible(not is_endless)
        self.endless.setVisible(is_endless)
        if self.all:
            (self._show_endless if is_endless else self._show_growth)()

    def _show_growth(self) -> None:
        from visualizer.charts.lines import Limit, Line

        found = self._found
        for measure, card in zip(MEASURES, self.cards, strict=True):
            lines = [Line(key, MANNERS[key], _points(found, key, measure)) for key in found.styles]
            limit = None
            if measure.has_limit and found.limit:
                text = self._words("stream.limit", limit=bytes_text(found.limit))
                limit = Limit(found.limit, text)
            card.show_lines(lines, found.sizes, limit, self._selected)

    def _show_endless(self) -> None:
        from visualizer.charts.lines import Limit, Line

        found = self._found
        lines = [Line(one.style, MANNERS[one.style], one.samples) for one in found.streams]
        times = [at for line in lines for at, _ in line.points]
        limit = None
        if found.limit:
            limit = Limit(found.limit, self._words("stream.stop", limit=bytes_text(found.limit)))
        self.endless.show_lines(lines, (0.0, max(times, default=1.0)), limit, self._selected)


def _points(found: Found, key: str, measure: Measure) -> tuple[tuple[float, float], ...]:
    points: list[tuple[float, float]] = []
    for items in found.sizes:
        figure = found.at(key, items)
        value = measure.value(figure) if figure is not None else None
        if value is not None:
            points.append((float(items), value))
    return tuple(points)
