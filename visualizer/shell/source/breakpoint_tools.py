"""Edits breakpoints: their conditions, the gutter's menu, and the removal of all."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.source.breakpoints import Place
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.widgets.controls import icon_button, text_button
from visualizer.shell.widgets.layouts import in_column, in_row, restyle, text_label
from visualizer.shell.widgets.search_bar import SearchField


class ConditionRow(QWidget):
    """Edits a condition; while the user types, shows its fault or its value at this step.

    ``chosen`` carries the place and a valid condition, which is empty for a plain breakpoint;
    ``left`` says that the editor may take the focus.
    """

    chosen = Signal(object, str)
    left = Signal()

    def __init__(self, player: Player, words: Words, code: QFont) -> None:
        super().__init__()
        self._player, self._words = player, words
        self.place: Place | None = None
        self._label = text_label("second")
        self.message = text_label("caption", wraps=True, form=Qt.TextFormat.PlainText)
        self.field = SearchField()
        self.field.setMinimumWidth(120)
        self.field.setFont(code)
        self.apply_button = text_button(words, "condition.take", self._apply, "primary")
        self._close = icon_button(words, "x", "condition.close", self.close_row, "Esc")
        words.bind(self.field.setPlaceholderText, "condition.hint")
        words.bind(self.field.setAccessibleName, "condition.name")
        self._lay_out()
        self.field.textChanged.connect(self._show_message)
        self.field.went.connect(self._apply)
        self.field.left.connect(self.close_row)
        words.changed.connect(self._show_message)
        player.step_changed.connect(self._show_message)
        self.hide()

    def _lay_out(self) -> None:
        head = in_row(None, (self._label, 1), self._close)
        row = in_row(None, (self.field, 1), self.apply_button)
        in_column(self, head, row, self.message, margins=(12, 4, 8, 8), spacing=4)

    def set_code_font(self, code: QFont) -> None:
        """Use font ``code``: a new style sheet restores the field's first font."""
        self.field.setFont(code)

    def open_at(self, place: Place, condition: str) -> None:
        """Ask for the condition of a line."""
        self.place = place
        self.field.setText(condition)
        self.show()
        self._show_message()
        self.field.setFocus()
        self.field.selectAll()

    def close_row(self) -> None:
        """Close the row without a change."""
        if not self.isHidden():
            self.hide()
            self.place = None
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the row at Escape, also from its buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_row()
        else:
            super().keyPressEvent(event)

    def _apply(self) -> None:
        if self.place is not None and self._fault() is None:
            self.chosen.emit(self.place, self.field.text().strip())
            self.close_row()

    def _fault(self) -> str | None:
        """Return why the written condition is invalid; None if it is valid."""
        from visualizer.explain.conditions import ConditionFault, parse_condition

        asked = self.field.text().strip()
        if not asked:
            return None
        try:
            parse_condition(asked)
        except ConditionFault as fault:
            return self._words(fault.message.key, **dict(fault.message.arguments))
        return None

    def _show_message(self) -> None:
        if self.place is None:
            return
        self._label.setText(self._words("condition.line", line=self.place[1]))
        fault = self._fault()
        asked = self.field.text().strip()
        message = fault or (self._here(asked) if asked else self._words("condition.empty"))
        self.message.setText(message)
        restyle(self.message, "words", "loss" if fault else "caption")
        self.apply_button.setEnabled(fault is None)
        self.field.setAccessibleDescription(message)

    def _here(self, asked: str) -> str:
        """Describe the condition's value at this step, so that the user can check its meaning."""
        from visualizer.explain.conditions import holds, parse_condition
        from visualizer.explain.recorded_values import Undecidable

        player, words = self._player, self._words
        if player.recording is None or not player.step:
            return words("condition.unknown")
        try:
            state, sources = player.state, player.recording.sources
            key = "condition.true" if holds(parse_condition(asked), state, sources) else None
        except Undecidable as doubt:
            why = words(doubt.message.key, **dict(doubt.message.arguments))
            return words("condition.doubt_here", why=why)
        return words(key or "condition.false")


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
