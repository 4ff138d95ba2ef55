"""A card with the code that a lab runs; the user can copy it, or step through it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from visualizer.shell.appearance.text_sizes import sized
from visualizer.shell.editor.highlighter import Highlighter
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.widgets.choice import Choice
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import in_row, text_label

_SIZE = 14


class CodeCard(Card):
    """Shows the code of a key; its button opens what ``program`` makes of the key as a program.

    ``text`` replaces the plain field that shows the code. ``offer`` lets the user choose a key,
    which ``picked`` carries.
    """

    picked = Signal(str)

    def __init__(
        self,
        context: LabContext,
        title: str,
        program: Callable[[str], str],
        text: QPlainTextEdit | None = None,
    ) -> None:
        super().__init__(context.words, title)
        self._context, self._key = context, ""
        self.choice = Choice()
        words = context.words
        self.text = QPlainTextEdit() if text is None else text
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setProperty("ground", "canvas")
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(12)
        words.bind(self.text.setAccessibleName, title)
        Highlighter(self.text.document())
        self.copy, self.open = Button("plain", "copy"), Button("soft", "step-forward")
        words.bind(self.copy.set_words, "lab.copy")
        words.bind(self.open.set_words, "lab.open_program")
        words.bind(self.open.setToolTip, "lab.open_program_hint")
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.text.toPlainText())
        )
        self.open.clicked.connect(lambda: context.open_program(words.program(program(self._key))))
        self.choice.textActivated.connect(self.picked)
        self.choice.hide()
        self.add_to_head(self.choice, self.copy)
        self.column.addWidget(self.text, 1)
        self.remark = text_label("caption", wraps=True)
        foot = in_row(None, self.open, (self.remark, 1), margins=(12, 8, 16, 8), spacing=10)
        self.column.addLayout(foot)

    def offer(self, keys: Iterable[str]) -> None:
        """Let the user choose one of ``keys``."""
        names = list(keys)
        self.choice.show()
        if names != [self.choice.itemText(at) for at in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(names)

    def show_code(self, key: str, title: str, code: str, remark: str, *, can_open: bool) -> None:
        """Show the ``code`` of a key; if it is shown already, it stays scrolled where it is."""
        self._key = key
        self.choice.setCurrentText(key)
        self.title.setText(title)
        if code != self.text.toPlainText():
            self.text.setPlainText(code)
        self.remark.setText(remark)
        self.open.setEnabled(can_open)

    def resize_words(self) -> None:
        """Follow the current text size."""
        super().resize_words()
        self.text.setFont(sized(self._context.code, _SIZE))
