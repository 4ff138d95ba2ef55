"""The table of types in the dock: the number of each type's objects at a step, and their size."""

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from visualizer.diagram.view.scene import SheetScene
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.filter_bar import FilterBar
from visualizer.shell.dock.type_model import COUNT, TYPE, TypeModel, count_types
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.section import Section

_ROW, _MOST_ROWS = 26, 10


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
        self.model = TypeModel(words)
        self.view = self._made_view()
        self.put(self.view)
        self.toggled.connect(self._open)
        self.model.ticked.connect(self._draw_type)
        self.view.selectionModel().selectionChanged.connect(self._pick)
        player.step_changed.connect(self._count)
        filter_bar.changed.connect(self._count)
        words.changed.connect(self._speak)
        self._is_clearing = False
        self._speak()

    def forget(self) -> None:
        """Clear the selection, but leave the diagram's marks, which others have replaced."""
        self._is_clearing = True
        self.view.clearSelection()
        self._is_clearing = False

    def _made_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW)
        across = view.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(TYPE, QHeaderView.ResizeMode.Stretch)
        across.setSortIndicator(COUNT, Qt.SortOrder.DescendingOrder)
        view.setSortingEnabled(True)
        return view

    def _open(self, opened: bool) -> None:
        if not opened:
            self.view.clearSelection()
        self._count()

    def _speak(self) -> None:
        self.view.setAccessibleName(self._words("types.title"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, TYPE, TYPE + 2)
        self._count()

    def _count(self) -> None:
        heap = self._player.state.heap
        self.caption.setText(self._words("types.all", n=len(heap)))
        if not self.is_open:
            return
        self.model.show(count_types(heap.values()), self._filter.hidden)
        rows = min(max(len(self.model.rows), 1), _MOST_ROWS)
        self.view.setFixedHeight(self.view.horizontalHeader().sizeHint().height() + rows * _ROW + 2)
        if self.view.selectionModel().hasSelection():
            self._mark()

    def _draw_type(self, name: str, drawn: bool) -> None:
        self._filter.hide_type(name, not drawn)

    def _pick(self, chosen: QItemSelection, _: QItemSelection) -> None:
        if self._is_clearing:
            return
        serials = self._mark()
        if serials and not chosen.isEmpty():
            self.picked.emit(serials)

    def _mark(self) -> tuple[int, ...]:
        """Mark the objects of the selected type in the diagram; return their serials."""
        rows = self.view.selectionModel().selectedRows()
        name = self.model.rows[rows[0].row()].name if rows else None
        things = self._player.state.heap.values()
        found = tuple(thing.serial for thing in things if name is not None and thing.type == name)
        self._scene.mark_hits(found)
        return found
