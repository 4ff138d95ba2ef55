"""The menus of the trace table: they offer names and objects to watch, and edit columns."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from visualizer.explain.naming import kind_of
from visualizer.explain.source.scopes import bound_names
from visualizer.explain.watched.looks import MODULE, Watched, WatchedName
from visualizer.explain.watched.traces import watched_name
from visualizer.model import FrameKind, is_special
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.trace.model import TraceModel
from visualizer.shell.trace.watching import Watching, watched_object

_MOST = 40
"""The maximum number of names that the menu offers for one call or module."""


class TraceMenu:
    """Filled each time that it opens; a watched name has a tick."""

    def __init__(
        self,
        player: Player,
        watching: Watching,
        words: Words,
        model: TraceModel,
        owner: QWidget,
    ) -> None:
        self._player, self._watching, self._words = player, watching, words
        self._model = model
        self.menu = QMenu(owner)
        self.selected: int | None = None
        self.ask_expression: Callable[[], None] = lambda: None
        """Lets the user write an expression to watch."""

    def open_at(self, at: QPoint) -> None:
        """Offer the names and objects that can be watched."""
        self.fill()
        self.menu.popup(at)

    def open_column(self, place: int, at: QPoint) -> None:
        """Offer the commands for a column."""
        self.menu.clear()
        self._fill_column(self.menu, place)
        self.menu.popup(at)

    def fill(self) -> None:
        """Fill the menu with the names of the recording, the selected object and the columns."""
        menu, words = self.menu, self._words
        menu.clear()
        for title, names in self._names():
            part = menu.addMenu(title)
            for one in names[:_MOST]:
                self._offer(part, one.name, one)
        thing = self._player.state.heap.get(self.selected or 0)
        if thing is not None:
            selected = watched_object(thing)
            self._offer(menu, f"{kind_of(selected.type)} #{thing.serial}", selected)
        if menu.isEmpty():
            menu.addAction(words("trace.nothing")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(words("watch.expression"), self.ask_expression)
        if self._watching.columns:
            menu.addSeparator()
        for place, column in enumerate(self._watching.columns):
            self._fill_column(menu.addMenu(self._model.title(column)), place)

    def _names(self) -> list[tuple[str, list[WatchedName]]]:
        """Return the names of each file and function of the recording, those of the step first."""
        state, recording, words = self._player.state, self._player.recording, self._words
        found = [
            WatchedName(file, MODULE, name)
            for file, names in state.globals.items()
            for name, _ in names
        ]
        for frame in state.frames:
            if frame.kind is not FrameKind.MODULE:
                found += [watched_name(frame, name) for name, _ in frame.locals]
        for file, text in recording.sources.items() if recording is not None else ():
            found += [WatchedName(file, *bound) for bound in bound_names(text)]
        scopes: dict[tuple[str, str], list[WatchedName]] = {}
        for one in dict.fromkeys(found):
            if one.function != MODULE or not is_special(one.name):
                scopes.setdefault((one.file, one.function), []).append(one)
        return [
            (
                words("trace.names_of", function=function)
                if function != MODULE
                else words("trace.globals", file=file),
                names,
            )
            for (file, function), names in scopes.items()
        ]

    def _offer(self, menu: QMenu, title: str, one: Watched) -> None:
        action = menu.addAction(title)
        action.setCheckable(True)
        places = [n for n, column in enumerate(self._watching.columns) if column.watched == one]
        action.setChecked(bool(places))
        watching = self._watching
        change = partial(watching.remove, places[0]) if places else partial(watching.add, one)
        action.triggered.connect(change)

    def _fill_column(self, menu: QMenu, place: int) -> None:
        words, watching = self._words, self._watching
        left, right, move = words("trace.move_left"), words("trace.move_right"), watching.move
        menu.addAction(left, partial(move, place, place - 1)).setEnabled(place > 0)
        is_last = place + 1 == len(watching.columns)
        menu.addAction(right, partial(move, place, place + 1)).setEnabled(not is_last)
        menu.addAction(words("trace.remove"), partial(watching.remove, place))
