"""The table of results, with a row for each style."""

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
"""The columns of figures, the last one exclusive."""
_NARROW = 640
"""Pixels, at the usual text size, that the table of an endless stream needs."""
_TITLE = 30
"""Pixels around the title of a column."""
_OVER_N = 6
"""The least number of columns of a table over n; a table of an endless stream has fewer."""


class TableModel(FiguresModel):
    """The rows of the table."""

    lines: list[TableLine]

    def alignment(self, section: int) -> Qt.AlignmentFlag:
        """Align the columns of words left too: the last two of a table over n, else the last."""
        columns = len(self.titles)
        in_words = section >= columns - (2 if columns >= _OVER_N else 1)
        return super().alignment(0 if in_words else section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell and its looks; failures are red."""
        line, section = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _text(line, section)
            case Qt.ItemDataRole.ToolTipRole:
                return line.message or _text(line, section)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(0 if line.message else section)
            case Qt.ItemDataRole.DecorationRole if section == 0:
                return sign_pixmap(line.key, self.theme)
            case Qt.ItemDataRole.ForegroundRole:
                plain = "ink" if section < _FIGURES[1] and not line.message else "ink2"
                return QBrush(self.theme.colour("loss" if line.manner == "failed" else plain))
            case Qt.ItemDataRole.FontRole if section == 0:
                return self.name_font()
            case Qt.ItemDataRole.FontRole if section in range(*_FIGURES) and not line.message:
                return self.figure_font()
        return None


class Table(QTableView):
    """The table; ``picked`` carries the style whose row the user selects."""

    picked = Signal(str)

    def __init__(self, words: Words, theme: Theme, code: QFont) -> None:
        super().__init__()
        self.shown = TableModel(theme, code)
        self.setModel(self.shown)
        show_as_rows(self)
        self.setWordWrap(True)
        self.setProperty("padded", "true")
        self._emits = True
        self.selectionModel().currentRowChanged.connect(self._emit_picked)
        words.bind(self.setAccessibleName, "lab.results")

    def show_lines(self, lines: list[TableLine], titles: list[str], selected: str) -> None:
        """Show these rows, and select the row of a style."""
        self._emits = False
        self.clearSpans()
        self.shown.show(lines, titles)
        for row, line in enumerate(lines):
            if line.message:
                self.setSpan(row, 1, 1, len(titles) - 1)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._fit()
        at = self.currentIndex()
        if not (at.isValid() and at.row() < len(lines) and lines[at.row()].key == selected):
            keys = [line.key for line in lines]
            if selected in keys:
                self.selectRow(keys.index(selected))
        self._emits = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit columns and rows to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide columns that have no room, and make rows as high as their messages need."""
        columns = len(self.shown.titles)
        if not columns:
            return
        across, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        hidden = self._columns_to_hide()
        last = max(column for column in range(columns) if column not in hidden)
        for column in range(columns):
            self.setColumnHidden(column, column in hidden)
            mode = modes.Stretch if column == last else modes.ResizeToContents
            across.setSectionResizeMode(column, mode)
        for row, line in enumerate(self.shown.lines):
            text = line.message or _text(line, columns - 1)
            width = across.sectionSize(last)
            if line.message:
                width = self.viewport().width() - across.sectionSize(0)
            room = QRect(0, 0, max(px(60), width - px(20)), 10_000)
            box = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
            self.setRowHeight(row, max(px(_ROW), box.height() + px(12)))

    def _columns_to_hide(self) -> tuple[int, ...]:
        """Return the columns for which there is no room.

        Over n the last but one goes first (when an item is made), then the last (whether the style
        can serve an endless stream). For an endless stream it is memory, which the plot shows too.
        """
        columns, room = len(self.shown.titles), self.viewport().width()
        if columns < _OVER_N:
            return (3,) if room < px(_NARROW) else ()
        title = self.fontMetrics().horizontalAdvance
        widths = [
            max(self.sizeHintForColumn(at), title(text) + px(_TITLE))
            for at, text in enumerate(self.shown.titles)
        ]
        for hidden in ((), (columns - 2,)):
            if sum(widths) - sum(widths[at] for at in hidden) <= room:
                return hidden
        return (columns - 2, columns - 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of ``theme``."""
        self.shown.theme = theme
        self.viewport().update()

    def _emit_picked(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._emits and now.isValid():
            self.picked.emit(self.shown.lines[now.row()].key)


def _text(line: TableLine, section: int) -> str:
    if line.message and section:
        return line.message if section == 1 else ""
    return line.cells[section] if section < len(line.cells) else ""
