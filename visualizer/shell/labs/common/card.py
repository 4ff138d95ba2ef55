"""The cards of a lab's page, with contents, a plot or the main result, and the grid of cards."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from visualizer.charts.lines import Line, LinePlot
from visualizer.charts.scales import LogScale, Scale
from visualizer.labs.statistics import LEAST_FOR_INTERVAL, is_range
from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.look import THEME, keep_height, px, sign_px
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.layouts import CutLabel, in_column, in_row, text_label, words_label
from visualizer.shell.widgets.pane import Fitted

_ICON, _HEAD = 22, 36
_NARROW = 700
"""Pixels at the usual text size: the width below which a row of cards is a column."""


class Card(QFrame):
    """A card; ``head`` is the row of the title, ``column`` holds it and the contents below.

    At the usual text size it is at least ``least_height`` pixels high.
    """

    least_height = 0

    def __init__(self, words: Words, title: str, note: str = "") -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.words = words
        self.title, self.note = words_label(words, title, "title"), CutLabel()
        self.note.setProperty("words", "caption")
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        # Titles of neighbouring cards are level, whether or not a button stands beside them.
        keep_height(self.title, _HEAD)
        words.bind(self.title.setAccessibleName, title)
        if note:
            words.bind(self.note.setText, note)
        self.head = in_row(None, self.title, (self.note, 1), margins=(16, 8, 10, 6), spacing=10)
        self.column = in_column(self, self.head, margins=(1, 1, 1, 1), spacing=0)

    def add_to_head(self, *widgets: QWidget) -> None:
        """Add widgets at the right of the title."""
        for widget in widgets:
            self.head.addWidget(widget)

    def resize_words(self) -> None:
        """Follow the current text size."""
        if self.least_height:
            self.setMinimumHeight(px(self.least_height))


class VerdictCard(QFrame):
    """Shows a bold sentence, and further sentences below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "verdict")
        self._sign = QLabel()
        self.first = text_label("title", wraps=True, form=Qt.TextFormat.PlainText)
        self.rest = text_label("second", wraps=True, form=Qt.TextFormat.PlainText)
        for label in (self.first, self.rest):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sentences = in_column(None, self.first, self.rest, spacing=2)
        in_row(self, self._sign, (sentences, 1), margins=(16, 8, 16, 8), spacing=12)
        THEME.changed.connect(self._show_sign)
        self._show_sign()

    def _show_sign(self) -> None:
        self._sign.setPixmap(pixmap("scale", THEME.colour("accent"), sign_px(_ICON), 2))

    def show_sentences(self, first: str, *rest: str) -> None:
        """Show the main sentence, and the rest in one paragraph."""
        self.first.setText(first)
        self.rest.setText(" ".join(rest))
        self.rest.setVisible(bool(rest))
        self.setAccessibleName(" ".join((first, *rest)))


type Places = Mapping[str, tuple[int, int, int]]
"""By card: its row, its first column, and how many columns it spans."""


class CardGrid(Fitted):
    """Places ``cards``, which have names.

    ``layouts`` are places and the width at the usual text size from which on they hold, the widest
    first; the last of them holds for any width, and for every width while ``is_presented``.
    """

    is_presented = False

    def __init__(self, cards: Mapping[str, QWidget], layouts: Sequence[tuple[int, Places]]) -> None:
        super().__init__()
        self.cards, self._layouts = cards, layouts
        self._places: Places | None = None
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(12)
        self.fit()

    def fit(self) -> None:
        """Arrange the cards for the current width."""
        width = 0 if self.is_presented else self.width()
        fits = (places for least, places in self._layouts[:-1] if width >= px(least))
        places = next(fits, self._layouts[-1][1])
        if places is not self._places:
            self._places = places
            for card in self.cards.values():
                self.grid.removeWidget(card)
            for key, (row, column, wide) in places.items():
                self.grid.addWidget(self.cards[key], row, column, 1, wide)

    def minimumSizeHint(self) -> QSize:
        """Return the height; the width may shrink, because the cards then share one column."""
        return QSize(1, super().minimumSizeHint().height())


def make_row(cards: Mapping[str, QWidget], stretches: Sequence[int]) -> CardGrid:
    """Return cards side by side, or one above the other where that is narrow."""
    wide = {key: (0, at, 1) for at, key in enumerate(cards)}
    narrow = {key: (at, 0, len(cards)) for at, key in enumerate(cards)}
    made = CardGrid(cards, ((_NARROW, wide), (0, narrow)))
    for column, stretch in enumerate(stretches):
        made.grid.setColumnStretch(column, stretch)
    return made


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
        is_log = any(isinstance(axis, LogScale) for axis in axes)
        self._notes = (note, "", "lab.log_axes" if is_log else "")
        if note:
            words.bind(self._show_note, note)
        self._x_name, self._point = x_name, point
        self.plot = LinePlot(THEME.colour, *axes)
        self.plot.picked.connect(self.picked)
        self.column.addWidget(self.plot, 1)
        words.bind(self._name, title)
        words.bind(partial(setattr, self.plot, "empty"), empty, self.plot)

    def _name(self, title: str) -> None:
        self.plot.set_words(title, self.words(self._x_name), self._describe)

    def explain_whiskers(self, repeats: Iterable[int]) -> None:
        """Say what the whiskers of the plot show, if it has any, after so many ``repeats``."""
        note, _, axes = self._notes
        counts = [*repeats]
        whiskers = "lab.whiskers_range" if is_range(counts) else "lab.whiskers_interval"
        if is_range(counts) != is_range((max(counts, default=0),)):
            whiskers = "lab.whiskers_both"
        is_there = any(line.whiskers for line in self.plot.lines)
        self._notes = (note, whiskers if is_there else "", axes)
        self._show_note()

    def _show_note(self, _: str = "") -> None:
        least = LEAST_FOR_INTERVAL
        self.note.setText("; ".join(self.words(key, least=least) for key in self._notes if key))

    def _describe(self, line: Line, at: int) -> str:
        x, y = line.points[at]
        ends = line.spread(at)
        plot, write = self.plot, self.plot.y_scale.text
        value = f"{write(y)} ({write(ends[0])} \u2013 {write(ends[1])})" if ends else write(y)
        return self.words(self._point, name=line.key, x=plot.x_scale.text(x), y=value)
