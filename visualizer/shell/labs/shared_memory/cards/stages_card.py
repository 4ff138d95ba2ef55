"""The card of time by stage, or of the transfer's rate beside the limits of this machine."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from visualizer.charts.gantt import Swatch
from visualizer.charts.stage_bars import Mark, RateBars, StageBars, StageRow
from visualizer.shell.appearance.look import THEME
from visualizer.shell.labs.common.amounts import message_texts, seconds_text
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.shared_memory.figures import STAGES, Figure, Found
from visualizer.shell.labs.shared_memory.verdict import limits_sentences, rate_text
from visualizer.shell.widgets.controls import Segments
from visualizer.shell.widgets.layouts import text_label, words_label

_ROOM = 1.06
LIMITS = ("disk", "first_touch", "memcpy")
"""The limits of the machine that a transfer is compared with."""


class StagesCard(Card):
    """Shows the bars of all methods; ``picked`` carries the method that the user picks."""

    picked = Signal(str)
    least_height = 330

    def __init__(self, context: LabContext) -> None:
        super().__init__(context.words, "shm.stages")
        words, colours = context.words, THEME.colour
        self.bars, self.rates = StageBars(colours, context.code), RateBars(colours, context.code)
        self.kind = Segments(2)
        self.kind.name(words, ("shm.seconds", "shm.gb_s"))
        self._swatches = [Swatch(lane, colours) for lane in range(len(STAGES))]
        self._names = [words_label(words, f"shm.{stage}", "caption") for stage in STAGES]
        for swatch, name in zip(self._swatches, self._names, strict=True):
            self.add_to_head(swatch, name)
        self._names.append(words_label(words, "shm.rest", "caption"))
        self.add_to_head(self._names[-1], self.kind)
        self._shown, self._seconds_note = QStackedWidget(), ""
        for chart, key in ((self.bars, "shm.stages"), (self.rates, "shm.rate")):
            words.bind(chart.setAccessibleName, key)
            words.bind(partial(setattr, chart, "empty"), "lab.no_rows")
            chart.picked.connect(self.picked)
            self._shown.addWidget(chart)
        self.remark = text_label("caption", wraps=True, margins=(16, 0, 16, 10))
        self.column.addWidget(self._shown, 1)
        self.column.addWidget(self.remark)
        self.kind.show_picked(0)
        self.kind.picked.connect(self._show_kind)
        self._show_kind(0)

    def _show_kind(self, at: int) -> None:
        self._shown.setCurrentIndex(at)
        self.note.setText(self.words("shm.rate_note") if at else self._seconds_note)
        self.remark.setVisible(bool(at) and bool(self.remark.text()))
        for widget in (*self._swatches, *self._names):
            widget.setVisible(not at)

    @property
    def shown(self) -> StageBars | RateBars:
        """The visible chart."""
        return self.rates if self._shown.currentIndex() else self.bars

    def show_found(self, found: Found, selected: str, *, active: bool) -> None:
        """Draw the figures of all methods."""
        words = self.words
        names = words("shm.method"), words("shm.transfer")
        self.bars.set_titles(*names, words("shm.total"))
        self.rates.set_titles(*names, words("shm.gb_s"))
        rows = [self._row(one, active=active) for one in found.methods]
        # The medians of the stages may add up to more than that of the total.
        ends = (max(sum(row.stages), row.total or 0.0, row.high or 0.0) for row in rows)
        end = max(ends, default=0.0)
        self.bars.put(rows, end * _ROOM or 1.0, selected)
        marks = [
            Mark(found.limits[key], words(f"shm.limit_{key}"))
            for key in LIMITS
            if key in found.limits
        ]
        self.rates.put_rates(
            [self._rate(one, row) for one, row in zip(found.methods, rows, strict=True)],
            marks,
            selected,
        )
        self.remark.setText(" ".join(message_texts(limits_sentences(found), words)))
        counts = {len(one.repeats) for one in found.timed if one.repeats}
        ranged = all(one.is_range for one in found.timed)
        note = "shm.note_range" if ranged else "shm.note_interval"
        if len(counts) > 1:
            note = "shm.note_differs"
        self._seconds_note = words(note, n=max(counts)) if counts else ""
        self._show_kind(self._shown.currentIndex())

    def _row(self, one: Figure, *, active: bool) -> StageRow:
        if one.error:
            return StageRow(one.key, self.words.finished(one.error), is_red=True)
        if one.total is None:
            return StageRow(one.key, "\N{HORIZONTAL ELLIPSIS}" if active else "\N{EN DASH}")
        low, high = one.spread.get("total", (None, None))
        stages = tuple(one.medians.get(stage, 0.0) for stage in STAGES)
        return StageRow(
            one.key,
            seconds_text(one.total),
            seconds_text(one.transfer or 0.0),
            stages,
            one.total,
            low,
            high,
            one.rate,
            seconds_text(stages[0]),
        )

    @staticmethod
    def _rate(one: Figure, row: StageRow) -> StageRow:
        """Return the row with the rate as its figure."""
        if row.is_red:
            return row
        if not one.rate:
            return StageRow(row.key, "\N{EN DASH}", row.beside)
        return StageRow(row.key, rate_text(one.rate), row.beside, rate=one.rate)
