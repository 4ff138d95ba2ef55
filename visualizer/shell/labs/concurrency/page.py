"""The page of the concurrency lab."""

from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from visualizer.charts.contestant_bars import BarRow, ContestantBars
from visualizer.charts.gantt import SERIES, Gantt, GanttRow, Swatch
from visualizer.charts.row_chart import Columns
from visualizer.labs.concurrency.comparison import SERVER_SHARE
from visualizer.labs.concurrency.contestants import BASELINE, CONTESTANTS, DEFAULT, contestant
from visualizer.labs.concurrency.results import SHAPE
from visualizer.labs.concurrency.sources import small_program, source
from visualizer.labs.concurrency.verdict import PROCESSES, STARTED_AS_USUAL, progress, verdict
from visualizer.labs.statistics import is_range
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import host_line, message_texts, seconds_text, tick_text
from visualizer.shell.labs.common.card import Card, CardGrid, Places
from visualizer.shell.labs.common.code_card import CodeCard
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.figures_table import FiguresTable
from visualizer.shell.labs.common.lab_controls import (
    LabControls,
    Option,
    PickSeveral,
    ValueChoice,
    ValueSegments,
    count_field,
    repeats_text,
)
from visualizer.shell.labs.common.page import LabPage, is_whole
from visualizer.shell.labs.common.results import Report
from visualizer.shell.labs.concurrency.rows import (
    PUBLISHED,
    bar_rows,
    gantt_rows,
    job_names,
    job_words,
    make_lines,
    result_titles,
    scale_of,
    turns_row,
)
from visualizer.shell.widgets.layouts import in_column, text_label

_ROOM = 1.06
"""The length of the axis, as a multiple of the longest time."""


WORKLOADS = {"sleep": "lab.sleep", "cpu": "lab.cpu", "io": "lab.io"}
"""Keys of words for the workloads."""
SCALES = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0)
REPEATS = (None, 1, 3, 5, 6, 8, 12, 20)
"""Numbers of repeats; None repeats until the interval is narrow enough."""
MOST_JOBS, MOST_STEPS = 8, 20


class Controls(LabControls):
    """The controls of the lab."""

    def __init__(self, bar: ControlBar, words: Words) -> None:
        super().__init__(bar, words)
        options = [Option(one.key, one.absent(), one.key in DEFAULT) for one in CONTESTANTS]
        self.workload = ValueSegments(WORKLOADS, words)
        self.contestants = PickSeveral(options, words, "lab.chosen")
        self.jobs = count_field(MOST_JOBS, 2)
        self.add("workload", "lab.workload", self.workload)
        self.add("scale", "lab.scale", ValueChoice(SCALES, 0.1, self._scale_text))
        self.add("repeats", "lab.repeats", ValueChoice(REPEATS, 5, repeats_text(words)))
        self.add("contestants", "lab.contestants", self.contestants)
        self.add("jobs", "lab.jobs", self.jobs)
        self.add("steps", "lab.steps", count_field(MOST_STEPS, 5))

    def _scale_text(self, scale: float) -> str:
        return scale_words(self.workload.value, scale, self.words)

    def refine(self, *, active: bool) -> None:
        """Show the scale in the unit of the chosen workload."""
        self.speak()


def scale_words(workload: str, scale: float, words: Words) -> str:
    """Return how long a step takes, of a request how long the server waits."""
    text = tick_text(seconds_text)
    if workload == "io":
        return words("lab.scale_request", waits=text(scale * SERVER_SHARE))
    return words("lab.scale_of", waits=text(scale))


_BLOCKS = {"sleep": "lab.gantt_sleep", "cpu": "lab.gantt_cpu", "io": "lab.gantt_io"}
"""Keys of words that explain a block of the Gantt chart, by workload."""


_NARROW, _RIGHT, _LEAST = 940, 500, 485
"""Pixels at the usual text size: the width below which there is one column; the widest and the
narrowest right column."""
WIDE: Places = {"bars": (0, 0, 1), "gantt": (1, 0, 1), "code": (0, 1, 1), "results": (1, 1, 1)}
NARROW: Places = {key: (row, 0, 1) for row, key in enumerate(("bars", "results", "gantt", "code"))}


class Body(CardGrid):
    """Places bars above the Gantt chart at the left, code above the results at the right."""

    def fit(self) -> None:
        """Arrange the cards for the current width."""
        is_narrow = self.is_presented or self.width() < px(_NARROW)
        self.cards["code"].setMinimumHeight(px(240))
        self.cards["results"].setMinimumHeight(px(240))
        right = max(px(_LEAST), min(px(_RIGHT), round(0.37 * self.width())))
        self.grid.setColumnMinimumWidth(1, 0 if is_narrow else right)
        self.grid.setColumnStretch(0, 1)
        for row, stretch in enumerate((0, 0) if is_narrow else (5, 6)):
            self.grid.setRowStretch(row, stretch)
        super().fit()


