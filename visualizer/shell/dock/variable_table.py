"""The table of variables in the dock: watched values, calls and modules."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from visualizer.shell.appearance.words import Words
from visualizer.shell.dock.variable_delegate import VariableDelegate
from visualizer.shell.dock.variable_model import VariableModel
from visualizer.shell.playback.player import Player
from visualizer.shell.trace.watch_field import WatchField
from visualizer.shell.trace.watching import Watching
from visualizer.shell.widgets.row_list import RowList
from visualizer.shell.widgets.section import Section

_MOST_ROWS = 16


class VariableTable(Section):
    """Shows names and values; rows that refer to the selected object are marked.

    Selecting a row emits ``object_picked`` with its object, or ``frame_picked`` with the frame of a
    heading. A click on a heading folds it.
    """

    object_picked = Signal(int)
    frame_picked = Signal(int)

    def __init__(self, player: Player, watching: Watching, words: Words) -> None:
        super().__init__(words, "variables.title", "variables.hint")
        self._watching, self._words = watching, words
        self.model = VariableModel(player, watching, words)
        self.delegate = VariableDelegate(self.model)
        self.view = RowList(self.model, self.delegate, _MOST_ROWS)
        words.bind(self.view.setAccessibleName, "variables.title")
        self.field = WatchField(watching, words)
        self.menu = QMenu(self)
        self.put(self.view)
        self.put(self.field)
        self.view.pointed.connect(self._pick)
        self.view.clicked.connect(lambda index: self._fold(index.row()))
        self.view.opened.connect(self._fold)
        self.view.removed.connect(self._remove)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.field.left.connect(self.view.setFocus)
        watching.changed.connect(self._show_step)
        self.toggled.connect(self._show_step)
        player.step_changed.connect(self._show_step)
        player.recording_changed.connect(self._begin)
        words.changed.connect(self._show_step)

    def mark(self, serial: int | None) -> None:
        """Mark each row that refers to object ``serial``."""
        self.delegate.selected = serial
        self.view.viewport().update()

    def _begin(self) -> None:
        self.view.begin()
        self._show_step()

    def _show_step(self, *_: object) -> None:
        if self.is_open:
            self.model.show_step()
            self.view.fit()

    def _pick(self, row: int) -> None:
        serial = self.model.serial(row)
        if serial is not None:
            self.object_picked.emit(serial)
        elif isinstance(key := self.model.rows[row].key, int):
            self.frame_picked.emit(key)

    def _fold(self, row: int) -> None:
        if self.model.rows[row].is_head:
            self.model.fold(row)
            self.view.setCurrentIndex(self.model.index(row))
            self.view.fit()

    def _remove(self, row: int) -> None:
        """Remove the watch of a row."""
        place = self.model.column(row)
        if place is not None:
            self._watching.remove(place)

    def _open_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid():
            self.fill_menu(index.row())
            if not self.menu.isEmpty():
                self.menu.popup(self.view.viewport().mapToGlobal(at))

    def fill_menu(self, row: int) -> None:
        """Fill the menu with the commands for a row."""
        self.menu.clear()
        wanted = self.model.watchable(row)
        if self.model.column(row) is not None:
            self.menu.addAction(self._words("trace.remove"), lambda: self._remove(row))
        elif wanted is not None:
            name = self.model.name(self.model.rows[row])
            text = self._words("trace.watch", name=name)
            self.menu.addAction(text, lambda: self._watching.add(wanted))
