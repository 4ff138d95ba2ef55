"""The field for a line of standard input, there while the program asks for one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame

from visualizer.shell.appearance.words import Words
from visualizer.shell.output.input_field import InputField
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label

_MOST_TOLD = 20
"""The number of typed answers that a tooltip lists."""


class InputRow(QFrame):
    """``line_entered`` carries the line without its end; ``input_ended`` is Ctrl+D."""

    appeared = Signal()
    line_entered = Signal(str)
    input_ended = Signal()
    same_asked = Signal()

    def __init__(self, words: Words, font: QFont) -> None:
        super().__init__()
        self.setProperty("asks", "true")
        self.asking = False
        self._prompt = text_label(form=Qt.TextFormat.PlainText)
        waits = text_label("caption", wraps=True)
        hint = text_label("caption")
        self.field = InputField()
        self.set_text_font(font)
        self.enter, self.same = Button("primary"), Button("soft")
        words.bind(waits.setText, "input.waits")
        words.bind(hint.setText, "input.end_hint")
        words.bind(self.enter.setText, "input.enter")
        words.bind(self.field.setAccessibleName, "input.field")
        top = in_row(None, self._prompt, (self.field, 1), self.enter)
        below = in_row(None, (waits, 1), hint)
        in_column(
            self,
            *(top, (self.same, 0, Qt.AlignmentFlag.AlignLeft), below),
            margins=(16, 8, 12, 8),
            spacing=6,
        )
        self.field.returnPressed.connect(self._enter)
        self.enter.clicked.connect(self._enter)
        self.same.clicked.connect(self.same_asked)
        self.same.hide()
        self.field.input_ended.connect(self.input_ended)
        self.hide()

    def ask(self, asking: bool) -> None:
        """Show or hide the row; a line that was typed but not sent is kept."""
        appears = asking and not self.asking
        self.asking = asking
        if not asking:
            # Qt would hand the focus on to some button, and Space would press that.
            self.field.clearFocus()
        self.setVisible(asking)
        if appears:
            self.appeared.emit()

    def offer(self, words: str, answers: tuple[str, ...]) -> None:
        """Offer to give the answers of the run before, none of them where there are none."""
        self.same.setVisible(bool(answers))
        self.same.set_words(words)
        self.same.setToolTip("\n".join(answers[:_MOST_TOLD]))

    def show_prompt(self, prompt: str) -> None:
        """What the program wrote before it began to wait, without a line end."""
        self._prompt.setText(prompt[-40:])
        self._prompt.setVisible(bool(prompt.strip()))

    def set_text_font(self, font: QFont) -> None:
        """Write in another font."""
        for widget in (self._prompt, self.field):
            widget.setFont(font)

    def _enter(self) -> None:
        self.line_entered.emit(self.field.take_line())
