"""The field for a line of standard input, visible while the program asks for one."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button, text_button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label, words_label

_STEPPING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
_MOST_TOLD = 20
"""The number of typed answers that a tooltip lists."""


class InputField(QLineEdit):
    """Ctrl+D emits ``input_ended`` before any other command; ↑ and ↓ bring back entered lines.

    In an empty field, the cursor keys step through the recording.
    """

    input_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._at = 0

    def keep(self, lines: Sequence[str]) -> None:
        """Keep entered lines for ↑."""
        for line in lines:
            if line and line not in self._lines[-1:]:
                self._lines.append(line)
        self._at = len(self._lines)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+D from commands with that key; an empty field leaves the step keys to them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if _ends_input(event):
                event.accept()
                return True
            if not self.text() and event.key() in _STEPPING:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the input, bring back a line, or edit."""
        if _ends_input(event):
            self.input_ended.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._bring_back(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _bring_back(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._lines))
        self.setText(self._lines[self._at] if self._at < len(self._lines) else "")


def _ends_input(event: QKeyEvent) -> bool:
    is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_control and event.key() == Qt.Key.Key_D


class InputRow(QFrame):
    """``lines_entered`` carries lines without their line ends; Ctrl+D emits ``input_ended``.

    Pasted lines are entered at once, as in a terminal; what follows the last line end stays.
    """

    appeared = Signal()
    lines_entered = Signal(object)
    input_ended = Signal()
    same_asked = Signal()

    def __init__(self, words: Words, font: QFont) -> None:
        super().__init__()
        self.setProperty("asks", "true")
        self.asking = False
        self._prompt = text_label(form=Qt.TextFormat.PlainText)
        self._waits = words_label(words, "input.waits", "caption", wraps=True)
        self._hint = words_label(words, "input.end_hint", "caption")
        self.field = InputField()
        self.set_text_font(font)
        self.enter = text_button(words, "input.enter", self._enter, "primary")
        self.same = Button("plain")
        words.bind(self.field.setAccessibleName, "input.field")
        top = in_row(None, self._prompt, (self.field, 1), self.enter)
        below = in_row(None, (self._waits, 1), self._hint)
        in_column(
            self,
            *(top, (self.same, 0, Qt.AlignmentFlag.AlignLeft), below),
            margins=(16, 8, 12, 8),
            spacing=6,
        )
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(self._enter_pasted)
        self.same.clicked.connect(self.same_asked)
        self.same.hide()
        self.field.input_ended.connect(self.input_ended)
        self.hide()

    def ask(self, asking: bool) -> None:
        """Show or hide the row; keep a typed line that was not sent."""
        appears = asking and not self.asking
        self.asking = asking
        self.setVisible(asking)
        if appears:
            self.appeared.emit()

    def offer(self, words: str, answers: tuple[str, ...]) -> None:
        """Offer to give the answers of the previous run, if there are any."""
        self.same.setVisible(bool(answers))
        self.same.set_words(words)
        self.same.setToolTip("\n".join(answers[:_MOST_TOLD]))

    def show_prompt(self, prompt: str) -> None:
        """Show the program's output before it began to wait, without a line end."""
        self._prompt.setText(prompt[-40:])
        self._prompt.setVisible(bool(prompt.strip()))

    def set_text_font(self, font: QFont) -> None:
        """Use another font."""
        for widget in (self._prompt, self.field):
            widget.setFont(font)

    def write_in(self, sheet: str) -> None:
        """Apply a style sheet to all words; beside large ones the hint would have no room."""
        for part in (self.enter, self.same, self._waits):
            part.setStyleSheet(sheet)
        self._hint.setHidden(bool(sheet))

    def _enter(self) -> None:
        self._send((self.field.text(),), "")

    def _enter_pasted(self, text: str) -> None:
        *lines, rest = _LINE_END.split(text)
        if lines:
            self._send(lines, rest)

    def _send(self, lines: Sequence[str], rest: str) -> None:
        self.field.keep(lines)
        self.field.setText(rest)
        self.lines_entered.emit(lines)
