"""A small table: names at the left, figures at the right."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.labs.common.figures_model import FiguresModel, Index, show_as_rows

_ROW = 28


@dataclass(frozen=True, slots=True)
class Line:
    """A line; a ``message`` replaces the figures and spans their columns."""

    key: str
    cells: tuple[str, ...]
    message: str = ""
    is_red: bool = False
    bold: int = -1


class SmallModel(FiguresModel):
    """The lines of the table."""

    lines: list[Line]
    code_names = True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell and its looks; failures are red."""
        line, section = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                if line.message and section:
                    return line.message if section == 1 else ""
                return line.cells[section] if section < len(line.cells) else ""
            case Qt.ItemDataRole.ToolTipRole:
                return line.message or (line.cells[section] if section < len(line.cells) else "")
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(0 if line.message else section)
            case Qt.ItemDataRole.ForegroundRole:
                plain = "ink" if section in (0, line.bold) else "ink2"
                return QBrush(self.theme.colour("loss" if line.is_red else plain))
            case Qt.ItemDataRole.FontRole if section == 0 and self.code_names:
                return self.name_font()
            case Qt.ItemDataRole.FontRole if section == line.bold and not line.message:
                return self.figure_font()
        return None


class SmallTable(QTableView):
    """The table; ``picked`` carries the key of the line that the user selects.

    In a ``numbered`` table names are only numbers, and the other columns share the width.
    """

    picked = Signal(str)

    def __init__(
        self, theme: Theme, code: QFont, *, code_names: bool = True, numbered: bool = False
    ) -> None:
        super().__init__()
        self._numbered = numbered
        self.shown = SmallModel(theme, code)
        self.shown.code_names = code_names
        self.setModel(self.shown)
        show_as_rows(self)
        self.setWordWrap(False)
        self.setProperty("results", "true")
        self._spare: tuple[int, ...] = ()
        self._emits = True
        self.selectionModel().currentRowChanged.connect(self._emit_picked)

    def show_lines(
        self, lines: list[Line], titles: list[str], selected: str = "", spare: tuple[int, ...] = ()
    ) -> None:
        """Show ``lines``; a narrow table hides columns of ``spare``, in that order."""
        self._emits = False
        self._spare = spare
        self.clearSpans()
        self.shown.show(lines, titles)
        for row, line in enumerate(lines):
            if line.message:
                self.setSpan(row, 1, 1, len(titles) - 1)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self._fit()
        keys = [line.key for line in lines]
        at = self.currentIndex()
        is_current = at.isValid() and at.row() < len(keys) and keys[at.row()] == selected
        if selected in keys and not is_current:
            self.selectRow(keys.index(selected))
        self._emits = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = len(self.shown.titles)
        if not columns:
            return
        across, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        for column in self._spare:
            # The title of a hidden column has no width.
            self.setColumnHidden(column, False)
        needs = [
            max(self.sizeHintForColumn(at), across.sectionSizeHint(at)) for at in range(columns)
        ]
        hidden = set[int]()
        for column in self._spare:
            if sum(needs) - sum(needs[at] for at in hidden) > self.viewport().width():
                hidden.add(column)
        for column in range(columns):
            self.setColumnHidden(column, column in hidden)
            takes_rest = column > 0 if self._numbered else column == 0
            mode = modes.Stretch if takes_rest else modes.ResizeToContents
            across.setSectionResizeMode(column, mode)
        left = self.viewport().width() - sum(
            needs[at] for at in range(1, columns) if at not in hidden
        )
        if left < needs[0]:
            # Names are never cut; the table scrolls instead.
            across.setSectionResizeMode(modes.ResizeToContents)

    def rows_height(self) -> int:
        """Return the height of all lines, in pixels."""
        return px(_ROW) * (len(self.shown.lines) + 1) + px(6)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of ``theme``."""
        self.shown.theme = theme
        self.viewport().update()

    def _emit_picked(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._emits and now.isValid():
            self.picked.emit(self.shown.lines[now.row()].key)
