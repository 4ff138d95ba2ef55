"""A row below the code for the condition of a breakpoint."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.source.breakpoints import Place
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
        from visualizer.explain import ConditionFault, parse_condition

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
        from visualizer.explain import Undecidable, holds, parse_condition

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
