"""The table of types in the dock: the number of each type's objects at a step, and their size."""

from collections import Counter

from PySide6.QtCore import QItemSelection, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from visualizer.diagram.view.scene import SheetScene
from visualizer.explain.naming import kind_of
from visualizer.layout.sizes import written_size
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.filter_bar import FilterBar
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.folding import Section

TYPE, COUNT, SIZE = range(3)
_TITLES = ("types.type", "types.count", "types.size")
_ROW, _MOST_ROWS = 26, 10
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TypeRow(QTreeWidgetItem):
    """A type: the number of its objects, their total size in bytes, and a tick to draw them."""

    def __init__(self, name: str) -> None:
        super().__init__([kind_of(name)])
        self.name = name
        self.keys: tuple[str, int, int] = kind_of(name).casefold(), 0, 0
        """The columns are sorted by these."""
        self.setSizeHint(TYPE, QSize(0, _ROW))
        for column in (COUNT, SIZE):
            self.setTextAlignment(column, _NUMBER)

    def show(self, count: int, size: int, *, drawn: bool) -> None:
        """Show the amounts of a step."""
        self.keys = self.keys[0], count, size
        self.setText(COUNT, f"{count:,}")
        self.setText(SIZE, written_size(size) if size else "?")
        self.setCheckState(TYPE, Qt.CheckState.Checked if drawn else Qt.CheckState.Unchecked)

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        """Sort by the chosen column; sort equal rows by name."""
        assert isinstance(other, TypeRow)
        column = self.treeWidget().sortColumn()
        own, others = (self.keys[column], self.name), (other.keys[column], other.name)
        return own < others


class TypeTable(Section):
    """Counts the types while open; selecting a type marks its objects in the diagram.

    ``picked`` carries the serials of the selected type's objects. Unticked types are not drawn.
    """

    picked = Signal(tuple)

    def __init__(
        self, player: Player, scene: SheetScene, filter_bar: FilterBar, words: Words
    ) -> None:
        super().__init__(words, "types.title", "types.hint")
        self._player, self._scene, self._words = player, scene, words
        self._filter = filter_bar
        self.view = _made_view()
        self.put(self.view)
        self.toggled.connect(self._open)
        self.view.itemChanged.connect(self._draw_type)
        self.view.selectionModel().selectionChanged.connect(self._pick)
        for signal in (player.step_changed, filter_bar.changed):
            signal.connect(self._count)
        words.changed.connect(self._speak)
        self._is_clearing = False
        self._speak()

    @property
    def rows(self) -> list[TypeRow]:
        """The rows in their order."""
        found = (self.view.topLevelItem(row) for row in range(self.view.topLevelItemCount()))
        return [row for row in found if isinstance(row, TypeRow)]

    def forget(self) -> None:
        """Clear the selection, but leave the diagram's marks, which others have replaced."""
        self._is_clearing = True
        self.view.clearSelection()
        self._is_clearing = False

    def _open(self, opened: bool) -> None:
        if not opened:
            self.view.clearSelection()
        self._count()

    def _speak(self) -> None:
        self.view.setAccessibleName(self._words("types.title"))
        self.view.setHeaderLabels([self._words(key) for key in _TITLES])
        self._count()

    def _count(self) -> None:
        things = self._player.state.heap.values()
        self.caption.setText(self._words("types.all", n=len(things)))
        if not self.is_open:
            return
        counts, sizes = Counter(one.type for one in things), Counter[str]()
        for thing in things:
            sizes[thing.type] += thing.size
        view, known = self.view, {row.name: row for row in self.rows}
        with QSignalBlocker(view):
            view.setSortingEnabled(False)
            for name in known.keys() - counts.keys():
                view.takeTopLevelItem(view.indexOfTopLevelItem(known[name]))
            view.addTopLevelItems([TypeRow(name) for name in counts if name not in known])
            for row in self.rows:
                row.setToolTip(TYPE, self._words("types.hint"))
                drawn = row.name not in self._filter.hidden
                row.show(counts[row.name], sizes[row.name], drawn=drawn)
            view.setSortingEnabled(True)
        rows = min(max(len(counts), 1), _MOST_ROWS)
        view.setFixedHeight(view.header().sizeHint().height() + rows * _ROW + 2)
        if view.selectedItems():
            self._mark()

    def _draw_type(self, row: QTreeWidgetItem, _: int) -> None:
        assert isinstance(row, TypeRow)
        self._filter.hide_type(row.name, row.checkState(TYPE) is Qt.CheckState.Unchecked)

    def _pick(self, chosen: QItemSelection, _: QItemSelection) -> None:
        if self._is_clearing:
            return
        serials = self._mark()
        if serials and not chosen.isEmpty():
            self.picked.emit(serials)

    def _mark(self) -> tuple[int, ...]:
        """Mark the objects of the selected type in the diagram; return their serials."""
        names = {row.name for row in self.view.selectedItems() if isinstance(row, TypeRow)}
        things = self._player.state.heap.values()
        found = tuple(thing.serial for thing in things if thing.type in names)
        self._scene.mark_hits(found)
        return found


def _made_view() -> QTreeWidget:
    view = QTreeWidget(columnCount=len(_TITLES))
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    for column in (COUNT, SIZE):
        view.headerItem().setTextAlignment(column, _NUMBER)
    across = view.header()
    across.setStretchLastSection(False)
    across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    across.setSectionResizeMode(TYPE, QHeaderView.ResizeMode.Stretch)
    view.sortByColumn(COUNT, Qt.SortOrder.DescendingOrder)
    view.setSortingEnabled(True)
    return view
