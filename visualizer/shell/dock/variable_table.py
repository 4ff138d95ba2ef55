"""The table of variables in the dock: watched values, calls and modules."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QMenu

from visualizer.explain.watched.variables import RESULT_KEYWORDS, Variable
from visualizer.shell.appearance.icons import PAD, SIGN, paint_mark
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.dock.variable_model import Row, VariableModel
from visualizer.shell.playback.player import Player
from visualizer.shell.trace.watch_field import WatchField
from visualizer.shell.trace.watching import Watching
from visualizer.shell.widgets.folding import Section
from visualizer.shell.widgets.row_list import FOLD, RowDelegate, RowList

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAP = 8
_MOST_NAME, _MOST_SAME = 0.36, 0.5
"""The maximum fraction of a row for its name, and of the rest for the object's other name."""


class VariableDelegate(RowDelegate):
    """Paints the rows, and marks those that refer to the object ``selected``."""

    def __init__(self, model: VariableModel) -> None:
        super().__init__()
        self._model = model
        self.selected: int | None = None
        self._names: tuple[list[Row], int, int] = ([], 0, 0)

    def paint_row(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Paint a heading or a variable."""
        row, variable = self._model.rows[number], self._model.variable(number)
        if variable is None:
            self._paint_heading(painter, rect, row)
        else:
            chosen = variable.serial is not None and variable.serial == self.selected
            self._paint_variable(painter, rect, row, variable, chosen=chosen)

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        running = row.scope is not None and row.scope.running
        painter.fillRect(rect, THEME.colour("accentSoft" if running else "cardHead"))
        self.paint_fold(painter, rect.left() + 3, rect, is_folded=self._model.is_folded(row))
        inside = rect.adjusted(FOLD + 7, 0, -PAD, 0)
        place = self._model.place(row)
        painter.setPen(THEME.colour("ink2"))
        painter.drawText(inside, _RIGHT, place)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(f"{place}  "))
        bold = QFont(self.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(THEME.colour("accent" if running else "ink"))
        title = f"▶ {self._model.title(row)}" if running else self._model.title(row)
        painter.drawText(inside, _LEFT, _cut(painter, title, inside))

    def _paint_variable(
        self, painter: QPainter, rect: QRect, row: Row, variable: Variable, *, chosen: bool
    ) -> None:
        if chosen:
            self.paint_chosen(painter, rect)
        name = QRect(rect.left() + PAD, rect.top(), self._name_width(rect), rect.height())
        value = rect.adjusted(name.right() + 1 - rect.left(), 0, 0, 0)
        ink = THEME.colour("ink")
        inside = value.adjusted(PAD + 2, 0, -PAD, 0)
        if variable.change is not None:
            ink = paint_mark(painter, value, variable.change)
            inside.setRight(inside.right() - SIGN - 4)
        painter.setPen(THEME.colour("ink2" if variable.name in RESULT_KEYWORDS.values() else "ink"))
        painter.drawText(name, _LEFT, _cut(painter, variable.name, name))
        if same := self._model.same(row, variable):
            inside.setRight(inside.right() - self._paint_same(painter, inside, same))
        painter.setPen(ink)
        text = variable.text or "–"
        if variable.why is not None:
            text = self._model.reason(variable)
            painter.setPen(ink if variable.change is not None else THEME.colour("ink3"))
        painter.drawText(inside, _LEFT, _cut(painter, text, inside))
        painter.setPen(THEME.colour("hair"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_same(self, painter: QPainter, inside: QRect, same: str) -> int:
        """Paint another name of the same object at the right; return its width in pixels."""
        room = QRect(inside)
        room.setLeft(inside.right() - round(_MOST_SAME * inside.width()))
        text = _cut(painter, same, room.adjusted(0, 0, -_GAP, 0))
        room.setLeft(room.right() - painter.fontMetrics().horizontalAdvance(text) - _GAP)
        painter.setPen(THEME.colour("line"))
        painter.setBrush(THEME.colour("pane"))
        painter.drawRoundedRect(room.adjusted(0, 4, 0, -5), 4, 4)
        painter.setPen(THEME.colour("accent"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        return room.width() + 4

    def _name_width(self, rect: QRect) -> int:
        """Return the width of the column of names, in pixels."""
        if self._names[0] is not self._model.rows or self._names[2] != self.font.pixelSize():
            metrics = QFontMetrics(self.font)
            names = {self._model.name(row) for row in self._model.rows if not row.is_head}
            widest = max(map(metrics.horizontalAdvance, names), default=0)
            self._names = self._model.rows, widest + px(_GAP), self.font.pixelSize()
        return min(self._names[1], round(_MOST_NAME * rect.width()))


def _cut(painter: QPainter, text: str, room: QRect) -> str:
    width = max(0, room.width())
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


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
        for signal in (watching.changed, self.toggled, player.step_changed):
            signal.connect(self._show_step)
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
