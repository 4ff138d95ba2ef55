"""The reference count of the selected object over the steps: a plot, and a list of changes."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from visualizer.explain.watched.looks import ValueChange
from visualizer.explain.watched.traces import TraceCell
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.trace.watching import Watching, watched_object
from visualizer.shell.widgets.folding import FoldButton
from visualizer.shell.widgets.layouts import in_column, words_label

if TYPE_CHECKING:
    from visualizer.charts.timeline import AmountPlot

_PLOT, _EDGE = 56, 8
_ROW, _MOST_ROWS = 24, 7
_SOON = 150
"""Milliseconds between updates while the history is being read."""

type Index = QModelIndex | QPersistentModelIndex


class _Changes(QAbstractListModel):
    """The rows of the list: one for each change of the count."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.cells: list[TraceCell] = []

    def show(self, cells: list[TraceCell]) -> None:
        self.beginResetModel()
        self.cells = cells
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the step, and the count before and after; also the height of a row."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, _ROW)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        cell = self.cells[index.row()]
        before = self.cells[index.row() - 1].refcount or 0 if index.row() else 0
        now = cell.refcount or 0
        words, step = self._words, f"{cell.step:,}"
        if cell.change is ValueChange.CHANGED and before == now:
            return words("history.value", step=step)
        return words("history.row", step=step, before=f"{before:,}", now=f"{now:,}")


class CountHistory(QWidget):
    """Shows the count of the selected object, if it has one; a press on a step emits ``moved``."""

    moved = Signal(int)

    def __init__(self, player: Player, words: Words) -> None:
        super().__init__()
        self._player, self._words = player, words
        self.feed = Watching(player, self, lives_alone=True)
        self._plot: AmountPlot | None = None
        self._can_plot = False
        self._serial: int | None = None
        self._is_shown = True
        title = words_label(words, "history.title", "head")
        self.room = _Room(self)
        self.heading = FoldButton("more")
        self.model = _Changes(words)
        self.list = QListView(uniformItemSizes=True)
        self.list.setModel(self.model)
        self.list.hide()
        in_column(self, title, self.room, self.heading, self.list, margins=(0, 4, 0, 4), spacing=2)
        self.heading.toggled.connect(self._open)
        self.list.clicked.connect(lambda index: self._go_to(index.row()))
        self.list.activated.connect(lambda index: self._go_to(index.row()))
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show)
        self.feed.read.connect(self._show_soon)
        player.recording_changed.connect(self._forget)
        self.feed.changed.connect(self._show)
        player.step_changed.connect(self._show_step)
        words.changed.connect(self._show)
        self.hide()

    def complete(self) -> None:
        """Show the plot from now on: its module has been imported."""
        self._can_plot = True
        self._show()

    def _make_plot(self) -> None:
        from visualizer.charts.timeline import AmountPlot

        self._plot = AmountPlot(THEME.colour, _EDGE, self.room)
        THEME.changed.connect(self._plot.set_colours)
        self.place()
        self._plot.show()

    def inspect(self, serial: int | None) -> None:
        """Show the history of the object ``serial`` of the current step, or none."""
        if serial == self._serial:
            return
        self._serial = serial
        while self.feed.columns:
            self.feed.remove(0)
        thing = self._player.state.heap.get(serial or 0)
        if thing is not None and thing.refcount is not None:
            self.feed.add(watched_object(thing))
        self._show()

    def step_at(self, x: float) -> int:
        """Return the step that the plot draws nearest to ``x``, in pixels."""
        steps = max(1, self._player.steps)
        width = max(1, self.room.width() - 2 * _EDGE)
        return max(1, min(steps, round(1 + (x - _EDGE) / width * (steps - 1))))

    @property
    def cells(self) -> list[TraceCell]:
        """The changes read so far."""
        return self.feed.columns[0].cells if self.feed.columns else []

    def show_counts(self, shown: bool) -> None:
        """Show the history only at levels with counts."""
        self._is_shown = shown
        self._show()

    def _show_soon(self) -> None:
        if self.feed.is_complete:
            self._soon.stop()
            self._show()
        elif not self._soon.isActive():
            self._soon.start(_SOON)

    def _forget(self) -> None:
        """Forget the serial, which may belong to another object in another recording."""
        self._serial = None

    def _show(self) -> None:
        cells = self.cells
        self.setVisible(bool(cells) and self._is_shown)
        # Copied, because the list grows while the recording is read.
        self.model.show(list(cells))
        self.heading.set_words(self._words("history.changes", count=f"{len(cells):,}"))
        self.list.setAccessibleName(self._words("history.title"))
        self.list.setFixedHeight(_ROW * min(max(1, len(cells)), _MOST_ROWS) + 4)
        if self._can_plot and self._plot is None and cells:
            self._make_plot()
        if self._plot is not None and cells:
            self._plot.show_amounts(
                [cell.step for cell in cells],
                [cell.refcount or 0 for cell in cells],
                self._player.steps,
            )
        self._show_step()

    def _show_step(self) -> None:
        if self._plot is not None and self.cells:
            self._plot.show_view(1.0, float(max(1, self._player.steps)))
            self._plot.show_step(self._player.step)
        at = bisect_right(self.model.cells, self._player.step, key=lambda cell: cell.step) - 1
        self.list.setCurrentIndex(self.model.index(at))

    def _open(self, opened: bool) -> None:
        self.list.setVisible(opened)

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self.model.cells):
            self.moved.emit(self.model.cells[row].step)

    def place(self) -> None:
        """Fit the plot into its room."""
        if self._plot is not None:
            self._plot.setGeometry(self.room.rect())
            self._show_step()


class _Room(QWidget):
    """The place of the plot; it handles the mouse, which the plot ignores."""

    def __init__(self, history: CountHistory) -> None:
        super().__init__()
        self._history = history
        self.setFixedHeight(_PLOT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def resizeEvent(self, event: object) -> None:
        self._history.place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._history.moved.emit(self._history.step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)
