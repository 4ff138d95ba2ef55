"""Shows the calls of a run as a tree in the dock, with arguments and return values."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QMenu

from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.dock.call_model import CallModel, CallRow
from visualizer.shell.dock.call_reader import CallReader
from visualizer.shell.playback.player import Player
from visualizer.shell.timeline.profile_feed import ProfileFeed
from visualizer.shell.widgets.folding import Section
from visualizer.shell.widgets.row_list import FOLD, RowDelegate, RowList

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
INDENT, _PAD = 14, 4
_MOST_IN = 0.5
"""The maximum indentation of the running call, as a fraction of the width."""


class CallDelegate(RowDelegate):
    """Paints the rows; ``shift`` reduces the indentation to leave room for deep calls."""

    def __init__(self, model: CallModel) -> None:
        super().__init__()
        self._model = model
        self.shift = 0

    def follow(self, depth: int, width: int) -> None:
        """Choose ``shift`` so that a call at ``depth`` has room for its text in ``width``."""
        self.shift = max(0, (depth - 1) * px(INDENT) - round(_MOST_IN * width))

    def indent(self, depth: int) -> int:
        """Return the indentation of a call, in pixels."""
        return max(0, (depth - 1) * px(INDENT) - self.shift)

    def paint_row(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Paint a call."""
        row = self._model.shown(number)
        if row.running:
            self.paint_chosen(painter, rect)
        self._paint_lines(painter, rect, row)
        inside = rect.adjusted(self.indent(row.depth) + _PAD, 0, -_PAD, 0)
        if row.has_calls:
            self.paint_fold(painter, inside.left(), rect, is_folded=row.folded)
        inside.setLeft(inside.left() + FOLD + 2)
        self._paint_words(painter, inside, row)

    def _paint_lines(self, painter: QPainter, rect: QRect, row: CallRow) -> None:
        """Draw a line from each caller down to the calls that it made."""
        painter.setPen(THEME.colour("hair"))
        for depth in range(1, row.depth):
            x = rect.left() + (depth - 1) * px(INDENT) - self.shift + _PAD + FOLD // 2
            if x > rect.left():
                painter.drawLine(x, rect.top(), x, rect.bottom())

    def _paint_words(self, painter: QPainter, inside: QRect, row: CallRow) -> None:
        bold = QFont(self.font)
        bold.setBold(row.running or row.on_stack)
        name = f"▶ {row.name}" if row.running else row.name
        colour = "ink" if row.begun else "ink3"
        outcome = "loss" if row.raised else "accent"
        for text, font, ink in (
            (name, bold, "accent" if row.running else colour),
            (row.arguments, self.font, "ink2" if row.begun else "ink3"),
            (f"  {row.outcome}" if row.outcome else "", self.font, outcome),
        ):
            if not text:
                continue
            painter.setFont(font)
            painter.setPen(THEME.colour(ink))
            metrics = painter.fontMetrics()
            room = inside.width()
            if text == row.arguments and row.outcome:
                # The outcome is shown in full; the arguments are cut.
                room -= metrics.horizontalAdvance(f"  {row.outcome}")
            least = metrics.horizontalAdvance("(…)") if text == row.arguments else 0
            room = max(room, least)
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
            painter.drawText(inside, _LEFT, cut)
            inside.setLeft(inside.left() + metrics.horizontalAdvance(cut))


_MOST_ROWS = 14


class CallTree(Section):
    """Keeps the running call marked and in view; a double click goes to a call's first step."""

    def __init__(self, player: Player, words: Words) -> None:
        super().__init__(words, "calls.title", "calls.hint")
        self._player, self._words = player, words
        self.reader = CallReader(player, self)
        self.model = CallModel(player, words, self.reader)
        self.delegate = CallDelegate(self.model)
        self.view = RowList(self.model, self.delegate, _MOST_ROWS)
        self.menu = QMenu(self)
        words.bind(self.view.setAccessibleName, "calls.title")
        self.put(self.view)
        self.view.clicked.connect(lambda index: self._press(index.row()))
        self.view.doubleClicked.connect(lambda index: self._go_to_call(index.row()))
        self.view.opened.connect(self._go_to_call)
        self.view.folded.connect(self.model.fold)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.verticalScrollBar().valueChanged.connect(self._keep_to_visible)
        self.reader.facts_read.connect(self.view.viewport().update)
        self.toggled.connect(self._refresh)
        player.step_changed.connect(self._show_step)
        words.changed.connect(self._refresh)
        self._feed: ProfileFeed | None = None

    def follow(self, feed: ProfileFeed) -> None:
        """Show the calls that ``feed`` reads."""
        self._feed = feed
        self.model.name = feed.name
        feed.came.connect(self._refresh)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Indent deep calls for the new width."""
        super().resizeEvent(event)
        self._show_step()

    def _refresh(self, *_: object) -> None:
        calls = self._feed.calls if self._feed is not None else ()
        self.caption.setText(self._words("calls.all", n=len(calls)) if calls else "")
        if self.is_open and self._feed is not None:
            if not calls:
                self.view.begin()
            self.model.refresh()
            self.view.fit()
            self._show_step()

    def _show_step(self, *_: object) -> None:
        if not self.is_open or self.model.order.calls is None:
            return
        self.model.show_step()
        row = self.model.row_of_running
        if row >= 0:
            depth = self.model.shown(row).depth
            self.delegate.follow(depth, self.view.viewport().width())
            self.view.bring_up(row)
        self.view.viewport().update()

    def _keep_to_visible(self) -> None:
        first, last = self.view.rows_seen()
        self.reader.keep_to(self.model.order.number(row) for row in range(first, last))

    def _go_to_call(self, row: int) -> None:
        self._player.go_to(self.model.first_step(row))

    def _press(self, row: int) -> None:
        """Fold or unfold a call if the user pressed the sign before it."""
        shown = self.model.shown(row)
        end = self.delegate.indent(shown.depth) + px(20)
        if shown.has_calls and self.view.pressed_at < end:
            self.model.fold(row)

    def _open_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid():
            self.fill_menu(index.row())
            self.menu.popup(self.view.viewport().mapToGlobal(at))

    def fill_menu(self, row: int) -> None:
        """Fill the menu with the steps of a call to go to."""
        self.menu.clear()
        first, last = self.model.first_step(row), self.model.last_step(row)
        for key, step in (("calls.to_first", first), ("calls.to_last", last)):
            text = self._words(key, step=f"{step:,}")
            self.menu.addAction(text, partial(self._player.go_to, step)).setEnabled(step > 0)
