"""Edits the run options in a separate window; each change applies at once."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from visualizer.model import CannotRun
from visualizer.shell.appearance.look import TWO_LINES, keep_height, keep_least_height
from visualizer.shell.appearance.words import Words
from visualizer.shell.asking import Asking
from visualizer.shell.program.file_commands import FileCommands
from visualizer.shell.program.remembering import Remembering
from visualizer.shell.run.options import RunOptions
from visualizer.shell.settings.rows import PathField, Rows
from visualizer.shell.widgets.controls import Button, text_button
from visualizer.shell.widgets.dialog_size import Dialog, scrolled
from visualizer.shell.widgets.layouts import WINDOW, in_column, in_row, text_label

_VARIABLES = 72
"""Pixels: the height of three variables."""


class RunOptionsWindow(Dialog):
    """Edits the options in ``memory``, and shows faults at once."""

    def __init__(
        self, memory: Remembering, files: FileCommands, words: Words, parent: QWidget
    ) -> None:
        super().__init__(words, "run.title", (680, 640), parent, stays=True)
        self._memory, self._files = memory, files
        self._checks: RunOptions | None = None
        """The options that a thread checks: their folder and file may be on a slow drive."""
        self._asking = Asking()
        self._asking.answered.connect(self._show_fault)
        self.arguments, self.variables = QLineEdit(), QPlainTextEdit()
        self.folder = PathField(
            "run.folder.own", words, lambda: files.dialogs.folder(memory.options.folder)
        )
        self.input = PathField("run.input.own", words, files.dialogs.input_file)
        self.expressions = QCheckBox()
        plain = Qt.TextFormat.PlainText
        self.said = text_label("loss", wraps=True, form=plain)
        self._of = text_label(wraps=True, form=plain)
        self.clear = text_button(words, "run.clear", lambda: memory.choose(RunOptions()))
        close = text_button(words, "preferences.close", self.close)
        self.variables.setProperty("note", "true")
        self.variables.setTabChangesFocus(True)
        keep_height(self.variables, _VARIABLES)
        self.rows = rows = Rows(words)
        for key, control, note in (
            ("run.arguments", self.arguments, "run.arguments.note"),
            ("run.input", self.input, ""),
            ("run.folder", self.folder, ""),
            ("run.environment", self.variables, "run.environment.note"),
            ("run.expressions", self.expressions, ""),
        ):
            rows.add(key, control, note)
            rows.grid.setAlignment(control, Qt.AlignmentFlag(0))
        rows.end()
        keep_least_height(self.said, TWO_LINES)
        self._lay_out(close)
        self._connect()
        self.show_values()

    def _connect(self) -> None:
        words = self._words
        words.bind(self.expressions.setText, "run.expressions.on")
        words.bind(self.expressions.setToolTip, "run.expressions.note")
        self.arguments.textChanged.connect(self._choose)
        self.expressions.toggled.connect(self._choose)
        self.variables.textChanged.connect(self._choose)
        self.folder.field.textChanged.connect(self._choose)
        self.input.field.textChanged.connect(self._choose)
        self._memory.options_changed.connect(self.show_values)
        words.changed.connect(self._speak)
        self._files.title_changed.connect(self._speak)

    def _lay_out(self, close: Button) -> None:
        below = in_row(None, self.clear, None, close)
        rows = (scrolled(self.rows), 1)
        in_column(self, self._of, rows, self.said, below, margins=WINDOW, spacing=16)

    def show_values(self) -> None:
        """Show the current values; a field that is being edited keeps its text."""
        options = self._memory.options
        if self.arguments.text() != options.arguments:
            self.arguments.setText(options.arguments)
        self.folder.show_path(options.folder)
        self.input.show_path(options.input_file)
        if self.variables.toPlainText() != options.environment:
            self.variables.setPlainText(options.environment)
        self.expressions.setChecked(options.expressions)
        self._speak()

    def _choose(self) -> None:
        variables = self.variables.toPlainText()
        places = self.folder.chosen, self.input.chosen
        options = RunOptions(
            *(self.arguments.text(), places[0], variables, places[1]), self.expressions.isChecked()
        )
        self._memory.choose(options)
        self._speak()

    def _speak(self) -> None:
        self._of.setText(self._words("run.of", name=self._files.name))
        if self._checks is None:
            self._checks = self._memory.options
            self._asking.ask(partial(_fault_of, self._checks))

    def _show_fault(self, fault: CannotRun | None) -> None:
        """Show the result of the check, unless the user has changed the options meanwhile."""
        checked, self._checks = self._checks, None
        if checked != self._memory.options:
            self._speak()
        else:
            self.said.setText(self._words.error(fault) if fault is not None else "")


def _fault_of(options: RunOptions) -> CannotRun | None:
    try:
        options.check()
    except CannotRun as fault:
        return fault
    return None
