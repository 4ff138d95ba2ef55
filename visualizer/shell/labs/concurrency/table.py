"""The table of results, with a row for each contestant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from visualizer.diagram.themes import Theme
from visualizer.labs.statistics import LEAST_FOR_INTERVAL
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import seconds_text, span_text
from visualizer.shell.labs.common.figures_model import FiguresModel, Index
from visualizer.shell.labs.common.results import LabResults, Report, Row

BASELINE = "sequential"
_ROW = 28
_PUBLISHED = 3
"""The column of the article's figures, hidden if it printed none."""
_SAME = 0.03
"""The largest relative difference of two medians that are called the same."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row; an ``error`` replaces the figures."""

    key: str
    cells: tuple[str, ...]
    error: str = ""
    is_published: bool = False


def make_lines(results: LabResults, compared: Report | None, words: Words) -> list[Line]:
    """Return the rows of the table, with the medians of the run ``compared`` if there is one."""
    rows = {row["contestant"]: row for row in results.rows}
    base = rows[BASELINE]["median"] if BASELINE in rows else None
    earlier = earlier_medians(compared)
    lines = []
    for key, row in rows.items():
        error = words.finished(row["error"]) if row["error"] else ""
        cells = (key, *_figures(row, base, words))
        if compared is not None:
            cells += (seconds_text(earlier[key]) if key in earlier else "\u2013",)
        lines.append(Line(key, cells, error, row["published"] is not None))
    return lines


def earlier_medians(report: Report | None) -> dict[str, float]:
    """Return the medians of another run, by contestant."""
    rows = report["results"] if report is not None else []
    return {row["contestant"]: row["median"] for row in rows if row["median"] is not None}


def _figures(row: Row, base: float | None, words: Words) -> tuple[str, ...]:
    median, interval = row["median"], row["ci95"]
    published = f"{row['published']:.2f} s" if row["published"] is not None else "\u2013"
    if median is None:
        return ("\u2013", "\u2013", published, "\u2013")
    against = "\u2013"
    if row["contestant"] == BASELINE:
        against = words("lab.baseline")
    elif base is not None:
        against = times_words(base / median, words)
    return (seconds_text(median), span_text(*interval), published, against)


def times_words(times: float, words: Words) -> str:
    """Say how many times as fast a method is."""
    if abs(times - 1) <= _SAME:
        return words("lab.same")
    return words("lab.times", times=f"{times:.2f}")


def is_range(rows: list[Row]) -> bool:
    """Whether the table shows ranges, because there are too few repeats for intervals."""
    counts = [len(row["seconds"]) for row in rows if row["seconds"]]
    return not counts or min(counts) < LEAST_FOR_INTERVAL


class ResultsModel(FiguresModel):
    """The rows of the table."""

    lines: list[Line]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell and its looks; failures are red."""
        line, section = self.lines[index.row()], index.column()
        text = line.error if line.error and section == 1 else line.cells[section]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return line.error or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(0 if line.error else section)
            case Qt.ItemDataRole.ForegroundRole:
                plain = "ink" if section <= 1 else "ink2"
                return QBrush(self.theme.colour("loss" if line.error else plain))
            case Qt.ItemDataRole.FontRole if section == 0:
                return self.name_font()
            case Qt.ItemDataRole.FontRole if section == 1 and not line.error:
                return self.figure_font()
        return None


class ResultsTable(QTableView):
    """The table; ``picked`` carries the contestant whose row the user selects."""

    picked = Signal(str)

    def __init__(self, words: Words, theme: Theme, code: QFont) -> None:
        super().__init__()
        self._words = words
        self.lines_model = ResultsModel(theme, code)
        self.setModel(self.lines_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setProperty("results", "true")
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setStretchLastSection(True)
        across.setSectionsClickable(False)
        self.selectionModel().currentRowChanged.connect(self._emit_picked)
        self._emits = True
        words.bind(self.setAccessibleName, "lab.results")

    def show_lines(self, lines: list[Line], *, ranged: bool, compared: bool) -> None:
        """Show these rows."""
        words = self._words
        titles = [
            words("lab.contestant"),
            words("lab.median"),
            words("lab.range" if ranged else "lab.interval"),
            words("lab.published"),
            words("lab.against"),
        ]
        self.lines_model.show(lines, [*titles, words("lab.earlier")] if compared else titles)
        self.clearSpans()
        for row, line in enumerate(lines):
            if line.error:
                self.setSpan(row, 1, 1, len(titles) - 1)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide the article's figures if they have no room: the bars show them too."""
        across = self.horizontalHeader()
        needed = sum(
            max(self.sizeHintForColumn(column), across.sectionSizeHint(column))
            for column in range(across.count())
        )
        printed = any(line.is_published for line in self.lines_model.lines)
        self.setColumnHidden(_PUBLISHED, not printed or needed > self.viewport().width())

    def show_picked(self, key: str) -> None:
        """Select a row without emitting ``picked``."""
        keys = [line.key for line in self.lines_model.lines]
        if key in keys:
            self._emits = False
            self.selectRow(keys.index(key))
            self._emits = True

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of ``theme``."""
        self.lines_model.theme = theme
        self.viewport().update()

    def _emit_picked(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._emits and now.isValid():
            self.picked.emit(self.lines_model.lines[now.row()].key)
