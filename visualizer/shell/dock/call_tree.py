"""Shows the calls of a run as a tree in the dock, with arguments and return values."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu

from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.appearance.words import Words
from visualizer.shell.dock.call_delegate import CallDelegate
from visualizer.shell.dock.call_model import CallModel
from visualizer.shell.dock.call_reader import CallReader
from visualizer.shell.playback.player import Player
from visualizer.shell.timeline.profile_feed import ProfileFeed
from visualizer.shell.widgets.row_list import RowList
from visualizer.shell.widgets.section import Section

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
