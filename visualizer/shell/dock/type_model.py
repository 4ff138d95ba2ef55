"""The objects of a step, counted by type, as a table."""

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
    """How many objects of one type there are, and their bytes together."""

    name: str
    count: int = 0
    size: int = 0


def count_types(things: Iterable[HeapObject]) -> list[TypeRow]:
    """A row for each type that there is."""
    rows: dict[str, TypeRow] = {}
    for thing in things:
        row = rows.get(thing.type)
        if row is None:
            row = rows[thing.type] = TypeRow(thing.type)
        row.count += 1
        row.size += thing.size
    return list(rows.values())


class TypeModel(QAbstractTableModel):
    """Rows in the order that was asked for, most first to begin with.

    A tick says that a type is drawn; ``ticked`` tells of a type and whether it is to be.
    """

    ticked = Signal(str, bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.rows: list[TypeRow] = []
        self._hidden: frozenset[str] = frozenset()
        self._order = COUNT, Qt.SortOrder.DescendingOrder

    def show(self, rows: list[TypeRow], hidden: frozenset[str]) -> None:
        """Take on another step's rows; ``hidden`` are the types that are not drawn."""
        if {row.name for row in rows} == {row.name for row in self.rows}:
            # The same types: the selection stays where it is.
            known = {row.name: row for row in rows}
            self.rows = [known[row.name] for row in self.rows]
            self._hidden = hidden
            self.sort(*self._order)
            return
        self.beginResetModel()
        self.rows, self._hidden = sorted(rows, key=self._key, reverse=self._falls), hidden
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows into another order; what is selected stays so."""
        self._order = column, order
        self.layoutAboutToBeChanged.emit()
        before = [row.name for row in self.rows]
        self.rows.sort(key=self._key, reverse=self._falls)
        now = {row.name: number for number, row in enumerate(self.rows)}
        kept = self.persistentIndexList()
        moved = [self.index(now[before[one.row()]], one.column()) for one in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each type."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Type, objects, size."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What each column is."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NAMES if section == TYPE else _NUMBERS
        return self._words(_TITLES[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words and numbers, and the tick."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (kind_of(row.name), f"{row.count:,}", written_size(row.size))[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NAMES if column == TYPE else _NUMBERS
        if column == TYPE and role == Qt.ItemDataRole.CheckStateRole:
            shown = row.name not in self._hidden
            return Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
        if column == TYPE and role == Qt.ItemDataRole.ToolTipRole:
            return self._words("types.hint")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ticked, or no longer."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        drawn = Qt.CheckState(value) == Qt.CheckState.Checked
        self.ticked.emit(self.rows[index.row()].name, drawn)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A type can be ticked and selected."""
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TYPE else own

    @property
    def _falls(self) -> bool:
        return self._order[1] is Qt.SortOrder.DescendingOrder

    def _key(self, row: TypeRow) -> tuple[int | str, str]:
        """Equal ones by name."""
        return (kind_of(row.name).casefold(), row.count, row.size)[self._order[0]], row.name
