"""The two charts of the lab in their cards, with the same axis and selection."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from visualizer.charts.contestant_bars import BarRow, ContestantBars
from visualizer.charts.gantt import Gantt, GanttRow, Swatch
from visualizer.charts.row_chart import Columns
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.widgets.layouts import text_label

_ROOM = 1.06
"""The length of the axis, as a multiple of the longest time."""
_JOBS = 4


class Plots(QObject):
    """The charts; the page places ``bars_card`` and ``gantt_card``.

    ``picked`` carries the contestant that the user picks in a chart.
    """

    picked = Signal(str)

    def __init__(self, context: LabContext, parent: QWidget) -> None:
        super().__init__(parent)
        words, colours = context.words, THEME.colour
        self.bars, self.gantt = ContestantBars(colours, context.code), Gantt(colours, context.code)
        self.bars_card = Card(words, "lab.bars", "lab.bars_note")
        self.gantt_card = Card(words, "lab.gantt", "lab.gantt_note")
        rich, edges = Qt.TextFormat.RichText, (16, 0, 16, 4)
        self.signs = text_label("caption", wraps=True, form=rich, margins=edges)
        self._swatches = [Swatch(lane, colours) for lane in range(_JOBS)]
        self._jobs = [text_label("caption") for _ in range(_JOBS)]
        self.bars_card.column.addWidget(self.signs)
        for swatch, label in zip(self._swatches, self._jobs, strict=True):
            self.gantt_card.add_to_head(swatch, label)
        self.turns = Gantt(colours, context.code)
        self.turns_text = text_label("second", wraps=True, margins=(16, 2, 16, 0))
        for card, chart in ((self.bars_card, self.bars), (self.gantt_card, self.gantt)):
            card.column.addWidget(chart, 1)
            chart.picked.connect(self.picked)
            words.bind(partial(setattr, chart, "empty"), "lab.no_rows")
        self.turns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self.turns_text, self.turns):
            self.gantt_card.column.addWidget(widget)
            widget.hide()
        words.bind(self.bars.setAccessibleName, "lab.bars")
        words.bind(self.gantt.setAccessibleName, "lab.gantt")

    def show_rows(self, bars: list[BarRow], gantt: list[GanttRow], selected: str) -> None:
        """Show rows in both charts, and align their columns."""
        last = max((block.end for row in gantt for block in row.blocks), default=0.0)
        end = _ROOM * max((*(row.most for row in bars), last))
        self.bars.put(bars, end or 1.0, selected)
        self.gantt.put(gantt, end or 1.0, selected)
        both = [chart.own_columns for chart in (self.bars, self.gantt)]
        columns = Columns(
            max(one.names for one in both), min(120.0, max(one.figures for one in both))
        )
        for chart in (self.bars, self.gantt):
            chart.set_columns(columns)

    def show_turns(self, row: GanttRow | None, text: str) -> None:
        """Show which job of the selected contestant ran when, and ``text``; None hides both."""
        self.turns_text.setText(text)
        for widget in (self.turns_text, self.turns):
            widget.setVisible(row is not None)
        if row is not None:
            end = max(block.end for block in row.blocks)
            self.turns.setAccessibleName(text)
            self.turns.put([row], end, "")
            self.turns.setMaximumHeight(self.turns.minimumHeight() + px(12))
            self.turns.set_columns(self.gantt.columns)

    def show_legend(self, signs: list[str], jobs: list[str]) -> None:
        """Show the legend: signs of the bars, in rich text, and the names of the jobs."""
        self.signs.setText("&nbsp;&nbsp;&nbsp; ".join(signs))
        self.signs.setVisible(bool(signs))
        for lane, (swatch, label) in enumerate(zip(self._swatches, self._jobs, strict=True)):
            is_used = lane < len(jobs)
            swatch.setVisible(is_used)
            label.setVisible(is_used)
            label.setText(jobs[lane] if is_used else "")