class ConcurrencyPage(LabPage):
    """The page; charts, code and table share the selected contestant."""

    lab = "concurrency"
    shape = SHAPE
    work = ("workload", "scale", "jobs", "steps")
    controls: Controls

    def __init__(self, context: LabContext) -> None:
        super().__init__(context)
        words = self.words
        self.selected = BASELINE
        self.controls = Controls(self.bar, words)
        self._make_charts(context)
        self.code = CodeCard(
            context,
            "lab.code",
            "lab.open_program_hint",
            lambda key: small_program(key, self._workload),
            copy=self.saving.copy_text,
        )
        self.table_view = FiguresTable(context.code, wide="last", spare=(PUBLISHED,))
        words.bind(self.table_view.setAccessibleName, "lab.results")
        self.host = text_label("caption", wraps=True, margins=(16, 8, 16, 10))
        card = Card(words, "lab.results")
        card.add_to_head(self.saving.copy, self.saving.save)
        card.column.addWidget(self.table_view, 1)
        card.column.addWidget(self.host)
        cards: dict[str, QWidget] = {
            "bars": self.bars_card,
            "gantt": self.gantt_card,
            "code": self.code,
            "results": card,
        }
        in_column(self.body, Body(cards, ((_NARROW, WIDE), (0, NARROW))))
        self.table_view.picked.connect(self.select)
        THEME.changed.connect(self.show_results)
        self.finish_bar()

    def _make_charts(self, context: LabContext) -> None:
        words, colours = context.words, THEME.colour
        self.bars, self.gantt = ContestantBars(colours, context.code), Gantt(colours, context.code)
        self.bars_card = Card(words, "lab.bars", "lab.bars_note")
        self.gantt_card = Card(words, "lab.gantt", "lab.gantt_note")
        rich, edges = Qt.TextFormat.RichText, (16, 0, 16, 4)
        self.signs = text_label("caption", wraps=True, form=rich, margins=edges)
        self._swatches = [Swatch(lane, colours) for lane in range(len(SERIES))]
        self._jobs = [text_label("caption") for _ in SERIES]
        self.bars_card.column.addWidget(self.signs)
        for swatch, label in zip(self._swatches, self._jobs, strict=True):
            self.gantt_card.add_to_head(swatch, label)
        self.more_jobs = text_label("caption", wraps=True, margins=edges)
        self.gantt_card.column.addWidget(self.more_jobs)
        self.turns = Gantt(colours, context.code)
        self.turns_text = text_label("second", wraps=True, margins=(16, 2, 16, 0))
        for card, chart in ((self.bars_card, self.bars), (self.gantt_card, self.gantt)):
            card.column.addWidget(chart, 1)
            chart.picked.connect(self.select)
            words.bind(partial(setattr, chart, "empty"), "lab.no_rows")
        self.turns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self.turns_text, self.turns):
            self.gantt_card.column.addWidget(widget)
            widget.hide()
        words.bind(self.bars.setAccessibleName, "lab.bars")
        words.bind(self.gantt.setAccessibleName, "lab.gantt")

    def progress_text(self) -> str:
        """Return which contestant runs which repeat."""
        results, words = self.results, self.words
        row = results.row(results.current)
        if row is None:
            return words("lab.starting")
        if results.doing == "watched":
            return words("lab.watching", name=results.current)
        if results.doing == "starting":
            return words("lab.starting_one", name=results.current)
        count = len(row["seconds"]) + (results.doing == "running")
        return words("lab.doing", name=results.current, repeat=str(max(1, count)))

    def verdict_sentences(self) -> tuple[str, ...]:
        """Return the verdict in words."""
        results = self.results
        found = verdict(results.report, is_whole=results.is_whole) if results.report else ()
        nothing = "lab.measuring" if self.run.active else "lab.nothing_yet"
        return message_texts(found, self.words) or (self.words(nothing),)

    def run_summary(self, report: Report) -> str:
        """Return the settings of a run, and how many repeats it made."""
        settings, words = report["settings"], self.words
        done, wanted = progress(report)
        return words(
            "lab.run_line",
            workload=words(WORKLOADS[settings["workload"]]),
            scale=scale_words(settings["workload"], settings["scale"], words),
            jobs=str(settings["jobs"]),
            steps=str(settings["steps"]),
            methods=str(len(report["results"])),
            repeats=str(done) if is_whole(report) else f"{done}/{wanted}",
        )

    def show_results(self) -> None:
        """Show the current results."""
        results, words = self.results, self.words
        lines = make_lines(results, self.compared, words)
        ranged = is_range(len(row["seconds"]) for row in results.rows if row["seconds"])
        compared = self.compared is not None
        if self.selected not in results.keys and results.keys:
            self.selected = results.keys[0]
        scale = scale_of(results.report)
        titles = result_titles(words, scale, ranged=ranged, compared=compared)
        self.table_view.show_lines(lines, titles, self.selected, beside=int(compared))
        bars = bar_rows(results, self.compared, words)
        self._show_rows(bars, gantt_rows(results, words))
        self._show_turns(*turns_row(results.row(self.selected), words))
        self._show_legend(ranged=ranged)
        self.host.setText(host_line(results.report, words))
        self._show_code()

    def _show_legend(self, *, ranged: bool) -> None:
        results, words = self.results, self.words
        rows = results.rows
        scale = scale_of(results.report)
        signs = []
        if any(row["published"] is not None for row in rows):
            key = "lab.sign_published" if scale == 1 else "lab.sign_published_scaled"
            signs.append(_sign("\u25bc", words(key, scale=f"{scale:g}"), "s2"))
        if any(row["start_up"] for row in rows):
            signs.append(_sign("\u25ad", words("lab.sign_start")))
        method = results.report["settings"].get("start_method") if results.report else None
        if method and any(row["contestant"] in STARTED_AS_USUAL for row in rows):
            signs.append(_sign("", words("lab.sign_method", method=method)))
        if self.compared is not None:
            signs.append(_sign("\u25c7", words("lab.sign_earlier"), "s4"))
        self.show_signs(signs, [job_words(job, words) for job in job_names(rows)])
        counts = {len(row["seconds"]) for row in rows if row["seconds"]}
        note = "lab.bars_note_range" if ranged else "lab.bars_note_interval"
        if self.run.active or len(counts) > 1:
            # Bars of different numbers of repeats, or soon of such.
            note = "lab.bars_note"
        self.bars_card.note.setText(words(note, n=max(counts)) if counts else "")
        workload = results.report["settings"]["workload"] if results.report is not None else ""
        self.gantt_card.note.setText(words(_BLOCKS.get(workload, "lab.gantt_note")))

    def _show_rows(self, bars: list[BarRow], gantt: list[GanttRow]) -> None:
        """Show rows in both charts, and align their columns."""
        last = max((block.end for row in gantt for block in row.blocks), default=0.0)
        end = _ROOM * max((*(row.most for row in bars), last))
        self.bars.put(bars, end or 1.0, self.selected)
        self.gantt.put(gantt, end or 1.0, self.selected)
        both = [chart.own_columns for chart in (self.bars, self.gantt)]
        columns = Columns(
            max(one.names for one in both), min(120.0, max(one.figures for one in both))
        )
        for chart in (self.bars, self.gantt):
            chart.set_columns(columns)

    def _show_turns(self, row: GanttRow | None, text: str) -> None:
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

    def show_signs(self, signs: list[str], jobs: list[str]) -> None:
        """Show the legend: signs of the bars, in rich text, and the names of the jobs."""
        self.signs.setText("&nbsp;&nbsp;&nbsp; ".join(signs))
        self.signs.setVisible(bool(signs))
        for lane, (swatch, label) in enumerate(zip(self._swatches, self._jobs, strict=True)):
            is_used = lane < len(jobs)
            swatch.setVisible(is_used)
            label.setVisible(is_used)
            label.setText(jobs[lane] if is_used else "")
        more = ", ".join(jobs[len(SERIES) :])
        self.more_jobs.setText(self.words("lab.more_jobs", names=more))
        self.more_jobs.setVisible(bool(more))

    def select(self, key: str) -> None:
        """Select a contestant everywhere."""
        self.selected = key
        self.show_results()

    def _show_code(self) -> None:
        """Show the code of the shown run; before the first run, of the chosen workload."""
        words = self.words
        one = contestant(self.selected)
        if not one.can_be_stepped:
            remark = words("lab.code_not_stepped")
        elif self.selected in PROCESSES:
            remark = words("lab.code_processes")
        else:
            remark = words("lab.code_exact")
        title = words("lab.code_of", name=self.selected)
        code = source(self.selected, self._workload)
        self.code.show_code(self.selected, title, code, remark, can_open=one.can_be_stepped)

    @property
    def _workload(self) -> str:
        report = self.results.report
        shown = report["settings"]["workload"] if report is not None else ""
        return shown if shown in WORKLOADS else self.controls.workload.value

    def pictures(self) -> list[QWidget]:
        """Return both charts with their titles."""
        return [self.bars_card, self.gantt_card]

    def table(self, report: Report) -> list[list[object]]:
        """Return a row for each repeat, and for each error."""
        lines: list[list[object]] = [["contestant", "repeat", "seconds", "cpu_seconds", "error"]]
        for row in report["results"]:
            times = zip(row["seconds"], row["cpu_seconds"], strict=False)
            lines += [[row["contestant"], at, *both, None] for at, both in enumerate(times, 1)]
            if row["error"]:
                lines.append([row["contestant"], None, None, None, row["error"]])
        return lines

    @property
    def panes(self) -> list[QWidget]:
        """The controls, charts, code and table."""
        return [*super().panes, self.bars, self.gantt, self.code.text, self.table_view]


def _sign(mark: str, text: str, colour: str = "ink2") -> str:
    """Return a sign of the legend as rich text on one line, with its mark in ``colour``."""
    mark = f'<font color="{THEME.colour(colour).name()}">{mark}</font>&nbsp;' if mark else ""
    return mark + escape(text).replace(" ", "&nbsp;")
