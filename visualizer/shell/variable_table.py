"""Names and values without arrows, in the dock: the running call, its callers, the modules."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont

from visualizer.diagram.fonts import code_font
from visualizer.diagram.themes import Theme
from visualizer.shell.player import Player
from visualizer.shell.row_list import RowList
from visualizer.shell.section import Section
from visualizer.shell.variable_delegate import VariableDelegate
from visualizer.shell.variable_model import VariableModel
from visualizer.shell.words import Words

_LEAST_ROWS, _MOST_ROWS = 3, 16


class VariableTable(Section):
    """A row that one goes to selects its object, ``object_picked``; rows of the same are marked.

    A press on the head of a call folds it, ``frame_picked`` tells which it was.
    """

    object_picked = Signal(int)
    frame_picked = Signal(int)

    def __init__(self, player: Player, words: Words, theme: Theme, code: QFont) -> None:
        super().__init__(words, "variables.title", "variables.hint")
        self._player, self._words = player, words
        self.model = VariableModel(player, words)
        self.delegate = VariableDelegate(self.model, theme, code)
        self.view = RowList(self.model, self.delegate)
        self._rows = _LEAST_ROWS
        words.bind(self.view.setAccessibleName, "variables.title")
        self.put(self.view)
        self.view.pointed.connect(self._point)
        self.view.clicked.connect(lambda index: self._fold(index.row()))
        self.view.opened.connect(self._fold)
        self.toggled.connect(self._show_step)
        player.step_changed.connect(self._show_step)
        player.recording_changed.connect(self._begin)
        words.changed.connect(self._show_step)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours, and as large as words are now."""
        super().set_theme(theme)
        self.delegate.theme = theme
        self.delegate.font = code_font(self.delegate.font.pixelSize())
        self.view.resize_rows()
        self._fit()
        self.view.viewport().update()

    def mark(self, serial: int | None) -> None:
        """Mark each row whose name refers to this object."""
        self.delegate.selected = serial
        self.view.viewport().update()

    def _begin(self) -> None:
        self._rows = _LEAST_ROWS
        self._show_step()

    def _show_step(self, *_: object) -> None:
        if self.is_open:
            self.model.show_step()
            self._fit()

    def _fit(self) -> None:
        # What stands below it does not move when a call has ended.
        self._rows = max(self._rows, min(self.model.rowCount(), _MOST_ROWS))
        self.view.fit(self._rows, _MOST_ROWS)

    def _point(self, row: int) -> None:
        serial = self.model.serial(row)
        if serial is not None:
            self.object_picked.emit(serial)
        elif isinstance(key := self.model.rows[row].scope.key, int):
            self.frame_picked.emit(key)

    def _fold(self, row: int) -> None:
        if self.model.rows[row].name is None:
            self.model.fold(row)
            self.view.setCurrentIndex(self.model.index(row))
            self._fit()
