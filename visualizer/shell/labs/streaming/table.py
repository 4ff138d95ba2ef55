"""The table of results, with a row for each style."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView

from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.figures_table import FiguresModel, FiguresTable, Index
from visualizer.shell.labs.streaming.manners import sign_pixmap

_ROW = 30
_NARROW = 640
"""Pixels, at the usual text size, that the table of an endless stream needs."""
_TITLE = 30
"""Pixels around the title of a column."""
_OVER_N = 6
"""The least number of columns of a table over n; a table of an endless stream has fewer."""


class TableModel(FiguresModel):
    """The rows of the table."""

    def alignment(self, section: int) -> Qt.AlignmentFlag:
        """Align the columns of words left too: the last two of a table over n, else the last."""
        columns = len(self.titles)
        in_words = section >= columns - (2 if columns >= _OVER_N else 1)
        return super().alignment(0 if in_words else section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what every table has, and the sign of a style beside its name."""
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return sign_pixmap(self.lines[index.row()].key)
        return super().data(index, role)


class Table(FiguresTable):
    """The table; its messages are broken into lines."""

    def __init__(self, words: Words, code: QFont) -> None:
        super().__init__(TableModel(code), "padded")
        self.setWordWrap(True)
        words.bind(self.setAccessibleName, "lab.results")

    def fit(self) -> None:
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
            text = line.message or line.text(columns - 1)
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
