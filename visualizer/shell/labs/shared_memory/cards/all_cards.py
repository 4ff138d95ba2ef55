"""Creates all cards of the lab's page, and passes them the figures of a run."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from visualizer.labs.shared_memory.methods.registry import METHODS, method
from visualizer.labs.shared_memory.methods.sources import small_program, source_of
from visualizer.labs.statistics import SWEEP_REPEATS
from visualizer.shell.appearance.look import px
from visualizer.shell.labs.common.amounts import bytes_text, host_line, message_texts, size_text
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.code_card import CodeCard
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.figures_table import FiguresTable
from visualizer.shell.labs.common.results import LabResults, Report
from visualizer.shell.labs.common.saving import Saving
from visualizer.shell.labs.shared_memory.cards.file_card import FileCard
from visualizer.shell.labs.shared_memory.cards.leaks_card import LeaksCard
from visualizer.shell.labs.shared_memory.cards.plot_cards import (
    GrowthCard,
    MemoryCard,
    Points,
    SizesCard,
)
from visualizer.shell.labs.shared_memory.cards.segments_card import SegmentsCard
from visualizer.shell.labs.shared_memory.cards.stages_card import StagesCard
from visualizer.shell.labs.shared_memory.figures import Found, read
from visualizer.shell.labs.shared_memory.lines import (
    SPARE,
    finding_lines,
    result_lines,
    result_titles,
)
from visualizer.shell.labs.shared_memory.verdict import (
    dask_sentences,
    reader_sentences,
    sweep_sentences,
    threads_sentences,
)
from visualizer.shell.widgets.layouts import text_label

_FAILURES: dict[str, tuple[str, str, str, Callable[[float], str]]] = {
    "sweep": ("shm.size_failed", "way", "bytes", bytes_text),
    "growth": ("shm.rows_failed", "method", "rows", size_text),
}
"""The message for a size at which measuring failed, and what it takes from the row."""


class Cards(QObject):
    """All cards, which the body places; ``picked`` carries the method that the user picks."""

    picked = Signal(str)

    def __init__(self, context: LabContext, saving: Saving) -> None:
        super().__init__()
        self._words, self._saving = context.words, saving
        words = self._words
        self.stages, self.memory = StagesCard(context), MemoryCard(context)
        self.segments, self.leaks = SegmentsCard(context), LeaksCard(context)
        self.file, self.code = FileCard(context), self._make_code(context)
        keys = {"x_name": "shm.bytes", "empty": "shm.no_sweep"}
        self.sweep = SizesCard(context, "shm.sweep", "shm.sweep_note", bytes_text, **keys)
        self.growth = GrowthCard(context)
        self.results = FiguresTable(context.code, spare=SPARE)
        self.findings = FiguresTable(context.code, code_names=False)
        self.remark = text_label("second", wraps=True, margins=(16, 4, 16, 4))
        self.host = text_label("caption", wraps=True, margins=(16, 4, 16, 4))
        self._results_card = self._make_results()
        self._findings_card = Card(words, "shm.findings", "shm.findings_note")
        self._findings_card.least_height = 290
        self._findings_card.column.addWidget(self.findings, 1)
        words.bind(self.results.setAccessibleName, "lab.results")
        words.bind(self.findings.setAccessibleName, "shm.findings")
        for widget in (self.stages, self.leaks.table, self.code, self.results):
            widget.picked.connect(self.picked)

    def _make_code(self, context: LabContext) -> CodeCard:
        card = CodeCard(
            context,
            "shm.code",
            "shm.open_hint",
            lambda key: small_program(method(key)),
            copy=self._saving.copy_text,
        )
        card.least_height = 300
        card.offer(one.key for one in METHODS)
        self._words.bind(card.choice.setAccessibleName, "shm.method")
        return card

    def _make_results(self) -> Card:
        card = Card(self._words, "lab.results")
        card.add_to_head(self._saving.copy, self._saving.save)
        card.column.addWidget(self.results, 1)
        card.column.addWidget(self.remark)
        card.column.addWidget(self.host)
        return card

    @property
    def by_name(self) -> dict[str, QWidget]:
        """The cards by the names that the body uses."""
        return {
            "stages": self.stages,
            "memory": self.memory,
            "segments": self.segments,
            "leaks": self.leaks,
            "file": self.file,
            "sweep": self.sweep,
            "growth": self.growth,
            "results": self._results_card,
            "code": self.code,
            "findings": self._findings_card,
        }

    @property
    def in_order(self) -> list[QWidget]:
        """The widgets that can have the focus, in reading order."""
        code, file, growth = self.code, self.file, self.growth
        return [
            *(self.stages.kind.buttons[0], self.stages.kind.buttons[1]),
            *(self.stages.bars, self.stages.rates, self.memory.choice, self.memory.plot),
            *(self.segments.play, self.segments.map, self.segments.line, self.leaks.table),
            *(file.show_button, file.table, self.sweep.plot),
            *(growth.kind.buttons[0], growth.kind.buttons[1], growth.plot),
            *(self._saving.copy, self._saving.save, self.results),
            *(code.choice, code.copy, code.text, code.open, self.findings),
        ]

    @property
    def panes(self) -> list[QWidget]:
        """The parts of the cards without the controls, in reading order."""
        return [one for one in self.in_order if not isinstance(one, QAbstractButton | QComboBox)]

    @property
    def pictures(self) -> list[QWidget]:
        """The cards in a saved picture of the run."""
        cards: list[QWidget] = [self.stages, self.memory, self.segments]
        return [*cards, *(one for one in (self.sweep, self.growth) if one.has_lines)]

    def show_found(
        self, found: Found, selected: str, results: LabResults, output: str, *, active: bool
    ) -> None:
        """Show the figures, except segments and memory, which the page shows.

        ``output`` is the path of the file that the next run will write.
        """
        words = self._words
        self.stages.show_found(found, selected, active=active)
        self.leaks.show_found(found, selected)
        self.file.show_found(found, output, active=active)
        one = method(selected)
        can_step = bool(one.small)
        remark = words("shm.small" if can_step else "shm.not_stepped")
        code = source_of(one)
        self.code.show_code(selected, words("shm.code"), code, remark, can_open=can_step)
        self._show_sizes(found, active=active, is_whole=results.is_whole)
        remarks = message_texts((*dask_sentences(found), *threads_sentences(found)), words)
        self.remark.setText(" ".join(remarks))
        self.remark.setVisible(bool(remarks))
        self.host.setText(host_line(results.report, words))
        lines = finding_lines(found, words)
        titles = [
            words("shm.finding"),
            *(one.key for one in found.scripts if one.findings is not None),
        ]
        self.findings.show_lines(lines, titles if lines else [])

    def show_compared(self, found: Found, compared: Report | None, selected: str) -> None:
        """Show the table of results, with the earlier run ``compared`` if there is one."""
        words, earlier = self._words, read(compared) if compared is not None else None
        lines = result_lines(found, earlier, words)
        titles = result_titles(found, words, compared=earlier is not None)
        self.results.show_lines(lines, titles, selected)
        self._results_card.setMinimumHeight(max(px(300), self.results.rows_height() + px(140)))

    def _failures(self, found: Found, part: str) -> Iterator[str]:
        """Say at which sizes of a part of the report measuring failed, and why."""
        key, subject, amount, text_of = _FAILURES[part]
        for row in found.part(part):
            if row.get("error"):
                given = {"name": row[subject], "size": text_of(row[amount])}
                yield self._words(key, **given, error=self._words.finished(row["error"]))

    def _show_sizes(self, found: Found, *, active: bool, is_whole: bool) -> None:
        """Draw points; only a whole run, which has measured all sizes, gets a conclusion."""
        words = self._words
        for card, key in ((self.sweep, "shm.no_sweep"), (self.growth, "shm.no_growth")):
            card.plot.empty = words("lab.measuring" if active else key)
        swept: Points = {}
        for one in found.swept:
            swept.setdefault(one["way"], []).append((one["bytes"], one["seconds"], one.get("ci95")))
        concluded = found if is_whole else Found()
        said = message_texts(sweep_sentences(concluded), words)
        remark = " ".join((*said, *self._failures(found, "sweep")))
        self.sweep.repeats = (SWEEP_REPEATS,)
        self.sweep.show_points(swept, concluded.report.get("wins_from_bytes"), remark)
        seconds: Points = {}
        memory: Points = {}
        for row in found.part("growth"):
            taken = row.get("median_seconds") or row["seconds"]
            for points, value, spread in (
                (seconds, taken.get("total"), (row.get("ci95") or {}).get("total")),
                (memory, (row.get("peak_bytes") or {}).get("pss"), None),
            ):
                if value is not None:
                    points.setdefault(row["method"], []).append((row["rows"], value, spread))
        said = message_texts(reader_sentences(concluded), words)
        remark = " ".join((*said, *self._failures(found, "growth")))
        grown = [len(row.get("repeats") or ()) for row in found.part("growth")]
        self.growth.repeats = [repeats for repeats in grown if repeats]
        self.growth.show_both(seconds, memory, remark)
