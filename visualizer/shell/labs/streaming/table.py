"""The results as a table, a style a row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFont, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.figures_model import FiguresModel, Index, show_as_rows
from visualizer.shell.labs.streaming.lines import TableLine
from visualizer.shell.labs.streaming.manners import sign_pixmap

_ROW = 30
_FIGURES = (1, 4)
"""From the first column of figures up to the one behind the last."""
_NARROW = 640
"""Pixels, at the usual size of words, that the table about an endless stream needs."""
_TITLE = 30
"""Pixels that a title has beside it."""
_OVER_N = 6
"""Columns at least of a table over n; one about an endless stream has fewer."""


class TableModel(FiguresModel):
    """A style each."""

    lines: list[TableLine]

    def alignment(self, section: int) -> Qt.AlignmentFlag:
        """What is said in words at the left too, of a table over n in two columns."""
        columns = len(self.titles)
        in_words = section >= columns - (2 if columns >= _OVER_N else 1)
        return super().alignment(0 if in_words else section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is written; in red what went wrong."""
        line, section = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _text(line, section)
            case Qt.ItemDataRole.ToolTipRole:
                return line.told or _text(line, section)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(0 if line.told else section)
            case Qt.ItemDataRole.DecorationRole if section == 0:
                return sign_pixmap(line.key, self.theme)
            case Qt.ItemDataRole.ForegroundRole:
                plain = "ink" if section < _FIGURES[1] and not line.told else "ink2"
                return QBrush(self.theme.colour("loss" if line.manner == "failed" else plain))
            case Qt.ItemDataRole.FontRole if section == 0:
                return self.name_font()
            case Qt.ItemDataRole.FontRole if _FIGURES[0] <= section < _FIGURES[1] and not line.told:
                return self.figure_font()
        return None


class Table(QTableView):
    """``picked`` names the style whose row somebody has chosen."""

    picked = Signal(str)

    def __init__(self, words: Words, theme: Theme, code: QFont) -> None:
        super().__init__()
        self.shown = TableModel(theme, code)
        self.setModel(self.shown)
        show_as_rows(self)
        self.setWordWrap(True)
        self.setProperty("padded", "true")
        self._telling = True
        self.selectionModel().currentRowChanged.connect(self._tell)
        words.bind(self.setAccessibleName, "lab.results")

    def show_lines(self, lines: list[TableLine], titles: list[str], selected: str) -> None:
        """Write these rows, and mark the one of a style."""
        self._telling = False
        self.clearSpans()
        self.shown.show(lines, titles)
        for row, line in enumerate(lines):
            if line.told:
                self.setSpan(row, 1, 1, len(titles) - 1)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._fit()
        at = self.currentIndex()
        if not (at.isValid() and at.row() < len(lines) and lines[at.row()].key == selected):
            keys = [line.key for line in lines]
            if selected in keys:
                self.selectRow(keys.index(selected))
        self._telling = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Spare columns where it is narrow; rows that say something have the lines they need."""
        columns = len(self.shown.titles)
        if not columns:
            return
        across, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        spared = self._spared()
        last = max(column for column in range(columns) if column not in spared)
        for column in range(columns):
            self.setColumnHidden(column, column in spared)
            mode = modes.Stretch if column == last else modes.ResizeToContents
            across.setSectionResizeMode(column, mode)
        for row, line in enumerate(self.shown.lines):
            told = line.told or _text(line, columns - 1)
            width = across.sectionSize(last)
            if line.told:
                width = self.viewport().width() - across.sectionSize(0)
            room = QRect(0, 0, max(px(60), width - px(20)), 10_000)
            box = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, told)
            self.setRowHeight(row, max(px(_ROW), box.height() + px(12)))

    def _spared(self) -> tuple[int, ...]:
        """The columns for which there is no room: over n first when an item is made, then who can
        serve without an end; else the memory, which the plot tells too."""
        columns, room = len(self.shown.titles), self.viewport().width()
        if columns < _OVER_N:
            return (3,) if room < px(_NARROW) else ()
        title = self.fontMetrics().horizontalAdvance
        widths = [
            max(self.sizeHintForColumn(at), title(text) + px(_TITLE))
            for at, text in enumerate(self.shown.titles)
        ]
        for spared in ((), (columns - 2,)):
            if sum(widths) - sum(widths[at] for at in spared) <= room:
                return spared
        return (columns - 2, columns - 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.shown.theme = theme
        self.viewport().update()

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._telling and now.isValid():
            self.picked.emit(self.shown.lines[now.row()].key)


def _text(line: TableLine, section: int) -> str:
    if line.told and section:
        return line.told if section == 1 else ""
    return line.cells[section] if section < len(line.cells) else ""
