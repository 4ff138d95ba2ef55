"""The field for the interpreter that runs programs, checked before use."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from visualizer.model import CannotRun
from visualizer.recorder.versions import KNOWN
from visualizer.shell.appearance.words import Words
from visualizer.shell.asking import Asking
from visualizer.shell.widgets.controls import text_button
from visualizer.shell.widgets.layouts import in_column, in_row, restyle, text_label

_IN_ENVIRONMENT = ("bin/python", "Scripts/python.exe")


def interpreter_in(path: Path) -> Path:
    """Return the interpreter of a virtual environment if ``path`` is its folder, else ``path``."""
    if path.is_dir():
        for name in _IN_ENVIRONMENT:
            if (path / name).exists():
                return path / name
    return path


def _checked(python: str) -> tuple[str, CannotRun | None]:
    """Return an interpreter's path, and the error if it is unusable."""
    from visualizer.session.start.interpreter import check_interpreter, find_interpreter

    try:
        check_interpreter(find_interpreter(Path(python)))
    except CannotRun as error:
        return python, error
    return python, None


class InterpreterRow(QWidget):
    """An empty field means our own interpreter. Only a usable one is emitted by ``picked``."""

    picked = Signal(str)

    def __init__(self, words: Words, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self._words, self._ask = words, ask
        self._holds, self._asked = "", ""
        self._error: CannotRun | None = None
        self._asking = Asking()
        self._asking.answered.connect(self._show_checked)
        self.field, self.said = QLineEdit(), text_label(wraps=True)
        self.browse = text_button(words, "preferences.python.choose", self._browse)
        # Two lines from the beginning, so that longer messages do not move the rows below.
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing() + 4)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.bind(self.field.setPlaceholderText, "preferences.python.own")
        words.changed.connect(self._speak)
        row = in_row(None, (self.field, 1), self.browse)
        in_column(self, row, self.said)
        self.field.editingFinished.connect(self.check)

    def show_value(self, python: str) -> None:
        """Show the current interpreter, unless another is being checked or is wrong."""
        if not self._asked and self._error is None:
            self._holds = python
            self.field.setText(python)
            self._speak()

    def _browse(self) -> None:
        chosen = self._ask()
        if chosen is not None:
            self.field.setText(str(chosen))
            self.check()

    def check(self) -> None:
        """Check the written interpreter, and use it if possible."""
        written = self.field.text().strip()
        if written == self._holds:
            self._error, self._asked = None, ""
        elif not written:
            self._error, self._asked, self._holds = None, "", ""
            self.picked.emit("")
        elif written != self._asked:
            python = str(interpreter_in(Path(written).expanduser()))
            self.field.setText(python)
            self._error, self._asked = None, python
            self._asking.ask(partial(_checked, python))
        self._speak()

    def _show_checked(self, answer: tuple[str, CannotRun | None]) -> None:
        python, error = answer
        if python != self._asked:
            return
        self._asked, self._error = "", error
        if error is None:
            self._holds = python
            self.picked.emit(python)
        self._speak()

    def _speak(self) -> None:
        words = self._words
        if self._error is not None:
            said = words.error(self._error)
        elif self._asked:
            said = words("preferences.python.asked")
        elif self._holds:
            said = words("preferences.python.used")
        else:
            said = words("preferences.python.ours", known=KNOWN)
        self.said.setText(said)
        restyle(self.said, "words", "loss" if self._error else "second")
