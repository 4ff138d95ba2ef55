"""A table of a few lines: names at the left, figures at the right."""

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
    """``told`` stands across all columns behind the name, instead of figures."""

    key: str
    cells: tuple[str, ...]
    told: str = ""
    is_red: bool = False
    bold: int = -1


class SmallModel(FiguresModel):
    """A line each."""

    lines: list[Line]
    code_names = True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is written; in red what went wrong."""
        line, section = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                if line.told and section:
                    return line.told if section == 1 else ""
                return line.cells[section] if section < len(line.cells) else ""
            case Qt.ItemDataRole.ToolTipRole:
                return line.told or (line.cells[section] if section < len(line.cells) else "")
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(0 if line.told else section)
            case Qt.ItemDataRole.ForegroundRole:
                plain = "ink" if section in (0, line.bold) else "ink2"
                return QBrush(self.theme.colour("loss" if line.is_red else plain))
            case Qt.ItemDataRole.FontRole if section == 0 and self.code_names:
                return self.name_font()
            case Qt.ItemDataRole.FontRole if section == line.bold and not line.told:
                return self.figure_font()
        return None


class SmallTable(QTableView):
    """``picked`` is the key of the line that somebody has chosen.

    ``numbered``: names are but numbers, and the other columns share the width.
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
        self._telling = True
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_lines(
        self, lines: list[Line], titles: list[str], selected: str = "", spare: tuple[int, ...] = ()
    ) -> None:
        """Write these; where it is narrow the columns ``spare`` go, the first of them first."""
        self._telling = False
        self._spare = spare
        self.clearSpans()
        self.shown.show(lines, titles)
        for row, line in enumerate(lines):
            if line.told:
                self.setSpan(row, 1, 1, len(titles) - 1)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self._fit()
        keys = [line.key for line in lines]
        at = self.currentIndex()
        is_there = at.isValid() and at.row() < len(keys) and keys[at.row()] == selected
        if selected in keys and not is_there:
            self.selectRow(keys.index(selected))
        self._telling = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = len(self.shown.titles)
        if not columns:
            return
        across, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        for column in self._spare:  # of one that is hidden the title counts for nothing
            self.setColumnHidden(column, False)
        needs = [
            max(self.sizeHintForColumn(at), across.sectionSizeHint(at)) for at in range(columns)
        ]
        gone = set[int]()
        for column in self._spare:
            if sum(needs) - sum(needs[at] for at in gone) > self.viewport().width():
                gone.add(column)
        for column in range(columns):
            self.setColumnHidden(column, column in gone)
            takes_rest = column > 0 if self._numbered else column == 0
            mode = modes.Stretch if takes_rest else modes.ResizeToContents
            across.setSectionResizeMode(column, mode)
        left = self.viewport().width() - sum(
            needs[at] for at in range(1, columns) if at not in gone
        )
        if left < needs[0]:  # names are never cut: then it scrolls
            across.setSectionResizeMode(modes.ResizeToContents)

    def rows_height(self) -> int:
        """Pixels that all of its lines need."""
        return px(_ROW) * (len(self.shown.lines) + 1) + px(6)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.shown.theme = theme
        self.viewport().update()

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._telling and now.isValid():
            self.picked.emit(self.shown.lines[now.row()].key)
