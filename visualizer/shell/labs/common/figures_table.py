"""The table of a lab: a line for each row of results, names at the left and figures after them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFont, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from visualizer.shell.appearance.look import THEME, px, sized

type Index = QModelIndex | QPersistentModelIndex

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


class FiguresModel(QAbstractTableModel):
    """Keeps rows and selection while figures change; the first column has names.

    ``code_names`` are written in the font of code, after the ``sign`` of their line. The columns
    ``texts`` are aligned left.
    """

    def __init__(
        self, code: QFont, *, code_names: bool, sign: Callable[[str], QPixmap] | None
    ) -> None:
        super().__init__()
        self._code, self._code_names, self._sign = code, code_names, sign
        self.texts: Sequence[int] = (0,)
        self.lines: list[Line] = []
        self.titles: list[str] = []

    def show(self, lines: list[Line], titles: list[str]) -> None:
        """Show other lines; without a reset if their keys are the same."""
        same = [line.key for line in lines] == [line.key for line in self.lines]
        if same and len(titles) == len(self.titles):
            self.lines, self.titles = lines, titles
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(titles) - 1)
            if lines:
                last = self.index(len(lines) - 1, len(titles) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.lines, self.titles = lines, titles
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns: the name and the figures."""
        return 0 if parent.isValid() else len(self.titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title and alignment of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return self.titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell and its looks; failures are red."""
        line, section = self.lines[index.row()], index.column()
        is_bold = section in line.bold and not line.message
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line.text(section)
            case Qt.ItemDataRole.ToolTipRole:
                return line.message or line.text(section)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(0 if line.message else section)
            case Qt.ItemDataRole.ForegroundRole:
                plain = "ink" if is_bold or (section == 0 and not line.message) else "ink2"
                return QBrush(THEME.colour("loss" if line.is_red else plain))
            case Qt.ItemDataRole.DecorationRole if section == 0 and self._sign is not None:
                return self._sign(line.key)
            case Qt.ItemDataRole.FontRole if section == 0 and self._code_names:
                return sized(self._code, 14)
            case Qt.ItemDataRole.FontRole if is_bold:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
        return None

    def alignment(self, section: int) -> Qt.AlignmentFlag:
        """Align names and texts left, figures right."""
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        return (left if section in self.texts else right) | Qt.AlignmentFlag.AlignVCenter


class FiguresTable(QTableView):
    """Shows selectable rows; ``picked`` carries the key of the line that the user selects.

    ``look`` is the property of the style sheet: ``results``, or ``padded``, whose long texts are
    broken into lines. The columns of ``spare`` are hidden where the table is narrow, in that order,
    or where they have no figures. ``wide`` are the columns that take the remaining width.
    """

    picked = Signal(str)

    def __init__(
        self,
        code: QFont,
        *,
        look: Literal["results", "padded"] = "results",
        wide: Literal["names", "figures", "last"] = "names",
        spare: Sequence[int] = (),
        code_names: bool = True,
        sign: Callable[[str], QPixmap] | None = None,
    ) -> None:
        super().__init__(showGrid=False, wordWrap=look == "padded")
        self.shown = FiguresModel(code, code_names=code_names, sign=sign)
        self.spare, self._wide, self._wraps = spare, wide, look == "padded"
        self.setModel(self.shown)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setProperty(look, "true")
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        self._emits = True
        self.selectionModel().currentRowChanged.connect(self._emit_picked)

    def show_lines(
        self, lines: list[Line], titles: list[str], selected: str = "", beside: int = 0
    ) -> None:
        """Show ``lines``, and select that of ``selected`` without emitting ``picked``.

        Messages span the columns of figures, but for the last ``beside``.
        """
        self._emits = False
        self.clearSpans()
        self.shown.show(lines, titles)
        for row, line in enumerate(lines):
            if line.message:
                self.setSpan(row, 1, 1, len(titles) - 1 - beside)
        # Else a column that stretched before leaves some of its width to others.
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.fit()
        keys = [line.key for line in lines]
        at = self.currentIndex()
        is_current = at.isValid() and at.row() < len(keys) and keys[at.row()] == selected
        if selected in keys and not is_current:
            self.selectRow(keys.index(selected))
        self._emits = True

    def fit(self) -> None:
        """Fit columns to the width, and rows to their messages.

        Without room for all columns, the table scrolls: no name and no figure is cut.
        """
        columns, across = range(len(self.shown.titles)), self.horizontalHeader()
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
            if self.shown.lines and all(one.text(column) in ("", NONE) for one in self.shown.lines):
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
        for row, line in enumerate(self.shown.lines):
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
        return px(_ROW) * (len(self.shown.lines) + 1) + px(6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit()

    def _emit_picked(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._emits and now.isValid():
            self.picked.emit(self.shown.lines[now.row()].key)
