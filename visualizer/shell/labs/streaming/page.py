"""The streaming lab's page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.labs.common.context import LabContext, context_of
from visualizer.shell.labs.common.page import LabPage
from visualizer.shell.labs.common.results import Report, Row
from visualizer.shell.labs.common.said_words import host_line, say_all
from visualizer.shell.labs.streaming.code_card import StyleCode
from visualizer.shell.labs.streaming.controls import Controls
from visualizer.shell.labs.streaming.figures import (
    ENDLESS,
    RAISED,
    Found,
    is_sound,
    raise_powers,
    read,
    size_text,
)
from visualizer.shell.labs.streaming.lines import csv_rows, table_lines, titles
from visualizer.shell.labs.streaming.plots import Plots
from visualizer.shell.labs.streaming.results_card import ResultsCard
from visualizer.shell.labs.streaming.sizes import Sizes
from visualizer.shell.labs.streaming.table import Table
from visualizer.shell.labs.streaming.verdict import compared_pair, verdict

if TYPE_CHECKING:
    from visualizer.shell.window.window import MainWindow

_FIRST = "generator"
_LEAST = 230
"""Pixels that code and results have at least, at the usual size of words."""


def make_page(window: MainWindow) -> LabPage:
    """The page of a window."""
    return StreamingPage(context_of(window))


class StreamingPage(LabPage):
    """A style selected anywhere is selected everywhere; the table shows one size."""

    lab = "streaming"

    def __init__(self, context: LabContext) -> None:
        super().__init__(context)
        words = self.words
        self.selected, self.size_at = _FIRST, 0
        has_figures = QFontMetrics(QApplication.font()).inFont
        raise_powers(all(has_figures(figure) for figure in RAISED))
        self.controls = Controls(self.bar, words, self.theme)
        self.plots = Plots(words, self.theme)
        self.code = StyleCode(replace(context, open_program=self._open_program))
        self.table_view = Table(words, self.theme, context.code)
        self.sizes = Sizes(words)
        self.host = QLabel()
        self.host.setProperty("words", "caption")
        self.host.setWordWrap(True)
        self._lay_out_body()
        self.plots.picked.connect(self._pick)
        self.table_view.picked.connect(self.select)
        self.code.picked.connect(self.select)
        self.sizes.picked.connect(lambda items: self._pick(self.selected, items))
        self.controls.changed.connect(self.show_now)
        self.finish_bar()

    def _lay_out_body(self) -> None:
        results = ResultsCard(self.words, self.sizes, self.saving.copy, self.saving.save)
        results.column.addWidget(self.table_view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 10)
        foot.addWidget(self.host)
        results.column.addLayout(foot)
        results.setMinimumHeight(px(_LEAST))
        self.code.setMinimumHeight(px(_LEAST))
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.code, 4)
        below.addWidget(results, 7)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.plots.growth, 6)
        column.addWidget(self.plots.endless, 6)
        column.addLayout(below, 7)

    def _open_program(self, text: str) -> bool:
        """It is recorded at once, if whoever works on another program lets that go."""
        opened = self.context.open_program(text)
        if opened:
            self.context.run.trigger()
        return opened

    # ---- what a page says of itself ----

    @property
    def found(self) -> Found:
        """What is shown; before anything has run what the controls would ask for."""
        report = self.results.report
        return read(report) if report is not None else Found(self.controls.task_key)

    def key_of(self, row: Row) -> str:
        """The style, and the size where there is one."""
        return f"{row.get('style')} {row.get('items')}" if "not_run" in row else str(row["style"])

    def has_numbers(self, row: Row) -> bool:
        """Whether anything was measured for it."""
        return bool(row.get("repeats") or row.get("samples"))

    def settings(self) -> dict[str, Any]:
        """What the controls ask for."""
        return self.controls.chosen

    def show_settings(self, settings: dict[str, Any]) -> None:
        """Set the controls."""
        self.controls.show_chosen(settings)

    def say_doing(self) -> str:
        """Which style is at which size."""
        results, words = self.results, self.words
        if not results.current:
            return words("lab.starting")
        if items := results.last.get("items"):
            doing = "stream.tracing" if results.last.get("trace") else "stream.timing"
            return words(doing, style=results.current, items=size_text(items))
        return words("stream.serving", style=results.current)

    def say_verdict(self) -> tuple[str, ...]:
        """What the numbers say."""
        return say_all(verdict(self.found, so_far=self.run.active), self.words)

    def say_run(self, report: Report) -> str:
        """Task, sizes, styles."""
        found, words = read(report), self.words
        styles = ", ".join(found.styles)
        if found.task == ENDLESS or not found.sizes:
            return words("stream.run_endless", styles=styles)
        sizes = f"{size_text(found.sizes[0])} … {size_text(found.sizes[-1])}"
        return words("stream.run_growth", sizes=sizes, styles=styles)

    def is_own(self, report: Report) -> bool:
        """Whether all of it can be shown."""
        return super().is_own(report) and is_sound(report)

    def show_results(self) -> None:
        """Show what there is."""
        found, words = self.found, self.words
        self.controls.refine(active=self.run.active)
        styles = found.styles or self.controls.styles[found.task].chosen
        if self.selected not in styles:
            self.selected = _FIRST if _FIRST in styles else styles[-1]
        self.sizes.show_sizes(found.sizes, self._size(found))
        self.plots.show(found, self.selected)
        self.code.show_styles(styles, self.selected)
        earlier = read(self.compared) if self.compared is not None else None
        lines = table_lines(found, self._size(found), words, earlier)
        named = titles(found, words, compared=earlier is not None)
        self.table_view.show_lines(lines, named, self.selected)
        self.host.setText(self._said_host())

    def _size(self, found: Found) -> int:
        """The size that the table shows: the one chosen, else the largest that can be compared."""
        if self.size_at in found.sizes:
            return self.size_at
        pair = compared_pair(found)
        measured = [one.items for one in found.figures if one.total is not None]
        return (
            pair[1].items
            if pair is not None
            else max(measured, default=max(found.sizes, default=0))
        )

    def _said_host(self) -> str:
        report = self.results.report
        if report is None:
            return ""
        words = self.words
        said = host_line(report["host"], words)
        sums = {one.checksum for one in self.found.figures if one.checksum}
        at = {one.items for one in self.found.figures if one.checksum}
        if sums:
            same = len(sums) == len(at)
            said += "  \u00b7  " + words("stream.sums_alike" if same else "stream.sums_differ")
        return said

    def select(self, key: str) -> None:
        """Show this style everywhere."""
        self._pick(key, 0)

    def _pick(self, key: str, items: int) -> None:
        self.selected = key
        if items:
            self.size_at = items
        self.show_results()

    def table(self, report: Report) -> list[list[str]]:
        """A line for each style and size."""
        return csv_rows(read(report))

    def pictures(self) -> list[QWidget]:
        """The plots."""
        return self.plots.pictures

    def complete(self) -> None:
        """Bring in the plots."""
        self.plots.complete()

    def speak(self) -> None:
        """In the language of the moment."""
        self.controls.speak()
        self.plots.speak()
        super().speak()

    def resize_words(self) -> None:
        """Words are larger or smaller now."""
        self.code.resize_words()
        self.plots.resize_words()
        super().resize_words()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        super().set_theme(theme)
        self.controls.set_theme(theme)
        self.plots.set_theme(theme)
        self.code.set_theme(theme)
        self.table_view.set_theme(theme)
