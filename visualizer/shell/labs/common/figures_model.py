"""The model of a lab's table: a line for each row of results."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableView

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.text_sizes import px

type Index = QModelIndex | QPersistentModelIndex


class FiguresModel(QAbstractTableModel):
    """Keeps rows and selection while figures change; the first column has names.

    Each of ``lines`` has a ``key``. The ``data`` of a lab's own model reads the rest of a line.
    """

    def __init__(self, theme: Theme, code: QFont) -> None:
        super().__init__()
        self.theme, self._code = theme, code
        self.lines: list[Any] = []
        self.titles: list[str] = []

    def show(self, lines: list[Any], titles: list[str]) -> None:
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

    def alignment(self, section: int) -> Qt.AlignmentFlag:
        """Align names left and figures right."""
        across = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter

    def name_font(self) -> QFont:
        """Return the font of names, which is that of code."""
        font = QFont(self._code)
        font.setPixelSize(px(14))
        return font

    @staticmethod
    def figure_font() -> QFont:
        """Return the font of the most important figures."""
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font


def show_as_rows(table: QTableView) -> None:
    """Let ``table``, whose model is set, show selectable rows without a grid."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setFrameShape(table.Shape.NoFrame)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    table.verticalHeader().hide()
    across = table.horizontalHeader()
    across.setHighlightSections(False)
    across.setSectionsClickable(False)
