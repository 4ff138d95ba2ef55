"""The table of a lab: a line for each row of results, names at the left and figures after them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
)

from visualizer.shell.appearance.look import THEME, px, sized

NONE = "\u2013"
"""Stands for a figure that is unknown."""
_ROW = 28
"""Pixels: the least height of a row at the usual text size."""
_WRAPPED = 200
"""Pixels at the usual text size: the width that a column needs whose texts are broken into lines.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line; a ``message`` replaces the figures. ``bold`` are the columns that matter most."""

    key: str
    cells: tuple[str, ...]
    message: str = ""
    is_red: bool = False
    bold: tuple[int, ...] = ()

    def text(self, section: int) -> str:
        """Return the text in a column."""
        if self.message and section == 1:
            return self.message
        return self.cells[section] if section < len(self.cells) else ""


class FiguresTable(QTableWidget):
    """Shows selectable lines; ``picked`` carries the key of the line that the user selects.

    The first column has names; ``code_names`` are written in the font of code, after the ``sign``
    of their line. The columns ``texts`` are aligned left.

    A table that ``wraps`` breaks long texts into lines. The columns of ``spare`` are hidden where
    the table is narrow, in that order, or where they have no figures. ``wide`` are the columns that
    take the remaining width.
    """

    picked = Signal(str)

    def __init__(
        self,
        code: QFont,
        *,
        wraps: bool = False,
        wide: Literal["names", "figures", "last"] = "names",
        spare: Sequence[int] = (),
        code_names: bool = True,
        sign: Callable[[str], QPixmap] | None = None,
    ) -> None:
        super().__init__()
        self.setShowGrid(False)
        self.setWordWrap(wraps)
        self._code, self._code_names, self._sign = code, code_names, sign
        self.spare, self._wide, self._wraps = spare, wide, wraps
        self.texts: Sequence[int] = (0,)
        self.lines: list[Line] = []
        self.titles: list[str] = []
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setProperty("results", "true")
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        self._emits, self._is_filling = True, False
        self.selectionModel().currentRowChanged.connect(self._emit_picked)
        THEME.changed.connect(self._fill)

    def show_lines(
        self, lines: list[Line], titles: list[str], selected: str = "", beside: int = 0
    ) -> None:
        """Show ``lines``, and select that of ``selected`` without emitting ``picked``.

        Messages span the columns of figures, but for the last ``beside``.
        """
        self._emits = False
        self.clearSpans()
        keys = [line.key for line in lines]
        is_other = keys != [line.key for line in self.lines] or len(titles) != len(self.titles)
        self.lines, self.titles = lines, titles
        self._is_filling = True
        if is_other:
            self.setRowCount(0)
            self.setColumnCount(len(titles))
            self.setRowCount(len(lines))
        self._fill()
        self._is_filling = False
        for row, line in enumerate(lines):
            if line.message:
                self.setSpan(row, 1, 1, len(titles) - 1 - beside)
        # Else a column that stretched before leaves some of its width to others.
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.fit()
        at = self.currentIndex()
        is_current = at.isValid() and at.row() < len(keys) and keys[at.row()] == selected
        if selected in keys and not is_current:
            self.selectRow(keys.index(selected))
        self._emits = True

    def _fill(self) -> None:
        """Write all cells; failures are red."""
        for section, title in enumerate(self.titles):
            head = QTableWidgetItem(title)
            head.setTextAlignment(self._alignment(section))
            self.setHorizontalHeaderItem(section, head)
            for row, line in enumerate(self.lines):
                self.setItem(row, section, self._cell(line, section))

    def _cell(self, line: Line, section: int) -> QTableWidgetItem:
        cell = QTableWidgetItem(line.text(section))
        is_bold = section in line.bold and not line.message
        plain = "ink" if is_bold or (section == 0 and not line.message) else "ink2"
        cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        cell.setToolTip(line.message or line.text(section))
        cell.setTextAlignment(self._alignment(0 if line.message else section))
        cell.setForeground(THEME.colour("loss" if line.is_red else plain))
        if section == 0 and self._sign is not None:
            cell.setData(Qt.ItemDataRole.DecorationRole, self._sign(line.key))
        if section == 0 and self._code_names:
            cell.setFont(sized(self._code, 14))
        elif is_bold:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            cell.setFont(font)
        return cell

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        """Align names and texts left, figures right."""
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        return (left if section in self.texts else right) | Qt.AlignmentFlag.AlignVCenter

    def fit(self) -> None:
        """Fit columns to the width, and rows to their messages.

        Without room for all columns, the table scrolls: no name and no figure is cut.
        """
        columns, across = range(len(self.titles)), self.horizontalHeader()
        if not columns:
            return
        for column in columns:
            # The title of a hidden column has no width.
            self.setColumnHidden(column, False)
        needs = [max(self.sizeHintForColumn(at), across.sectionSizeHint(at)) for at in columns]
        if self._wraps:
            needs[-1] = min(needs[-1], px(_WRAPPED))
        room = self.viewport().width()
        for column in set(self.spare) & set(columns):
            if self.lines and all(one.text(column) in ("", NONE) for one in self.lines):
                needs[column] = 0
        for column in self.spare:
            if column in columns and sum(needs) > room:
                needs[column] = 0
        seen = [column for column in columns if needs[column]]
        wide = {"names": seen[:1], "figures": seen[1:], "last": seen[-1:]}[self._wide]
        modes = QHeaderView.ResizeMode
        for column in columns:
            self.setColumnHidden(column, column not in seen)
            stretches = column in wide and (self._wraps or sum(needs) <= room)
            mode = modes.Stretch if stretches else modes.ResizeToContents
            across.setSectionResizeMode(column, mode)
        self._fit_rows(seen[-1])

    def _fit_rows(self, last: int) -> None:
        across = self.horizontalHeader()
        for row, line in enumerate(self.lines):
            tall = 0
            if self._wraps:
                wide = across.sectionSize(last)
                if line.message:
                    wide = self.viewport().width() - across.sectionSize(0)
                room = QRect(0, 0, max(px(60), wide - px(20)), 10_000)
                text = line.message or line.text(last)
                box = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
                tall = box.height() + px(12)
            self.setRowHeight(row, max(px(_ROW), tall))

    def rows_height(self) -> int:
        """Return the height of all lines, in pixels."""
        return px(_ROW) * (len(self.lines) + 1) + px(6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        if not self._is_filling:  # there are columns without cells yet
            self.fit()

    def _emit_picked(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._emits and now.isValid():
            self.picked.emit(self.lines[now.row()].key)
