"""A table of the step's objects, counted by type."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from visualizer.explain import kind_of
from visualizer.layout.sizes import written_size
from visualizer.model import HeapObject
from visualizer.shell.appearance.words import Words

TYPE, COUNT, SIZE = range(3)
_TITLES = ("types.type", "types.count", "types.size")
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NAMES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

type Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class TypeRow:
    """A type: the number of its objects, and their total size in bytes."""

    name: str
    count: int = 0
    size: int = 0


def count_types(things: Iterable[HeapObject]) -> list[TypeRow]:
    """Return a row for each type."""
    rows: dict[str, TypeRow] = {}
    for thing in things:
        row = rows.get(thing.type)
        if row is None:
            row = rows[thing.type] = TypeRow(thing.type)
        row.count += 1
        row.size += thing.size
    return list(rows.values())


class TypeModel(QAbstractTableModel):
    """Sorts the rows by a column, at first by count, and ticks the visible types.

    ``ticked`` carries a type and whether to draw it.
    """

    ticked = Signal(str, bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.rows: list[TypeRow] = []
        self._hidden: frozenset[str] = frozenset()
        self._order = COUNT, Qt.SortOrder.DescendingOrder

    def show(self, rows: list[TypeRow], hidden: frozenset[str]) -> None:
        """Show another step's rows; ``hidden`` are the unticked types."""
        if {row.name for row in rows} == {row.name for row in self.rows}:
            # The same types need no reset, so the selection stays.
            known = {row.name: row for row in rows}
            self.rows = [known[row.name] for row in self.rows]
            self._hidden = hidden
            self.sort(*self._order)
            return
        self.beginResetModel()
        self.rows, self._hidden = sorted(rows, key=self._key, reverse=self._descends), hidden
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows, and keep the selection."""
        self._order = column, order
        self.layoutAboutToBeChanged.emit()
        before = [row.name for row in self.rows]
        self.rows.sort(key=self._key, reverse=self._descends)
        now = {row.name: number for number, row in enumerate(self.rows)}
        kept = self.persistentIndexList()
        moved = [self.index(now[before[one.row()]], one.column()) for one in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of types."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns: type, objects, size."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title and alignment of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NAMES if section == TYPE else _NUMBERS
        return self._words(_TITLES[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, its alignment and its tick."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                kind_of(row.name),
                f"{row.count:,}",
                written_size(row.size) if row.size else "?",
            )[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NAMES if column == TYPE else _NUMBERS
        if column == TYPE and role == Qt.ItemDataRole.CheckStateRole:
            shown = row.name not in self._hidden
            return Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
        if column == TYPE and role == Qt.ItemDataRole.ToolTipRole:
            return self._words("types.hint")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Emit ``ticked``; other values cannot be set."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        drawn = Qt.CheckState(value) == Qt.CheckState.Checked
        self.ticked.emit(self.rows[index.row()].name, drawn)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the user tick and select a type."""
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TYPE else own

    @property
    def _descends(self) -> bool:
        return self._order[1] is Qt.SortOrder.DescendingOrder

    def _key(self, row: TypeRow) -> tuple[int | str, str]:
        """Sort by the chosen column; sort equal rows by name."""
        return (kind_of(row.name).casefold(), row.count, row.size)[self._order[0]], row.name
