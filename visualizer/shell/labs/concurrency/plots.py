"""The two charts of the lab in their cards, over one axis and with one selection."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from visualizer.charts.contestant_bars import BarRow, ContestantBars
from visualizer.charts.gantt import Gantt, GanttRow, Swatch
from visualizer.charts.row_chart import Columns, RowChart
from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext

_NAME = 14
_ROOM = 1.06
"""How much longer than the longest the axis is."""
_JOBS = 4


class Plots(QObject):
    """``bars_card`` and ``gantt_card`` are put where the page likes."""

    picked = Signal(str)

    def __init__(self, context: LabContext, parent: QWidget) -> None:
        super().__init__(parent)
        words, colours = context.words, context.theme.colour
        self._words, self._code = words, context.code
        self.bars, self.gantt = (
            ContestantBars(colours, context.code),
            Gantt(colours, context.code),
        )
        self.bars_card = Card(words, "lab.bars", "lab.bars_note")
        self.gantt_card = Card(words, "lab.gantt", "lab.gantt_note")
        self.signs = {key: QLabel() for key in ("published", "start", "earlier")}
        self._swatches = [Swatch(lane, colours) for lane in range(_JOBS)]
        self._jobs = [QLabel() for _ in range(_JOBS)]
        for label in (*self.signs.values(), *self._jobs):
            label.setProperty("words", "caption")
        self.bars_card.add_to_head(*self.signs.values())
        for swatch, label in zip(self._swatches, self._jobs, strict=True):
            self.gantt_card.add_to_head(swatch, label)
        self.turns, self.told = Gantt(colours, context.code), QLabel()
        self.told.setProperty("words", "second")
        self.told.setWordWrap(True)
        self.told.setContentsMargins(16, 2, 16, 0)
        for card, chart in ((self.bars_card, self.bars), (self.gantt_card, self.gantt)):
            card.column.addWidget(chart, 1)
            chart.picked.connect(self.picked)
            words.bind(partial(setattr, chart, "empty"), "lab.no_rows")
        self.turns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self.told, self.turns):
            self.gantt_card.column.addWidget(widget)
            widget.hide()
        words.bind(self.bars.setAccessibleName, "lab.bars")
        words.bind(self.gantt.setAccessibleName, "lab.gantt")
        self.resize_words()

    @property
    def charts(self) -> tuple[RowChart, RowChart]:
        """Bars and Gantt."""
        return self.bars, self.gantt

    def show_rows(self, bars: list[BarRow], gantt: list[GanttRow], selected: str) -> None:
        """Show these, aligned with each other."""
        last = max((block.end for row in gantt for block in row.blocks), default=0.0)
        end = _ROOM * max((*(row.most for row in bars), last))
        self.bars.put(bars, end or 1.0, selected)
        self.gantt.put(gantt, end or 1.0, selected)
        both = [chart.own_columns for chart in self.charts]
        columns = Columns(
            max(one.names for one in both), min(120.0, max(one.figures for one in both))
        )
        for chart in self.charts:
            chart.set_columns(columns)

    def show_turns(self, row: GanttRow | None, told: str) -> None:
        """Who of the selected contestant ran when, in words too; with None nothing is known."""
        self.told.setText(told)
        for widget in (self.told, self.turns):
            widget.setVisible(row is not None)
        if row is not None:
            end = max(block.end for block in row.blocks)
            self.turns.setAccessibleName(told)
            self.turns.put([row], end, "")
            self.turns.setMaximumHeight(self.turns.minimumHeight() + px(12))
            self.turns.set_columns(self.gantt.columns)

    def show_legend(self, signs: dict[str, str], jobs: list[str]) -> None:
        """Name what is there: signs of the bars in rich text, and the jobs."""
        for key, label in self.signs.items():
            label.setText(signs.get(key, ""))
            label.setVisible(bool(signs.get(key)))
        for lane, (swatch, label) in enumerate(zip(self._swatches, self._jobs, strict=True)):
            there = lane < len(jobs)
            swatch.setVisible(there)
            label.setVisible(there)
            label.setText(jobs[lane] if there else "")

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for chart in (*self.charts, self.turns):
            chart.set_colours(theme.colour)
        for swatch in self._swatches:
            swatch.set_colours(theme.colour)

    def resize_words(self) -> None:
        """Words are larger or smaller now."""
        font = QFont(self._code)
        font.setPixelSize(px(_NAME))
        for chart in (*self.charts, self.turns):
            chart.set_code(font)
