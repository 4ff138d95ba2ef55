"""The plots of the streaming lab: over the size n, or over the time of an endless stream."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from visualizer.charts.lines import Limit, Line, LinePlot
from visualizer.charts.markers import Manner
from visualizer.charts.scales import LinearScale, LogScale
from visualizer.shell.appearance.icons import painted
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, size_text, tick_text
from visualizer.shell.labs.common.card import PlotCard, make_row
from visualizer.shell.labs.streaming.figures import ENDLESS, Figure, Found
from visualizer.shell.widgets.layouts import text_label

_DASHED, _DOTTED, _BOTH = (5.0, 3.0), (1.5, 2.0), (6.0, 2.0, 1.5, 2.0)
MANNERS = {
    "list": Manner("s2", "square", _DASHED),
    "list-comprehension": Manner("s2", "square", _DOTTED, hollow=True),
    "generator": Manner("s1", "disc"),
    "generator-expression": Manner("s1", "disc", _BOTH, hollow=True),
    "iterator-class": Manner("s3", "triangle", _DOTTED),
    "itertools": Manner("s4", "diamond"),
    "numpy": Manner("ink2", "cross", _DASHED),
    "numpy-chunks": Manner("ink2", "plus", _BOTH),
    "file-eager": Manner("s2", "triangle", _BOTH),
    "file-lazy": Manner("s1", "square", _DASHED),
}
"""Eager styles have warm colours, hand-made lazy ones a colour each; variations are hollow."""
SIGN = 14
_SCALE = 2


def sign_pixmap(key: str) -> QPixmap:
    """Return the sign of a style in the plots."""
    manner, middle = MANNERS[key], QPointF(SIGN / 2, SIGN / 2)
    colour, ground = THEME.colour(manner.colour), THEME.colour("pane")

    def paint(painter: QPainter) -> None:
        manner.draw_sign(painter, middle, SIGN - 5, colour, ground)

    return painted(paint, SIGN, SIGN, _SCALE)


_IN_A_ROW = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """A plot over n: ``title`` and ``note`` are keys of words, ``text`` formats values."""

    title: str
    note: str
    value: Callable[[Figure], float | None]
    text: Callable[[float], str]
    spread: Callable[[Figure], Sequence[float] | None] = lambda one: None
    has_limit: bool = False


MEASURES = (
    Measure(
        "stream.first",
        "stream.first_note",
        lambda one: one.first,
        seconds_text,
        lambda one: one.ci95_first,
    ),
    Measure(
        "stream.total",
        "stream.total_note",
        lambda one: one.total,
        seconds_text,
        lambda one: one.ci95,
    ),
    Measure(
        "stream.peak", "stream.peak_note", lambda one: one.peak_bytes, bytes_text, has_limit=True
    ),
)


class Plots(QObject):
    """Shows either ``growth``, the plots over n, or ``endless``, the plot over time.

    ``picked`` carries the style that the user picks in a plot, and its size, 0 over time.
    """

    picked = Signal(str, int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._found = Found(ENDLESS)
        over_n = {"x_name": "stream.n", "point": "stream.point"}
        x = LogScale(size_text, size_text)
        self._cards = {
            one.title: PlotCard(
                words, one.title, one.note, x, LogScale(one.text, tick_text(one.text)), **over_n
            )
            for one in MEASURES
        }
        self.growth = make_row(self._cards, (1, 1, 1))
        scales = [LinearScale(text, tick_text(text)) for text in (seconds_text, bytes_text)]
        over_time = {"x_name": "stream.time", "point": "stream.moment"}
        self.endless = PlotCard(words, "stream.memory", "stream.memory_note", *scales, **over_time)
        self._all = (*self._cards.values(), self.endless)
        self.all: list[LinePlot] = [card.plot for card in self._all]
        for card in self._all:
            card.picked.connect(self._pick)

    def _pick(self, key: str, x: float) -> None:
        self.picked.emit(key, 0 if self._found.task == ENDLESS else round(x))

    @property
    def pictures(self) -> list[QWidget]:
        """The parts of a saved picture, with a legend: in the window the table shows the signs."""
        plots = self.endless if self._found.task == ENDLESS else self.growth
        legend = QWidget()
        grid = QGridLayout(legend)
        for at, key in enumerate(self._found.styles):
            row, column = divmod(at, _IN_A_ROW)
            sign, name = QLabel(), text_label()
            sign.setPixmap(sign_pixmap(key))
            name.setText(key)
            grid.addWidget(sign, row, 2 * column)
            grid.addWidget(name, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        legend.resize(plots.width(), legend.sizeHint().height())
        return [legend, plots]

    def show(self, found: Found, selected: str) -> None:
        """Draw the figures of ``found``."""
        self._found = found
        is_endless = found.task == ENDLESS
        self.growth.setVisible(not is_endless)
        self.endless.setVisible(is_endless)
        key, limit = "stream.stop" if is_endless else "stream.limit", None
        if found.limit:
            limit = Limit(found.limit, self._words(key, limit=bytes_text(found.limit)))
        if is_endless:
            lines = [
                Line(one.style, MANNERS[one.style], tuple(one.samples)) for one in found.streams
            ]
            times = [at for line in lines for at, _ in line.points]
            self.endless.plot.show_lines(lines, (0.0, max(times, default=1.0)), selected, limit)
            return
        for one in MEASURES:
            lines = [_line(found, key, one) for key in found.styles]
            card = self._cards[one.title]
            card.plot.show_lines(lines, found.sizes, selected, limit if one.has_limit else None)
            card.explain_whiskers(len(figure.repeats) for figure in found.figures if figure.repeats)


def _line(found: Found, key: str, measure: Measure) -> Line:
    figures = [one for items in found.sizes if (one := found.at(key, items)) is not None]
    known = [(one, value) for one in figures if (value := measure.value(one)) is not None]
    points = tuple((float(one.items), value) for one, value in known)
    return Line(key, MANNERS[key], points, tuple(measure.spread(one) for one, _ in known))
