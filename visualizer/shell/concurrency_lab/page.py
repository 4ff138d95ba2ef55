"""The concurrency lab's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from visualizer.diagram.themes import Theme
from visualizer.shell.concurrency_lab.controls import Controls, workload_words
from visualizer.shell.concurrency_lab.table import ResultsTable, is_range, make_lines
from visualizer.shell.lab_pages.amounts import seconds_text
from visualizer.shell.lab_pages.card import Card
from visualizer.shell.lab_pages.context import LabContext, context_of
from visualizer.shell.lab_pages.page import LabPage
from visualizer.shell.lab_pages.results import Report, Row

if TYPE_CHECKING:
    from visualizer.shell.window import MainWindow


def make_page(window: MainWindow) -> LabPage:
    """The page of a window."""
    return ConcurrencyPage(context_of(window))


class ConcurrencyPage(LabPage):
    """A row selected anywhere is selected everywhere."""

    lab = "concurrency"

    def __init__(self, context: LabContext) -> None:
        super().__init__(context)
        words = self.words
        self.controls = Controls(self.bar, words, self.theme)
        self.table_view = ResultsTable(words, self.theme, context.code)
        card = Card(words, "lab.results")
        card.add_to_head(self.saving.copy, self.saving.save)
        card.column.addWidget(self.table_view, 1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.finish_bar()

    def key_of(self, row: Row) -> str:
        """The contestant."""
        return str(row["contestant"])

    def settings(self) -> dict[str, Any]:
        """What the controls ask for."""
        return self.controls.chosen

    def show_settings(self, settings: dict[str, Any]) -> None:
        """Set the controls."""
        self.controls.show_chosen(settings)

    def say_doing(self) -> str:
        """Which contestant is at which repeat."""
        results, words = self.results, self.words
        row = results.row(results.current)
        if row is None:
            return words("lab.starting")
        if results.doing == "starting":
            return words("lab.starting_one", name=results.current)
        count = len(row["seconds"]) + (results.doing == "running")
        return words("lab.doing", name=results.current, repeat=str(max(1, count)))

    def say_verdict(self) -> tuple[str, ...]:
        """What the numbers say."""
        return (self.words("lab.nothing_yet"),)

    def say_run(self, report: Report) -> str:
        """Workload, scale, repeats."""
        settings, words = report["settings"], self.words
        counts = [len(row["seconds"]) for row in report["results"]]
        return words(
            "lab.run_line",
            workload=workload_words(settings["workload"], words),
            waits=seconds_text(settings["scale"]),
            repeats=str(max(counts, default=0)),
        )

    def show_results(self) -> None:
        """Show what there is."""
        lines = make_lines(self.results, self.compared, self.words)
        ranged = is_range(self.results.rows)
        self.table_view.show_lines(lines, ranged=ranged, compared=self.compared is not None)

    def table(self, report: Report) -> list[list[str]]:
        """Every repeat on a line of its own."""
        lines = [["contestant", "repeat", "seconds", "cpu_seconds", "error"]]
        for row in report["results"]:
            taken = zip(row["seconds"], row.get("cpu_seconds", ()), strict=False)
            for number, (seconds, cpu) in enumerate(taken, 1):
                lines.append([row["contestant"], str(number), repr(seconds), repr(cpu), ""])
            if row["error"]:
                lines.append([row["contestant"], "", "", "", row["error"]])
        return lines

    def speak(self) -> None:
        """In the language of the moment."""
        self.controls.speak()
        super().speak()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        super().set_theme(theme)
        self.controls.contestants.set_theme(theme)
        self.table_view.set_theme(theme)
