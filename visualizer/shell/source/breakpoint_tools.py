"""Edits breakpoints: their conditions, the gutter's menu, and the removal of all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu

from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.source.breakpoints import Place
from visualizer.shell.source.condition_row import ConditionRow
from visualizer.shell.source.pane import SourcePane


class BreakpointTools(QObject):
    """Opens the condition row below the code, by Ctrl+F9 or the gutter's menu.

    ``undo`` receives the key of a message and a function that restores the removed breakpoints.
    """

    def __init__(
        self,
        player: Player,
        source: SourcePane,
        actions: dict[str, QAction],
        words: Words,
        *,
        code: QFont,
        undo: Callable[[str, Callable[[], object]], object],
    ) -> None:
        super().__init__(source)
        self._source, self._words, self._undo = source, words, undo
        self._breakpoints = source.breakpoints
        self._clear = actions["clear_breakpoints"]
        self.row = ConditionRow(player, words, code)
        self.menu = QMenu(source)
        source.add_row(self.row)
        self.row.chosen.connect(self._choose)
        self.row.left.connect(source.editor.setFocus)
        source.editor.gutter_menu_asked.connect(self._show_menu)
        source.shown_changed.connect(self.row.close_row)
        actions["breakpoint_condition"].triggered.connect(self._ask_here)
        self._clear.triggered.connect(self.clear)
        self._breakpoints.changed.connect(self._show)
        words.changed.connect(self.menu.close)
        self._show()

    def _show(self) -> None:
        self._clear.setEnabled(bool(self._breakpoints.places))

    def ask(self, place: Place) -> None:
        """Let the user write a line's condition; the line needs no breakpoint yet."""
        file, line = place
        line = self._breakpoints.stop_line(file, line)
        self._source.show_file(file)
        self._source.editor.bring_to_view(line)
        self.row.open_at((file, line), self._breakpoints.lines(file).get(line, ""))

    def _ask_here(self) -> None:
        self.ask(self._source.line)

    def _choose(self, place: Place, condition: str) -> None:
        self._source.breakpoints.put(*place, condition)

    def clear(self) -> None:
        """Remove all breakpoints, and offer to undo it."""
        kept = self._breakpoints.all
        self._breakpoints.forget()
        self._breakpoints.chosen.emit()
        self._undo("undo.breakpoints", lambda: self._bring_back(kept))

    def _bring_back(self, kept: dict[str, dict[int, str]]) -> None:
        self._source.breakpoints.show(kept)
        self._breakpoints.chosen.emit()

    def _show_menu(self, line: int, at: QPoint) -> None:
        self.fill_menu(line)
        self.menu.popup(at)

    def fill_menu(self, line: int) -> None:
        """Fill the menu with the commands for a line of the current file."""
        source, words, menu = self._source, self._words, self.menu
        line = self._breakpoints.stop_line(source.shown, line)
        place = source.shown, line
        condition = self._breakpoints.lines(source.shown).get(line)
        menu.clear()
        there = condition is not None
        self._add(
            "breakpoint.remove" if there else "breakpoint.set",
            partial(source.toggle_breakpoint, line),
        )
        self._add("breakpoint.condition", partial(self.ask, place))
        if condition:
            self._add("breakpoint.no_condition", partial(source.breakpoints.put, *place))
        if self._breakpoints.places:
            menu.addSeparator()
            menu.addAction(self._clear)
        menu.setAccessibleName(words("condition.line", line=line))

    def _add(self, key: str, do: Callable[[], object]) -> None:
        self.menu.addAction(self._words(key), do)
